import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Mailboxes")
struct MailboxTests {
  /// A mailbox of messages, each with its fields beyond the usual ones.
  private func contents(_ messages: [(id: String, fields: String)]) throws -> SourceContents {
    let text = messages.map { message in
      """
      From a Mon Mar  4 08:00:00 2024
      Message-ID: <\(message.id)@x.example>
      From: \(message.id) <\(message.id)@x.example>
      Subject: On \(message.id)
      Date: Mon, 4 Mar 2024 08:00:00 +0000
      \(message.fields)

      Words of \(message.id).


      """
    }
    return try contents(text.joined())
  }

  private func contents(_ text: String) throws -> SourceContents {
    let source = SourceText(decoding: TextStorage(copying: text.utf8), location: "lists/quay.mbox")
    return try FormatRegistry.builtIn.contents(of: source)
  }

  private func parents(_ document: Document) -> [String?] {
    document.comments.map { comment in
      comment.parent.map { document.text[document.comments[$0.index].sourceID] }
    }
  }

  @Test("Several threads are a list whose entries open them; one is a document")
  func threads() throws {
    let two = try contents([("a", "X: y"), ("b", "X: y"), ("c", "References: <a@x.example>")])
    let listing = try #require(two.listing)
    #expect(listing.title == "quay.mbox")
    #expect(listing.entries.map(\.title) == ["On a", "On b"])
    #expect(listing.entries.map(\.comments) == [1, 0])
    let document = try #require(listing.document(ofEntry: 0))
    #expect(document.opening.map { document.text[$0.sourceID] } == "a@x.example")
    #expect(document.comments.map { document.text[$0.sourceID] } == ["c@x.example"])
    let one = try contents([("a", "X: y"), ("c", "References: <a@x.example>")])
    #expect(one.listing == nil)
    #expect(one.document.comments.count == 1)
  }

  @Test("What is no id joins nothing, and leaves a message that answers nothing")
  func answersToQuestions() throws {
    let listing = try #require(
      contents([
        ("a", "In-Reply-To: <yes>\nReferences: <yes>"), ("b", "References: <yes>"),
        ("c", "References: <yes> <a@x.example>"),
      ]).listing
    )
    #expect(listing.entries.map(\.comments) == [1, 0])
    let document = try #require(listing.document(ofEntry: 0))
    #expect(document.opening.map { document.text[$0.sourceID] } == "a@x.example")
    #expect(document.comments.map { document.text[$0.sourceID] } == ["c@x.example"])
  }

  @Test("Of a mailbox with one thread it is told that its messages answer each other in a circle")
  func circle() throws {
    let document = try contents([
      ("a", "References: <c@x.example>"), ("b", "References: <a@x.example>"),
      ("c", "References: <b@x.example>"),
    ]).document
    #expect(document.comments.map { document.text[$0.sourceID] } == ["b@x.example", "c@x.example"])
    #expect(
      document.diagnostics.map(\.message).contains("messages that answer each other in a circle: 1")
    )
  }

  @Test("The last reference that is there counts, else what In-Reply-To names")
  func references() throws {
    let document = try contents([
      ("a", "X: y"), ("b", "References: <a@x.example> <lost@x.example>"),
      ("c", "References: <lost@x.example>\nIn-Reply-To: words <b@x.example>"),
    ]).document
    #expect(document.comments.map(\.replyLink) == [.opening, .stated])
    #expect(parents(document) == [nil, "b@x.example"])
  }

  @Test(
    "Those that answer the same missing message belong together and answer nothing that is there"
  )
  func missing() throws {
    let document = try contents([
      ("a", "References: <lost@x.example>"), ("b", "References: <lost@x.example>"),
    ]).document
    #expect(document.opening == nil)
    #expect(document.comments.map(\.replyLink) == [.unresolved, .unresolved])
    #expect(document.text[document.article.title] == "On a")
  }

  @Test("A circle of references is broken, and a message that is there twice is there once")
  func circles() throws {
    let round = try contents([
      ("a", "References: <c@x.example>"), ("b", "References: <a@x.example>"),
      ("c", "References: <b@x.example>"), ("c", "References: <b@x.example>"),
    ])
    let document = round.document
    #expect(document.opening.map { document.text[$0.sourceID] } == "a@x.example")
    #expect(parents(document) == [nil, "b@x.example"])
  }

  @Test("A text that only begins like mail is none")
  func texts() throws {
    #expect(
      try contents("From the beginning it rained.\nNote: it did.\n").document.source.format
        == "text"
    )
    #expect(
      try contents("From: here\nTo: there\n\nA list of trains.\n").document.source.format == "text"
    )
  }

  @Test("Parts without end and parts without number are read as far as they go")
  func parts() throws {
    let head = "From: a@x.example\nDate: Mon, 4 Mar 2024 08:00 GMT\nMIME-Version: 1.0\n"
    let type = "Content-Type: multipart/mixed; boundary=b\n\n"
    let many = String(repeating: "--b\n\nwords\n", count: 100_000)
    let document = try contents(head + type + many).document
    #expect(document.blocks.count > 900 && document.blocks.count <= 1000)
    #expect(document.diagnostics.contains { $0.message.contains("more parts") })
    let deep = (0..<10_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
    let nested = try contents(head + deep.joined() + "\nwords").document
    #expect(nested.diagnostics.contains { $0.message.contains("deeper") })
  }
}
