import Terminal

/// As many words of a text as there is room for, and `…` where some are missing.
struct ShortenedText {
  /// The words.
  let text: String

  /// The first line of `text`, at most `columns` wide; `hasMore` says that more follows it.
  ///
  /// Cut at the edge of a word, inside one only if that is long. O(columns).
  init(_ text: some StringProtocol, columns: Int, hasMore: Bool = false) {
    var kept: [Unicode.Scalar] = []
    var width = 0
    // How many of those kept leave room for the mark.
    var fitting = 0
    var next: Unicode.Scalar?
    var isWhole = !hasMore
    for scalar in text.unicodeScalars {
      width += scalar == "\n" ? 0 : DisplayWidth.of(scalar.value)
      guard scalar != "\n", width <= columns else {
        isWhole = false
        next = scalar
        break
      }
      kept.append(scalar)
      if width < columns { fitting = kept.count }
    }
    guard !isWhole else {
      self.text = Self.text(kept[...])
      return
    }
    var cut = kept.prefix(fitting)
    let following = fitting < kept.count ? kept[fitting] : next
    let isAtEdge = following?.properties.isWhitespace ?? true
    if !isAtEdge, let edge = cut.lastIndex(of: " "), edge * 3 > fitting { cut = cut[..<edge] }
    while cut.last == " " { cut.removeLast() }
    self.text = columns > 0 ? Self.text(cut) + "…" : ""
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
