import DocumentModel
import DocumentParsing

/// Mail as an input format: a mailbox, or one message.
package struct MailFormat: DocumentFormat {
  /// `mbox` or `eml`.
  package let name: String
  /// What it reads.
  package let summary: String
  private let kind: MailSignature.Kind

  /// Messages behind each other in one file.
  package static let mailbox = MailFormat(
    name: "mbox",
    summary: "a mailbox (mbox, maildir): the threads of mail in it",
    kind: .mailbox
  )
  /// One message.
  package static let message = MailFormat(
    name: "eml",
    summary: "one message of mail or news (.eml)",
    kind: .message
  )

  /// Whether `source` begins as a mailbox or a message.
  package static func isMail(_ source: SourceText) -> Bool {
    switch source.reading(MailSignature.init).kind {
    case .mailbox, .message: true
    case .page, .other: false
    }
  }

  /// `certain` of what begins with the header of a message; reads only that.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    let isOwn = source.reading(MailSignature.init).kind == kind
    source.decisions?.note(name, "header", "fields that messages begin with", isMet: isOwn)
    return isOwn ? .certain : .no
  }

  /// The thread, or the list of threads as a document.
  package func parse(_ source: SourceText) -> Document { contents(of: source).document }

  /// The thread if there is one, else the list of all.
  ///
  /// What messages say is read when a thread is opened. O(length).
  package func contents(of source: SourceText) -> SourceContents {
    let mailbox = Mailbox(source, format: name)
    if mailbox.threads.threads.count == 1 { return .document(mailbox.document(at: 0)) }
    return .listing(mailbox.listing([]))
  }
}
