import DocumentParsing

/// The message ids in a field (RFC 5322, section 3.6.4).
struct MessageIDs: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var rest: Range<Int>

  /// The ids in `range`, each without its brackets, from the first to the last.
  ///
  /// What stands between `<` and the next `>` without a blank is one; words, dates and addresses around
  /// them are not.
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.bytes = bytes
    rest = range
  }

  mutating func next() -> Range<Int>? {
    while let open = bytes.first(UInt8(ascii: "<"), in: rest) {
      var end = open + 1
      while end < rest.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<"),
        bytes[end] != UInt8(ascii: ">")
      {
        end += 1
      }
      let isID = end < rest.upperBound && bytes[end] == UInt8(ascii: ">") && end > open + 1
      rest = (isID ? end + 1 : end)..<rest.upperBound
      if isID { return open + 1..<end }
    }
    rest = rest.upperBound..<rest.upperBound
    return nil
  }

  /// The id a message calls itself by, in brackets or not; `nil` if the field is empty.
  static func own(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> Range<Int>? {
    var ids = MessageIDs(bytes, in: range)
    return ids.next() ?? bare(bytes, in: range)
  }

  /// What stands alone in a field without brackets, or with one that is not closed.
  static func bare(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> Range<Int>? {
    var text = bytes.trimmed(range)
    if let first = text.first, bytes[first] == UInt8(ascii: "<") { text = text.dropFirst() }
    let hasBlank = bytes[text].contains { $0 <= 0x20 }
    return text.isEmpty || hasBlank ? nil : text
  }
}
