import DocumentModel

/// The lines that Outlook and others put above what is answered or forwarded, in place of signs of
/// quotation.
package enum OriginalHeader {
  /// The fields of a message, of which it cannot be told whether that follows.
  case fields
  /// The same below a line of dashes, or as Outlook writes them: that message follows.
  case quotation

  /// What `lines` are, `nil` if they are no such header.
  ///
  /// O(their number).
  package init?(_ lines: [LineBytes]) {
    guard lines.count > 2, let first = lines.first else { return nil }
    let hasRule = Self.rules.contains { first.starts(with: repeatElement($0, count: 5)) }
    let fields = lines.dropFirst(hasRule ? 1 : 0)
    // Thunderbird begins with the subject; of a header without a line above it, that is no sign.
    let sender = hasRule ? fields.first { $0.starts(with: Self.from) } : fields.first
    guard sender?.starts(with: Self.from) == true,
      fields.contains(where: { $0.starts(with: Self.subject) })
    else { return nil }
    let isSent = fields.contains { $0.starts(with: Self.sent) }
    guard isSent || fields.contains(where: { $0.starts(with: Self.date) }) else { return nil }
    self = hasRule || isSent ? .quotation : .fields
  }

  private static let rules = [UInt8(ascii: "-"), UInt8(ascii: "_")]
  private static let from = Array("From:".utf8)
  private static let subject = Array("Subject:".utf8)
  private static let sent = Array("Sent:".utf8)
  private static let date = Array("Date:".utf8)
}
