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
}

extension String {
  /// Fit to be shown on a line: sanitised, runs of white space as one blank, none at the ends.
  ///
  /// No-break spaces stay inside.
  package var collapsed: String {
    var text = self
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      if Self.isCollapsed(bytes) { return self }
      var clean: [UInt8] = []
      TextSanitizer.append(bytes, to: &clean)
      var result: [UInt8] = []
      result.reserveCapacity(clean.count)
      for byte in clean {
        let isBlank = byte == 0x20 || 0x09...0x0D ~= byte
        if !isBlank {
          result.append(byte)
        } else if result.last ?? 0x20 != 0x20 {
          result.append(0x20)
        }
      }
      return String(decoding: Self.trimmed(result[...]), as: UTF8.self)
    }
  }

  /// Whether text is ASCII without white space but single blanks inside.
  private static func isCollapsed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var last: UInt8 = 0x20
    for byte in bytes {
      guard 0x20..<0x7F ~= byte, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 || bytes.isEmpty
  }

  /// Without blanks, no-break spaces and zero-width spaces at the ends.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let edges: [[UInt8]] = [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
    var text = text
    while let edge = edges.first(where: { text.starts(with: $0) }) {
      text = text.dropFirst(edge.count)
    }
    while let edge = edges.first(where: { text.suffix($0.count).elementsEqual($0) }) {
      text = text.dropLast(edge.count)
    }
    return text
  }

  /// The text behind the first `separator`, nil if there is none.
  package func behind(_ separator: Character) -> Substring? {
    firstIndex(of: separator).map { self[index(after: $0)...] }
  }
}
