import DocumentModel

/// A text without what quoting changes: its letters and digits alone, in lower case.
struct ComparableWords: Equatable, Sendable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// The letters and digits of `text`; O(length).
  init(_ text: some StringProtocol) { append(text) }

  /// The same of several texts, one after the other.
  init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  private mutating func append(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      let isDigit = 0x30...0x39 ~= scalar.value
      guard isDigit || LetterCase.isLetter(scalar.value),
        let lower = Unicode.Scalar(LetterCase.lower(scalar.value))
      else { continue }
      if let encoded = UTF8.encode(lower) { bytes.append(contentsOf: encoded) }
    }
  }

  /// Whether `other` stands in it; O(length) unless the first eight bytes of `other` are frequent.
  func contains(_ other: ComparableWords) -> Bool {
    bytes.withUnsafeBytes { own in
      other.bytes.withUnsafeBytes { part in
        guard part.count >= 8 else { return bytes.firstRange(of: other.bytes) != nil }
        guard own.count >= part.count else { return false }
        let start = part.loadUnaligned(as: UInt64.self)
        return (0...own.count - part.count).contains { place in
          own.loadUnaligned(fromByteOffset: place, as: UInt64.self) == start
            && own[place..<place + part.count].elementsEqual(part)
        }
      }
    }
  }
}
