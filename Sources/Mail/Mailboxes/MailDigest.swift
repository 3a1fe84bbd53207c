import DocumentParsing
import MailText

/// The messages that a mailing list sends together as one: as parts (RFC 2046, section 5.1.5), or as a
/// text with lines of hyphens between them (RFC 1153).
struct MailDigest {
  /// Where they stand; empty if the message is no digest.
  private(set) var messages: [Range<Int>] = []

  /// How many hyphens stand in the line above the first message, and between two.
  private static let (rule, separator) = (70, 30)

  /// Looks at the message in `range`; O(length).
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    let fields = HeaderFields(bytes, in: range)
    let type = ContentField(fields.unfolded("content-type", in: bytes) ?? [])
    if type.value.hasPrefix("multipart/") {
      addParts(bytes, range)
    } else if type.value.isEmpty || type.value == "text/plain", Self.isPlain(fields, bytes) {
      addTexts(bytes, fields.end..<range.upperBound)
    }
  }

  /// Whether what is read stands there as it is.
  private static func isPlain(_ fields: HeaderFields, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let named = fields.unfolded("content-transfer-encoding", in: bytes) ?? []
    let encoding = TransferEncoding(named: String(decoding: named, as: UTF8.self))
    if case .identity = encoding { return true }
    return false
  }

  private mutating func addParts(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    let parts = MessageParts(bytes, in: range).parts
    for part in parts where part.structure == .message {
      guard let parent = part.parent, parts[parent].type.value == "multipart/digest" else {
        continue
      }
      messages.append(part.body)
    }
  }

  private mutating func addTexts(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    var start: Int?
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = bytes.first(0x0A, in: offset..<range.upperBound) ?? range.upperBound
      let line = bytes.withoutReturn(offset..<end)
      let next = min(end + 1, range.upperBound)
      let length = start == nil ? Self.rule : Self.separator
      if line.count == length, bytes[line].allSatisfy({ $0 == UInt8(ascii: "-") }) {
        if let start { add(bytes, start..<offset) }
        start = next
      }
      offset = next
    }
  }

  /// Adds the text in `range` if it is a message.
  private mutating func add(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    let start = bytes[range].firstIndex { $0 > 0x20 } ?? range.upperBound
    let fields = HeaderFields(bytes, in: start..<range.upperBound)
    guard fields.value("from", in: bytes) != nil, fields.value("date", in: bytes) != nil else {
      return
    }
    messages.append(start..<range.upperBound)
  }
}
