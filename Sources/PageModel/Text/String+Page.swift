import DocumentParsing
import HTMLParsing

extension StringProtocol {
  /// Whether `word` stands in it, byte for byte.
  ///
  /// Unlike `contains` it knows nothing of letters that Unicode holds equal, and builds no tables.
  package func has(_ word: StaticString) -> Bool {
    utf8.withContiguousStorageIfAvailable { UnsafeRawBufferPointer($0).contains(word) }
      ?? Array(utf8).withUnsafeBytes { $0.contains(word) }
  }

  /// Where `word` stands first, byte for byte; unlike `firstRange` it builds no tables.
  package func place(of word: StaticString) -> Range<Index>? {
    let found = utf8.withContiguousStorageIfAvailable { UnsafeRawBufferPointer($0).place(of: word) }
    guard let offset = found ?? Array(utf8).withUnsafeBytes({ $0.place(of: word) }) else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: word.utf8CodeUnitCount)
  }
}

extension String {
  /// Fit to be shown on a line: sanitised, runs of white space as one blank, none at the ends.
  ///
  /// No-break spaces stay inside.
  package var collapsed: String {
    var text = self
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return CollapsedText.isCollapsed(bytes) ? self : CollapsedText.string(bytes)
    }
  }

  /// The text itself, or the beginning of one that is longer than any title or name: 64 KiB.
  package var fieldPrefix: String {
    let limit = 1 << 16
    return utf8.count <= limit ? self : String(decoding: utf8.prefix(limit), as: UTF8.self)
  }

  /// With `%40` and its like replaced by what they stand for.
  package var decodedPercents: String {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text behind the first `separator`, a byte of ASCII; nil if there is none.
  package func behind(_ separator: Unicode.Scalar) -> Substring? {
    let byte = UInt8(truncatingIfNeeded: separator.value)
    let found = utf8.withContiguousStorageIfAvailable { $0.firstIndex(of: byte) }
    guard let offset = found ?? Array(utf8).firstIndex(of: byte) else { return nil }
    return self[utf8.index(startIndex, offsetBy: offset + 1)...]
  }
}
