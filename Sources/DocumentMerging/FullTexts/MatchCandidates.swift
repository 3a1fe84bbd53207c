import DocumentModel

/// A cut comment and the copies that can complete it.
struct MatchCandidate {
  /// How well they match; the greater value wins.
  enum Strength: Int, Comparable {
    /// A few words differ.
    case near
    /// Every word agrees.
    case exact
    /// The site's own id is the same.
    case id

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// The cut comment.
  let id: CommentID
  /// How well the copies match.
  let strength: Strength
  /// The copies, which all hold the same text; never empty.
  let copies: [Int]
  /// The hash of that text.
  let text: UInt64
}

/// All candidates of one run, resolved so that no copy completes more comments than it can.
struct MatchCandidates {
  private var byText: [UInt64: [MatchCandidate]] = [:]

  mutating func add(_ candidate: MatchCandidate) {
    byText[candidate.text, default: []].append(candidate)
  }

  /// The copy for every comment that can be completed with certainty.
  ///
  /// Among the candidates with the same text the strongest win. If they match by their words and
  /// outnumber the copies of the text, some must stand for a comment the companion lacks, so none of
  /// them is completed. O(candidates + copies).
  func resolved() -> [CommentID: CommentID] {
    var found: [CommentID: CommentID] = [:]
    for candidates in byText.values {
      guard let strength = candidates.map(\.strength).max() else { continue }
      let strongest = candidates.filter { $0.strength == strength }
      let copies = Set(strongest.flatMap(\.copies))
      guard strength == .id || strongest.count <= copies.count else { continue }
      for candidate in strongest {
        found[candidate.id] = candidate.copies.first.map(CommentID.init)
      }
    }
    return found
  }
}
