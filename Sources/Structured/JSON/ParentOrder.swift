import DocumentModel
import DocumentParsing
import PageModel

/// Puts comments that stand in any order in one that has each after what it answers.
package enum ParentOrder {
  /// The comments, those that others answer first, else as they came.
  ///
  /// A list whose answers mostly stand before what they answer, or one without answers whose dates
  /// run backwards, runs from the newest to the oldest: it is turned round first. O(count).
  package static func sorted(_ comments: [PageComment]) -> [PageComment] {
    guard !comments.contains(where: { $0.isNested }) else { return comments }
    let list = runsBackwards(comments) ? Array(comments.reversed()) : comments
    let places = Self.places(list)
    var isPlaced = [Bool](repeating: false, count: list.count)
    var sorted: [PageComment] = []
    sorted.reserveCapacity(list.count)
    for index in list.indices {
      var chain: [Int] = []
      var next: Int? = index
      // Marked on the way up, so that a circle ends.
      while let place = next, !isPlaced[place] {
        isPlaced[place] = true
        chain.append(place)
        next = list[place].parentID.flatMap { places[$0] }
      }
      for place in chain.reversed() { sorted.append(list[place]) }
    }
    return sorted
  }

  private static func places(_ list: [PageComment]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, comment) in list.enumerated() where !comment.id.isEmpty {
      if places[comment.id] == nil { places[comment.id] = index }
    }
    return places
  }

  private static func runsBackwards(_ comments: [PageComment]) -> Bool {
    let places = places(comments)
    var balance = 0
    for (index, comment) in comments.enumerated() {
      guard let parent = comment.parentID.flatMap({ places[$0] }), parent != index else {
        continue
      }
      balance += parent > index ? 1 : -1
    }
    guard balance == 0 else { return balance > 0 }
    let dates = comments.compactMap { $0.date.moment?.seconds }
    return ThreadOrder.infer(dates) == .newestFirst && dates.first != dates.last
  }
}

extension PageComment {
  /// The id of the comment it answers.
  fileprivate var parentID: String? {
    if case .id(let id) = parent { id } else { nil }
  }

  /// Whether its place in the list says what it answers.
  fileprivate var isNested: Bool {
    switch parent {
    case .index, .depth: true
    default: false
    }
  }
}
