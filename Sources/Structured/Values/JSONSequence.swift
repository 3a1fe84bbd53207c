import DocumentModel

/// Several JSON values one after the other, as JSON Lines (jsonlines.org) and joined files have them.
enum JSONSequence {
  /// The text as one array of all values, or as it is if it holds only one.
  ///
  /// Of several arrays the elements are joined. What is between the values may be blanks only. O(length)
  /// where there are several, otherwise O(length of the first value).
  static func joined(_ text: TextStorage) -> TextStorage {
    let bytes = text.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = value(in: bytes, from: start), value(in: bytes, from: first.upperBound) != nil
    else { return text }
    let hasArrays = bytes[first.lowerBound] == UInt8(ascii: "[")
    var output: [UInt8] = [UInt8(ascii: "[")]
    output.reserveCapacity(bytes.count + 2)
    var next: Range<Int>? = first
    while let range = next {
      if output.count > 1 { output.append(UInt8(ascii: ",")) }
      let isArray = bytes[range.lowerBound] == UInt8(ascii: "[")
      let inner = hasArrays && isArray ? range.dropFirst().dropLast() : range
      output += UnsafeRawBufferPointer(rebasing: bytes[inner])
      next = value(in: bytes, from: range.upperBound)
    }
    output.append(UInt8(ascii: "]"))
    return TextStorage(copying: output)
  }

  /// The object or array that begins at `start` behind blanks; nil if none does, or if it has no end.
  private static func value(in bytes: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
    var offset = start
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    let first = offset
    guard first < bytes.count, isOpening(bytes[first]) else { return nil }
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        offset = endOfString(in: bytes, from: offset)
      } else if isOpening(byte) {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return first..<offset }
      }
    }
    return nil
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// The offset behind the quote that ends a string.
  private static func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(offset + 1, bytes.count)
  }
}
