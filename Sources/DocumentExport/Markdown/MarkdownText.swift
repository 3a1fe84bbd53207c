import Algorithms
import DocumentModel

/// Writes text so that Markdown shows it as it is.
struct MarkdownText {
  let document: Document
  let bytes: UnsafeRawBufferPointer

  /// Writes a part of a block's line with its links; other spans are written as plain text.
  ///
  /// Links of which an end is outside are text as well. `atStart` is as `escape` has it.
  func write(_ line: Range<Int>, of block: Block, atStart: Bool, to sink: inout ByteSink) {
    let spans = document.spans(of: block)
    var offset = line.lowerBound
    var index = spans.partitioningIndex { Int($0.text.start) >= line.lowerBound }
    while index < spans.endIndex, Int(spans[index].text.start) < line.upperBound {
      let span = spans[index]
      index += 1
      guard !span.url.isEmpty, span.text.start >= offset, span.text.end <= line.upperBound else {
        continue
      }
      let start = Int(span.text.start)
      escape(offset..<start, atStart: atStart && offset == line.lowerBound, to: &sink)
      write(span, to: &sink)
      offset = Int(span.text.end)
    }
    escape(offset..<line.upperBound, atStart: atStart && offset == line.lowerBound, to: &sink)
  }

  private func write(_ span: Span, to sink: inout ByteSink) {
    if bytes[span.text.offsets].elementsEqual(bytes[span.url.offsets]),
      Self.isAutolink(bytes[span.url.offsets])
    {
      return write(address: span.url.offsets, to: &sink)
    }
    sink.write("[")
    escape(span.text.offsets, atStart: false, to: &sink)
    sink.write("](")
    write(address: span.url.offsets, to: &sink)
    sink.write(")")
  }

  /// Whether Markdown takes `address` between `<` and `>` for a link whose text is the address.
  private static func isAutolink(_ address: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let colon = address.firstIndex(of: 0x3A), colon - address.startIndex >= 2 else {
      return false
    }
    return address[..<colon].allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
      && address.allSatisfy { $0 > 0x20 && ![0x3C, 0x3E, 0x5C, 0x7C].contains($0) }
  }

  /// Writes an address of the document between `<` and `>`.
  func write(address: Range<Int>, to sink: inout ByteSink) {
    write(address: bytes[address], to: &sink)
  }

  /// Writes an address that is not of the document between `<` and `>`.
  func write(address: String, to sink: inout ByteSink) { write(address: address.utf8, to: &sink) }

  /// The characters that would end it are percent-encoded.
  private func write(address: some Sequence<UInt8>, to sink: inout ByteSink) {
    sink.write("<")
    for byte in address {
      switch byte {
      case 0x3C: sink.write("%3C")
      case 0x3E: sink.write("%3E")
      case 0x20: sink.write("%20")
      case 0x5C: sink.write("%5C")
      case 0x7C: sink.write("%7C")
      case 0x0A, 0x09: break
      default: sink.write(byte)
      }
    }
    sink.write(">")
  }
}

// MARK: - Escapes

extension MarkdownText {
  /// Writes text with a backslash before every character that Markdown would interpret.
  ///
  /// `atStart`: nothing stands before it in its line, so that it could begin a block. Blanks there are
  /// written as no-break spaces, since others would be left out or make the line code.
  func escape(_ range: Range<Int>, atStart: Bool = true, to sink: inout ByteSink) {
    var start = range.lowerBound
    if atStart {
      while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 {
        sink.write(bytes[start] == 0x20 ? "&nbsp;" : "&nbsp;&nbsp;&nbsp;&nbsp;")
        start += 1
      }
    }
    let tail = closingMarks(of: start..<range.upperBound)
    for offset in start..<range.upperBound {
      let byte = bytes[offset]
      switch byte {
      case _ where Self.isMark(byte): sink.write("\\")
      case _ where atStart && offset == start && Self.opensBlock(byte): sink.write("\\")
      case 0x2E where atStart && isOrdinal(start..<offset),
        0x29 where atStart && isOrdinal(start..<offset):
        sink.write("\\")
      case 0x23 where offset >= tail: sink.write("\\")
      default: break
      }
      sink.write(byte)
    }
  }

  /// Writes words that are not of the document, inside a line.
  func escape(_ words: String, to sink: inout ByteSink) {
    for byte in words.utf8 {
      if Self.isMark(byte) { sink.write("\\") }
      sink.write(byte)
    }
  }

  /// Whether a byte means something wherever it stands.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x26, 0x7C, 0x7E: true
    default: false
    }
  }

  /// Whether a byte at the start of a line could begin a heading, quotation, list, rule or table.
  static func opensBlock(_ byte: UInt8) -> Bool {
    [0x23, 0x3E, 0x2B, 0x2D, 0x3D, 0x3A].contains(byte)
  }

  private func isOrdinal(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 9 && range.allSatisfy { 0x30...0x39 ~= bytes[$0] }
  }

  /// Where the `#` signs and blanks begin that end the text, as those do that close a heading.
  private func closingMarks(of range: Range<Int>) -> Int {
    var start = range.upperBound
    while start > range.lowerBound, bytes[start - 1] == 0x23 || bytes[start - 1] == 0x20 {
      start -= 1
    }
    return start
  }
}
