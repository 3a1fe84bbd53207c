import DocumentModel

extension Diagnostic {
  /// Says that a page has no discussion.
  public static let holdsNoComments = Diagnostic(.note, "the page holds no comments")

  /// Says that a page is one of several, where it does not tell the others' addresses.
  public static let showsPart = Diagnostic(.note, "the page shows a part of the discussion")

  /// Says on which page a discussion goes on.
  public static func goesOn(at address: String) -> Diagnostic {
    Diagnostic(.note, "the discussion goes on at \(address)")
  }

  /// What is to be said of the ways to more of a discussion; `nil` if there are none.
  public static func about(_ continuations: [Continuation]) -> Diagnostic? {
    let ways = continuations.lazy.filter { $0.subject == .discussion }.map(\.way)
    for way in ways { if case .page(let address) = way { return goesOn(at: address) } }
    return ways.isEmpty ? nil : showsPart
  }
}
