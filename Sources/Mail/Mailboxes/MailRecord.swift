import DocumentModel

/// Where a message stands in a mailbox, and those of its fields that threads are made of.
struct MailRecord {
  /// The message, from its header on.
  var range: Range<Int>
  /// Its fields, as they stand; empty if it has none.
  var messageID = TextRange.empty
  var references = TextRange.empty
  var inReplyTo = TextRange.empty
  var date = TextRange.empty
  var from = TextRange.empty
  var subject = TextRange.empty
  var archivedAt = TextRange.empty
  /// Whether there is more than one field of references, of which the first is `references`.
  var hasMoreReferences = false
}
