extension Diagnostic {
  /// The page has no comments.
  package static let holdsNoComments = Diagnostic(.note, "the page holds no comments")

  /// The page is one of several, and the addresses of the others are unknown.
  package static let showsPart = Diagnostic(.note, "the page shows a part of the discussion")

  /// The discussion continues on another page.
  package static func goesOn(at address: String) -> Diagnostic {
    Diagnostic(.note, "the discussion goes on at \(address)")
  }

  /// The note on the continuations of a discussion; `nil` if there are none.
  package static func about(_ continuations: [Continuation]) -> Diagnostic? {
    let ways = continuations.lazy.filter { $0.subject == .discussion }.map(\.link)
    for way in ways { if case .page(let address) = way { return goesOn(at: address) } }
    return ways.isEmpty ? nil : showsPart
  }
}
