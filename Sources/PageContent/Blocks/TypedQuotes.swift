/// The lines of a paragraph that quote somebody in the way of mail, with `>` before them.
struct TypedQuotes {
  /// Consecutive lines that are quoted equally deep.
  struct Part {
    /// Where they stand in the paragraph, without the last line break.
    var range: Range<Int>
    /// How many signs each begins with, 0 for the writer's own words.
    let depth: Int
  }

  /// The parts of a paragraph, in order.
  let parts: [Part]

  /// Reads a paragraph, `nil` if it quotes nobody.
  ///
  /// O(length).
  init?(_ text: [UInt8], policy: ContentPolicy) {
    guard Self.holdsSign(text) else { return nil }
    var parts: [Part] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let depth = Self.depth(of: text[start..<end])
      if let last = parts.last, last.depth == depth {
        parts[parts.count - 1].range = last.range.lowerBound..<end
      } else {
        parts.append(Part(range: start..<end, depth: depth))
      }
      start = end + 1
    }
    // The prompt of an interpreter looks like a quotation within quotations that nobody quotes.
    guard let shallowest = parts.lazy.map(\.depth).filter({ $0 > 0 }).min(),
      shallowest < policy.promptSigns
    else { return nil }
    self.parts = parts
  }

  /// Whether a line begins with the sign.
  private static func holdsSign(_ text: [UInt8]) -> Bool {
    guard text.contains(sign) else { return false }
    if text.first == sign { return true }
    return text.indices.dropFirst().contains { text[$0] == sign && text[$0 - 1] == 0x0A }
  }

  private static let sign = UInt8(ascii: ">")

  /// How many signs begin a line; 0 too if what follows them makes them a face, an arrow or the number
  /// of a message.
  private static func depth(of line: ArraySlice<UInt8>) -> Int {
    var (depth, rest) = (0, line)
    var isSpaced = false
    while let first = rest.first, first == sign || first == 0x20 && depth > 0 {
      if first == sign { depth += 1 }
      isSpaced = first == 0x20
      rest = rest.dropFirst()
    }
    guard depth > 0, !isSpaced, let next = rest.first else { return depth }
    switch next {
    case 0x30...0x39:
      let word = rest.prefix { $0 != 0x20 }
      return depth > 1 && word.allSatisfy { 0x30...0x39 ~= $0 } ? 0 : depth
    case 0x41...0x5A, 0x61...0x7A, 0x80...: return depth
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "*"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "#"):
      return depth
    case UInt8(ascii: "."): return rest.dropFirst().first == next ? depth : 0
    default: return 0
    }
  }
}
