import DocumentModel
import DocumentParsing

/// What the first lines of a source say of it, if it is mail.
struct MailSignature: Sendable {
  /// What a source is.
  enum Kind: Sendable {
    /// No mail.
    case other
    /// Messages behind each other, each after a line `From `.
    case mailbox
    /// One message.
    case message
    /// A page that a browser saved as a message (RFC 2557).
    case page
  }

  /// What the source is.
  let kind: Kind

  /// How much of the source is looked at, in bytes.
  private static let sample = 1 << 16
  /// Fields that messages have; of them one that says who wrote, and two others are asked for.
  private static let common: [StaticString] = [
    "date", "subject", "message-id", "received", "return-path", "to", "mime-version",
    "delivered-to", "newsgroups", "references", "in-reply-to", "list-id", "sender", "reply-to",
    "x-mailer", "user-agent", "content-type", "cc",
  ]

  /// Looks at the header at the beginning of `source`.
  init(_ source: SourceText) {
    let bytes = UnsafeRawBufferPointer(rebasing: source.raw.bytes.prefix(Self.sample))
    var start = MailboxIndex.start(of: bytes)
    let line = start..<(bytes.first(0x0A, in: start..<bytes.count) ?? bytes.count)
    let isMailbox = bytes.starts(line, with: UnsafeRawBufferPointer.from)
    if isMailbox { start = min(line.upperBound + 1, bytes.count) }
    guard start < bytes.count, bytes[start].isFieldName else {
      kind = .other
      return
    }
    let fields = HeaderFields(bytes, in: start..<bytes.count)
    if !isMailbox, Self.isPage(fields, bytes) {
      kind = .page
      return
    }
    let known = Self.common.count { fields.value($0, in: bytes) != nil }
    let isMail = fields.value("from", in: bytes) != nil && known >= 2
    kind = isMail ? isMailbox ? .mailbox : .message : .other
  }

  /// Whether a browser wrote the header: it says what it saved, and nobody has sent it.
  private static func isPage(_ fields: HeaderFields, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let type = fields.unfolded("content-type", in: bytes).map(ContentField.init),
      type.value.hasPrefix("multipart/") || type.value == "text/html"
    else { return false }
    if fields.value("snapshot-content-location", in: bytes) != nil { return true }
    let isSent = ["to", "message-id", "received", "return-path", "newsgroups"].contains {
      fields.value($0, in: bytes) != nil
    }
    guard !isSent else { return false }
    let from = fields.unfolded("from", in: bytes).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return from.lowercased().contains("saved by") || type.value == "multipart/related"
      || fields.value("content-location", in: bytes) != nil
  }
}
