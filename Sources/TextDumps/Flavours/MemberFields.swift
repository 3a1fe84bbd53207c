import DocumentParsing

/// Lines that tell something about who wrote a comment but the name: `Joined: 13 May 2005`,
/// `Posts: 51`.
struct MemberFields {
  private let lines: TextLines
  /// How many lines begin with a label, by its hash.
  private var counts: [UInt64: Int] = [:]
  private let least: Int

  /// The longest label, in bytes, and its most words.
  private static let (longest, mostWords) = (24, 3)

  /// Learns the labels that at least `least` lines begin with; O(length).
  init(_ lines: TextLines, least: Int) {
    self.lines = lines
    self.least = least
    for line in 0..<lines.count where lines.offsets(line).count <= 100 {
      if let label = Self.label(lines.bytes, lines.text(line)) {
        counts[DumpWord.hash(lines.bytes, label), default: 0] += 1
      }
    }
  }

  /// Whether `line` is a label that the page repeats and its value.
  func holds(_ line: Int) -> Bool {
    guard let label = Self.label(lines.bytes, lines.text(line)) else { return false }
    return counts[DumpWord.hash(lines.bytes, label), default: 0] >= least
  }

  /// The words before a colon that ends one of the first words of a text.
  private static func label(_ bytes: UnsafeRawBufferPointer, _ text: Range<Int>) -> Range<Int>? {
    guard let colon = bytes.first(0x3A, in: text.prefix(longest)), colon > text.lowerBound,
      colon + 1 < text.upperBound, bytes[colon + 1] == 0x20
    else { return nil }
    let label = text.lowerBound..<colon
    let words = DumpWord.words(bytes, label)
    return words.count <= mostWords && words.allSatisfy { !$0.isNumber } ? label : nil
  }
}
