import DocumentModel

/// The runs of words in some texts, to find where they are quoted.
///
/// Letters and digits make words, capitals and what stands between words aside. A quotation is from a text
/// that holds five of its words in a row, or all of a shorter one, three at least. O(words).
struct WordRuns {
  /// How many words in a row tell a text.
  private static let longest = 5
  /// The fewest words that do.
  private static let shortest = 3

  private var runs: Set<UInt64> = []

  /// Whether there are none.
  var isEmpty: Bool { runs.isEmpty }

  /// Adds those of a text, UTF-8.
  mutating func add(_ text: some Sequence<UInt8>) {
    let words = Self.words(of: text)
    for length in Self.shortest...Self.longest where words.count >= length {
      for start in 0...words.count - length {
        runs.insert(Self.run(words[start..<start + length]))
      }
    }
  }

  /// Whether `quotation` is from one of the texts.
  func contains(_ quotation: some Sequence<UInt8>) -> Bool {
    let words = Self.words(of: quotation)
    let length = min(Self.longest, words.count)
    guard length >= Self.shortest else { return false }
    return (0...words.count - length).contains {
      runs.contains(Self.run(words[$0..<$0 + length]))
    }
  }

  private static func run(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash = FNVHash()
    for word in words { hash.combine(word) }
    return hash.value
  }

  /// The hashes of the words in `text`.
  private static func words(of text: some Sequence<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash = FNVHash()
    var isInside = false
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: hash.combine(UInt64(byte))
      case 0x41...0x5A: hash.combine(UInt64(byte | 0x20))
      case 0x27: continue
      default:
        if isInside { words.append(hash.value) }
        (hash, isInside) = (FNVHash(), false)
        continue
      }
      isInside = true
    }
    if isInside { words.append(hash.value) }
    return words
  }
}
