import DocumentModel
import DocumentParsing
import HTMLParsing
import MailText
import PageContent
import PageModel

/// Reads what a message says as blocks: its texts in order, a line for each attachment.
struct MailBodyReader {
  private let bytes: UnsafeRawBufferPointer
  /// Whether lines that begin with `From ` have a `>` before them, as in mailboxes.
  private let quotesFrom: Bool
  /// The charsets that are not known, in order.
  private(set) var unknownCharsets: [String] = []
  /// How many messages have more parts than are read.
  private(set) var cutMessages = 0
  /// How many messages end before their parts do.
  private(set) var unfinishedMessages = 0

  /// A reader of messages in `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, quotesFrom: Bool) {
    self.bytes = bytes
    self.quotesFrom = quotesFrom
  }

  /// Adds the blocks of the message in `range`; O(length).
  mutating func read(_ range: Range<Int>, into builder: inout DocumentBuilder) {
    let message = MessageParts(bytes, in: range)
    if message.isCut { cutMessages += 1 }
    if message.isUnfinished { unfinishedMessages += 1 }
    let parts = message.parts
    let choice = PartChoice(parts, isText: isText)
    var index = 0
    while index < parts.count {
      if choice.isLeftOut[index] {
        index = max(index + 1, parts[index].end)
        continue
      }
      read(parts[index], at: index, into: &builder)
      index += 1
    }
  }

  private mutating func read(
    _ part: MessagePart,
    at place: Int,
    into builder: inout DocumentBuilder
  ) {
    if part.quoteDepth > 0 { readHeader(part, into: &builder) }
    // Parts that were lost on the way leave their text without the lines between them.
    let isEmpty = part.structure == .multipart && part.end == place + 1
    guard part.structure == .leaf || isEmpty else { return }
    let isPatch = Self.isPatch(part)
    switch isEmpty ? "text/plain" : part.type.value {
    case "application/pgp-signature", "application/pkcs7-signature",
      "application/x-pkcs7-signature", "application/pgp-encrypted":
      break
    case "text/plain" where !part.isAttachment && !isPatch, "text" where !part.isAttachment:
      let text = text(of: part)
      if part.parent != nil, text.starts(with: MailTextReader.footer) { break }
      MailTextReader.read(
        text,
        flow: MailLines.Flow(part.type),
        depth: part.quoteDepth,
        into: &builder
      )
    case "text/calendar" where !part.isAttachment:
      readCalendar(part, into: &builder)
    case "text/html" where !part.isAttachment:
      readPage(part, into: &builder)
    case "message/delivery-status":
      builder.add(.code, text: trimmed(text(of: part)), quoteDepth: depth(part))
    default:
      builder.add(.paragraph, level: 1, text: clean(line(for: part)), quoteDepth: depth(part))
      if isPatch, !part.isAttachment {
        builder.add(.code, level: 1, text: trimmed(text(of: part)), quoteDepth: depth(part))
      }
    }
  }

  private func depth(_ part: MessagePart) -> UInt8 { UInt8(clamping: part.quoteDepth) }

  /// Who wrote a message inside of another, when, and what it is about; nothing for its parts.
  private func readHeader(_ part: MessagePart, into builder: inout DocumentBuilder) {
    guard part.fields.value("from", in: bytes) != nil else { return }
    var lines: [String] = []
    for (label, name) in [("From", "from"), ("Date", "date"), ("Subject", "subject")]
      as [(String, StaticString)]
    {
      guard let value = part.fields.unfolded(name, in: bytes) else { continue }
      lines.append("\(label): \(EncodedWords.decode(value))")
    }
    let text = lines.joined(separator: "\n")
    builder.add(.paragraph, level: 1, text: clean(text), quoteDepth: depth(part))
  }

  // MARK: Text

  /// Whether a part in plain text says more than that a page says it all.
  private func isText(_ part: MessagePart) -> Bool {
    guard part.structure == .leaf else { return false }
    let text = part.encoding.decode(bytes[part.body].prefix(Self.noticeLimit * 2))
    let lines = text.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
    guard let first = lines.first else { return false }
    guard lines.count == 1, first.count <= Self.noticeLimit else { return true }
    let words = String(decoding: first, as: UTF8.self).lowercased()
    return !words.contains("html") && !words.contains("browser")
  }

  /// The longest line that says that the text is in another part, in bytes.
  private static let noticeLimit = 200

  /// The text of a part, clean.
  private mutating func text(of part: MessagePart) -> [UInt8] {
    let charset = part.type.parameter("charset").map { MailCharset($0) } ?? .none
    let content = content(of: part)
    note(charset, in: content)
    return clean(charset.decode(content))
  }

  private mutating func note(_ charset: MailCharset, in content: [UInt8]) {
    guard charset.isUnknown, content.contains(where: { $0 >= 0x80 }),
      !unknownCharsets.contains(charset.label)
    else { return }
    unknownCharsets.append(charset.label)
  }

  /// The bytes a part stands for.
  private func content(of part: MessagePart) -> [UInt8] {
    guard quotesFrom else { return part.encoding.decode(bytes[part.body]) }
    return part.encoding.decode(bytes.unquotingFrom(in: part.body))
  }

  private func clean(_ text: String) -> [UInt8] { clean(Array(text.utf8)) }

  private func clean(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBytes { input in
      guard TextSanitizer.cleanPrefix(of: input) < input.count else { return text }
      var clean: [UInt8] = []
      TextSanitizer.append(input, to: &clean)
      return clean
    }
  }

  /// `text` without line breaks at its end.
  private func trimmed(_ text: [UInt8]) -> [UInt8] {
    var text = text
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }

  // MARK: Pages

  private mutating func readPage(_ part: MessagePart, into builder: inout DocumentBuilder) {
    let content = content(of: part)
    let charset = part.type.parameter("charset").map { MailCharset($0) } ?? .none
    note(charset, in: content)
    let page: HTMLPage
    if !charset.isKnown {
      page = HTMLPage(SourceText(decoding: TextStorage(copying: content), location: ""))
    } else {
      let quotes = String(repeating: "<blockquote>", count: part.quoteDepth)
      page = HTMLPage(markup: quotes + String(decoding: charset.decode(content), as: UTF8.self))
    }
    MailPage(page).read(into: &builder)
  }

  // MARK: Attachments

  /// An appointment as the lines that people read of it; the line of a file where it is none.
  private mutating func readCalendar(_ part: MessagePart, into builder: inout DocumentBuilder) {
    let event = CalendarText(text(of: part)).text
    let isEvent = !event.isEmpty
    let text = isEvent ? event : line(for: part)
    builder.add(
      .paragraph,
      level: isEvent ? 0 : 1,
      text: clean(text),
      quoteDepth: depth(part)
    )
  }

  private static func isPatch(_ part: MessagePart) -> Bool {
    switch part.type.value {
    case "text/x-patch", "text/x-diff": return true
    case "text/plain":
      let name = part.name?.lowercased() ?? ""
      return name.hasSuffix(".patch") || name.hasSuffix(".diff")
    default: return false
    }
  }

  private func line(for part: MessagePart) -> String {
    var size = part.body.count
    if case .base64 = part.encoding { size = size * 73 / 100 }
    return AttachmentLine(name: part.name ?? "", form: part.type.value, size: size).text
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes of `range`, one `>` taken off lines that begin with `>From `, `>>From ` and so on.
  func unquotingFrom(in range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = first(0x0A, in: start..<range.upperBound).map { $0 + 1 } ?? range.upperBound
      var sign = start
      while sign < end, self[sign] == UInt8(ascii: ">") { sign += 1 }
      let isQuoted = sign > start && starts(sign..<end, with: Self.from)
      text += self[(isQuoted ? start + 1 : start)..<end]
      start = end
    }
    return text
  }
}
