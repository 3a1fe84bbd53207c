import DocumentModel

/// A cut comment, and the copies any of which would complete it.
struct CopyClaim {
  /// By what right; the greater one wins.
  enum Right: Int, Comparable {
    /// A few words differ.
    case near
    /// Every word agrees.
    case exact
    /// The site's own id says so.
    case id

    static func < (left: Right, right: Right) -> Bool { left.rawValue < right.rawValue }
  }

  /// The cut comment.
  let id: CommentID
  /// By what right it claims them.
  let right: Right
  /// The copies, which all hold the same text; never empty.
  let copies: [Int]
  /// The hash of that text.
  let text: UInt64
}

/// Claims on copies, gathered so that no copy completes more comments than it can belong to.
struct CopyClaims {
  private var byText: [UInt64: [CopyClaim]] = [:]

  mutating func add(_ claim: CopyClaim) { byText[claim.text, default: []].append(claim) }

  /// The copy for every comment whose claim stands.
  ///
  /// O(claims + copies).
  /// Of the claims on one text those with the greatest right stand. If that is no id, and they are
  /// more than there are copies of the text, some of them must mean a comment the companion lacks,
  /// and none stands.
  func settled() -> [CommentID: CommentID] {
    var found: [CommentID: CommentID] = [:]
    for claims in byText.values {
      guard let right = claims.map(\.right).max() else { continue }
      let standing = claims.filter { $0.right == right }
      let copies = Set(standing.flatMap(\.copies))
      guard right == .id || standing.count <= copies.count else { continue }
      for claim in standing { found[claim.id] = claim.copies.first.map(CommentID.init) }
    }
    return found
  }
}
