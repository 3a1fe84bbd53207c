import DocumentModel

/// A place in the document: a pane and a line in it.
public struct Place: Hashable, Sendable {
  /// The pane.
  public let pane: Pane
  /// The line at its top.
  public let anchor: ScrollAnchor
  /// The comment that had the focus.
  public let focused: CommentID?
}

/// Places jumped from, to go back to and forward through.
struct JumpList: Sendable {
  private var places: [Place] = []
  /// How many of the places lie behind; the rest lie ahead.
  private var position = 0

  /// The place left by the last jump.
  var last: Place? { position > 0 ? places[position - 1] : nil }

  /// Remembers `place`, left by a jump; what lay ahead is forgotten.
  ///
  /// Keeps the last 100.
  mutating func leave(_ place: Place) {
    places.removeSubrange(position...)
    if places.last != place { places.append(place) }
    if places.count > 100 { places.removeFirst() }
    position = places.count
  }

  /// Changes every place; those that become `nil` are forgotten.
  mutating func map(_ change: (Place) -> Place?) {
    let behind = places[..<position].compactMap(change)
    places = behind + places[position...].compactMap(change)
    position = behind.count
  }

  /// The place before, for somebody who stands at `here`.
  mutating func back(from here: Place) -> Place? {
    // A jump that was scrolled back from by hand leads nowhere.
    while position > 0, places[position - 1] == here { position -= 1 }
    guard position > 0 else { return nil }
    if position == places.count { places.append(here) } else { places[position] = here }
    position -= 1
    return places[position]
  }

  /// The place after, for somebody who stands at `here`.
  mutating func forward(from here: Place) -> Place? {
    guard position + 1 < places.count else { return nil }
    places[position] = here
    position += 1
    return places[position]
  }
}

/// What folding or unfolding one comment did to the pane.
struct FoldStep: Sendable {
  let comment: CommentID
  /// The top of the pane before.
  let before: ScrollAnchor
  /// The top of the pane then.
  let after: ScrollAnchor
}

/// What undo brings back.
struct ViewSnapshot: Sendable {
  let folds: CommentSet
  let hidden: CommentSet
  let expanded: Set<CommentID>
  let opened: Set<CommentID>
  let layoutMode: LayoutMode
  let share: Double?
  let threadAnchor: ScrollAnchor
  let focused: CommentID?
}
