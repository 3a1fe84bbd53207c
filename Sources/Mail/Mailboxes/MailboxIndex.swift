import DocumentModel
import DocumentParsing
import MailText

/// The messages of a mailbox: where each stands, and the fields that threads are made of.
///
/// Nothing is decoded.
struct MailboxIndex {
  /// The most messages that are read.
  static let limit = 4_000_000

  /// The messages, in order.
  private(set) var records: [MailRecord] = []
  /// Whether there are more than `limit`.
  private(set) var isCut = false
  /// Whether the bytes are a mailbox, in which lines that begin with `From ` are quoted, rather than one
  /// message.
  let isMailbox: Bool

  /// Finds the messages of a mailbox, or the one message that `bytes` are.
  ///
  /// A message begins at a line `From `, before which there is an empty line or nothing, which names a
  /// time, and behind which a field follows. O(length), by `memchr`.
  init(_ bytes: UnsafeRawBufferPointer) {
    let start = Self.start(of: bytes)
    let first = start..<(bytes.first(0x0A, in: start..<bytes.count) ?? bytes.count)
    isMailbox = bytes.starts(first, with: UnsafeRawBufferPointer.from)
    guard isMailbox else {
      let message = start..<Self.end(of: bytes)
      let inner = MailDigest(bytes, in: message).messages
      for range in inner.isEmpty ? [message] : inner { add(range, in: bytes) }
      return
    }
    var message = min(first.upperBound + 1, bytes.count)
    var offset = first.upperBound
    while let line = Self.envelope(in: bytes, from: offset) {
      guard let end = bytes.first(0x0A, in: line..<bytes.count) else { break }
      offset = end
      guard Self.isEnvelope(bytes, line..<end) else { continue }
      guard records.count < Self.limit - 1 else {
        isCut = true
        add(message..<line, in: bytes)
        return
      }
      add(message..<line, in: bytes)
      message = end + 1
    }
    add(message..<bytes.count, in: bytes)
  }

  /// Where the first line stands that is not empty, behind the length that Apple Mail begins with.
  static func start(of bytes: UnsafeRawBufferPointer) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].prefix(64).firstIndex { $0 != 0x0A && $0 != 0x0D } ?? start
    return length(in: bytes, at: first)?.end ?? first
  }

  /// Where the message ends that `bytes` are: Apple Mail adds what it knows of it.
  private static func end(of bytes: UnsafeRawBufferPointer) -> Int {
    guard let length = length(in: bytes, at: 0), length.count <= bytes.count - length.end else {
      return bytes.count
    }
    return length.end + length.count
  }

  /// A line of nothing but a number, and where the next begins (`.emlx`).
  private static func length(
    in bytes: UnsafeRawBufferPointer,
    at start: Int
  ) -> (count: Int, end: Int)? {
    guard let end = bytes[start...].prefix(20).firstIndex(of: 0x0A) else { return nil }
    let digits = bytes.trimmed(start..<end)
    guard !digits.isEmpty, digits.count < 10, bytes[digits].allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    return (bytes[digits].reduce(0) { $0 * 10 + Int($1 - 0x30) }, end + 1)
  }

  /// The next line that begins with `From ` behind a line break at `offset` or later.
  ///
  /// Looks for the `F`, of which there are fewer than lines.
  private static func envelope(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int? {
    var from = offset + 1
    while let found = bytes.first(UInt8(ascii: "F"), in: from..<max(from, bytes.count)) {
      if bytes[found - 1] == 0x0A,
        bytes.starts(found..<bytes.count, with: UnsafeRawBufferPointer.from)
      {
        return found
      }
      from = found + 1
    }
    return nil
  }

  /// Whether a line that begins with `From ` begins a message.
  private static func isEnvelope(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    // The line before is empty.
    let before = bytes.withoutReturn(0..<line.lowerBound - 1)
    guard before.isEmpty || bytes[before.upperBound - 1] == 0x0A else { return false }
    guard let colon = bytes.first(0x3A, in: line), colon + 2 < line.upperBound,
      0x30...0x39 ~= bytes[colon - 1], 0x30...0x39 ~= bytes[colon + 1]
    else { return false }
    let next = line.upperBound + 1
    guard next < bytes.count else { return true }
    let end = bytes.first(0x0A, in: next..<bytes.count) ?? bytes.count
    let text = bytes.withoutReturn(next..<end)
    return bytes.fieldColon(in: text) != nil || bytes.isEnvelope(text)
  }

  /// Adds the message in `range` with its fields.
  private mutating func add(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) {
    guard !range.isEmpty else { return }
    var record = MailRecord(range: range)
    var offset = range.lowerBound
    // The field that the line before belongs to.
    var open: WritableKeyPath<MailRecord, TextRange>?
    while offset < range.upperBound {
      let end = bytes.first(0x0A, in: offset..<range.upperBound) ?? range.upperBound
      let first = bytes[offset]
      if first.isBlank {
        if let open, end > offset {
          record[keyPath: open] = TextRange(
            Int(record[keyPath: open].start),
            bytes.withoutReturn(offset..<end).upperBound
          )
        }
      } else if first == 0x0A || first == 0x0D && offset + 1 == end {
        break
      } else {
        open = Self.field(bytes, offset..<end)
        if let field = open {
          if record[keyPath: field].isEmpty {
            let colon = bytes.first(0x3A, in: offset..<end) ?? offset
            let value = bytes.withoutReturn(colon + 1..<end)
            record[keyPath: field] = TextRange(value.lowerBound, value.upperBound)
          } else {
            if field == \MailRecord.references { record.hasMoreReferences = true }
            open = nil
          }
        }
      }
      offset = end + 1
    }
    records.append(record)
  }

  /// The field of a record that `line` begins, `nil` for all others.
  private static func field(
    _ bytes: UnsafeRawBufferPointer,
    _ line: Range<Int>
  ) -> WritableKeyPath<MailRecord, TextRange>? {
    func begins(_ name: StaticString) -> Bool {
      line.count > name.utf8CodeUnitCount
        && bytes[line.lowerBound + name.utf8CodeUnitCount] == 0x3A
        && bytes.isName(line.prefix(name.utf8CodeUnitCount), name)
    }
    switch bytes[line.lowerBound] | 0x20 {
    case UInt8(ascii: "a"): return begins("archived-at") ? \.archivedAt : nil
    case UInt8(ascii: "m"): return begins("message-id") ? \.messageID : nil
    case UInt8(ascii: "r"): return begins("references") ? \.references : nil
    case UInt8(ascii: "i"): return begins("in-reply-to") ? \.inReplyTo : nil
    case UInt8(ascii: "d"): return begins("date") ? \.date : nil
    case UInt8(ascii: "f"): return begins("from") ? \.from : nil
    case UInt8(ascii: "s"): return begins("subject") ? \.subject : nil
    default: return nil
    }
  }
}
