import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Links and copies")
struct LinkTests {
  static let document = Document.literal(
    author: "Mara",
    article: [
      "First http://a.example here.", "Nothing.", "Two: http://b.example and http://c.example.x",
    ],
    comments: [
      CommentLiteral("Ann", "None.", "Second paragraph."),
      CommentLiteral(
        "Bob",
        "See http://d.example",
        url: "http://page.example/#2",
        replies: [CommentLiteral(nil, "Also http://a.example now.")]
      ),
    ]
  )

  private func session(_ keys: String) -> Session {
    var session = Session(Self.document, columns: 120, rows: 20)
    session.press(keys)
    return session
  }

  @Test(
    "]l goes from link to link, o opens the one gone to",
    arguments: [
      ("] l o", "http://a.example"), ("] l ] l o", "http://b.example"),
      ("3 ] l o", "http://c.example.x"), ("3 ] l [ l o", "http://b.example"),
      ("Tab ] l o", "http://d.example"), ("Tab ] l ] l o", "http://a.example"),
      ("4 ] l o", "http://d.example"), ("Tab ] l [ l o", "http://c.example.x"),
      ("2 ] l g x", "http://b.example"),
    ]
  )
  func nextLink(keys: String, address: String) {
    #expect(session(keys).effects == [.open(address)], "\(keys)")
  }

  @Test(
    "Enter reads the link gone to",
    arguments: [("2 ] l Enter", "http://b.example"), ("Tab ] l Enter", "http://d.example")]
  )
  func followed(keys: String, address: String) {
    #expect(session(keys).effects == [.follow(address)], "\(keys)")
  }

  @Test("A link to a comment that is here goes there; Backspace comes back")
  func permalink() {
    let document = Document.literal(
      article: ["See https://forum.example/t/1#c2 for more."],
      comments: [
        CommentLiteral("Ann", "One.", url: "https://forum.example/t/1#c1"),
        CommentLiteral("Bob", "Two.", url: "http://www.forum.example/t/1#c2"),
      ]
    )
    var session = Session(document, columns: 120, rows: 20)
    session.press("g Tab Tab ] l Enter")
    #expect(session.effects.isEmpty)
    #expect(session.state.thread.focused == CommentID(1) && session.state.focus == .thread)
    session.press("Backspace")
    #expect(session.state.focus == .article)
  }

  @Test("The address that is shown is the one that is opened, whatever cannot be seen in it")
  func hiddenCharacters() {
    let document = Document.literal(
      author: "Mara",
      article: ["Some text."],
      comments: [CommentLiteral("Bob", "Words.", url: "HTTP://a.example/\u{200B}b\u{AD}c")]
    )
    var session = Session(document, columns: 120, rows: 20)
    session.press("Tab O")
    #expect(session.effects == [.open("HTTP://a.example/%E2%80%8Bb%C2%ADc")])
  }

  @Test("Messages show what cannot be shown as escapes")
  func hiddenInMessages() {
    var session = session("")
    session.state.say("a\u{1B}]0;x\u{7}\u{202E}: no such file")
    #expect(session.state.message?.text == "a\\u{1b}]0;x\\u{7}\\u{202e}: no such file")
  }

  @Test("Beyond the last link of both panes it says so")
  func lastLink() {
    #expect(session("9 ] l").state.message?.text == "no later link")
    #expect(session("9 ] l").state.focus == .thread)
    #expect(session("[ l").state.message?.text == "no earlier link")
  }

  @Test("A link gone to is opened no more once it is out of sight")
  func outOfSight() {
    var session = Session(Sample.long, columns: 60, rows: 12)
    session.press("o")
    #expect(
      session.state.message?.text == "the article's address is unknown; set it with :url ADDRESS"
    )
  }

  @Test("Enter folds again once the comment with the link has lost the focus")
  func enterFolds() {
    var session = session("Tab ] l K Enter")
    #expect(session.effects.isEmpty)
    #expect(session.state.thread.folds.contains(CommentID(0)))
    session.press("Tab Enter")
    #expect(session.state.message?.text == "no link is selected; ]l goes to the next one")
  }

  @Test("Letters over the links on the screen read them, after F they open them in the browser")
  func hints() throws {
    var session = session("f")
    let hints = try #require(session.state.mode.hints?.hints)
    #expect(hints.map(\.link.url).count == 5)
    let third = hints[2]
    session.type(third.letters)
    #expect(session.effects == [.follow(third.link.url)])
    #expect(session.state.mode.hints == nil)
    session.press("F")
    session.type(third.letters)
    #expect(session.effects.last == .open(third.link.url))
  }

  @Test("Letters that no link has say so; Esc closes the hints")
  func wrongHint() {
    var session = session("f m")
    #expect(session.state.mode.hints == nil)
    #expect(session.state.message?.text == "no link is marked m")
    session.press("f Esc")
    #expect(session.state.mode.hints == nil && session.effects.isEmpty)
  }

  @Test("More links than letters get hints of two letters, all different")
  func manyHints() {
    let words = (0..<60).map { "http://\($0).example" }.joined(separator: " ")
    var session = Session(
      .literal(article: [BlockLiteral(stringLiteral: words)]),
      columns: 200,
      rows: 60
    )
    session.press("f")
    let letters = session.state.mode.hints?.hints.map(\.letters) ?? []
    #expect(letters.count == 60 && Set(letters).count == 60)
    #expect(letters.allSatisfy { $0.count == 2 })
  }

  @Test("Letters stand before what they name, and cover none of it")
  func hintsBeside() {
    let screen = session("f").screen
    for address in [
      "http://a.example", "http://b.example", "http://c.example.x", "http://d.example",
    ] {
      #expect(screen.contains(address), "\(address)\n\(screen)")
    }
    #expect(screen.contains("ahttp://a.example"))
  }

  @Test("The list of links names each address once, and reads, opens or copies it")
  func list() {
    var session = session("U")
    #expect(session.state.mode.overlay?.rows.count == 4)
    #expect(session.screen.contains("http://a.example  ×2"))
    session.press("j y")
    #expect(session.effects == [.copy("http://b.example")])
    session.press("Enter")
    #expect(session.effects.last == .follow("http://b.example"))
    #expect(session.state.mode.overlay == nil)
    session.press("U j o")
    #expect(session.effects.last == .open("http://b.example"))
  }

  @Test("The list says what is linked, where it leads and who links it; scripts are left out")
  func namedLinks() {
    let rows = Session(Self.named).pressing("U").state.mode.overlay?.rows.map(\.text)
    #expect(
      rows == [
        "the manual  article\nhttps://a.example/m", "▦ a mill  article\nhttps://a.example/p.jpg",
        "a walk  Ann\nhttps://b.example/w",
      ]
    )
  }

  @Test("The address of a picture is reached as that of a link is")
  func pictures() throws {
    #expect(Session(Self.named).pressing("] l ] l o").effects == [.open("https://a.example/p.jpg")])
    let hints = Session(Self.named).pressing("f").state.mode.hints?.hints.map(\.link.url) ?? []
    #expect(
      hints == ["https://a.example/m", "https://a.example/p.jpg", "https://b.example/w"]
    )
  }

  @Test(
    "A picture is for the browser, whatever way leads to it",
    arguments: ["] l ] l Enter", "f s"]
  )
  func openedPictures(keys: String) {
    let picture = Effect.open("https://a.example/p.jpg")
    #expect(Session(Self.named).pressing(keys).effects == [picture])
    #expect(Session(Self.named).pressing("U j Enter").effects == [picture])
    #expect(
      Session(Self.named).pressing("U j y").effects == [.copy("https://a.example/p.jpg")]
    )
  }

  @Test("The menu of a picture does not offer to read it")
  func pictureMenu() throws {
    var session = Session(Self.named)
    let row = try #require(session.rows.firstIndex { $0.contains("▦ a mill") })
    session.click(row: row, column: 6)
    let rows = session.state.mode.overlay?.rows ?? []
    #expect(
      rows.map(\.target) == [.browser("https://a.example/p.jpg"), .copy("https://a.example/p.jpg")]
    )
  }

  @Test("A click on a link that leads nowhere says so")
  func deadLink() throws {
    var session = Session(Self.named)
    let row = try #require(session.rows.firstIndex { $0.contains("a script") })
    session.click(row: row, column: try #require(session.column(of: "s", inRow: row, from: 18)))
    #expect(session.state.mode.overlay == nil)
    #expect(session.state.message?.text.hasPrefix("this link has no address") == true)
  }

  @Test("An address too long for the title of its menu is shown whole", arguments: [40, 80])
  func longAddress(columns: Int) throws {
    let address = "http://a.example/" + String(repeating: "abcdefgh/", count: 9) + "end"
    var session = Session(
      .literal(article: [BlockLiteral(stringLiteral: address)]),
      columns: columns,
      rows: 24
    )
    let row = try #require(session.rows.firstIndex { $0.contains("http://a.example") })
    session.click(row: row, column: 4)
    #expect(session.state.mode.overlay?.rows.first?.text == address)
    #expect(session.rows.contains { $0.contains("end") && $0.hasPrefix("│") })
    session.press("Enter")
    #expect(session.effects == [.follow(address)])
  }

  @Test("The list of links names all its keys in a window of 80 columns")
  func keysOfList() {
    let screen = Session(Self.named).pressing("U").screen
    #expect(
      screen.contains(
        "o opens in the browser · y copies · / filters · Enter reads · q closes"
      )
    )
  }

  /// Words of links that are not their addresses, a script and a picture.
  static let named = Document.literal(
    article: [
      BlockLiteral(
        .paragraph,
        "In the manual and a script.",
        spans: [
          SpanLiteral(.link, "the manual", url: "https://a.example/m"),
          SpanLiteral(.link, "a script", url: "JavaScript:void(0)"),
        ]
      ),
      BlockLiteral(
        .image,
        "a mill",
        spans: [SpanLiteral(.image, "a mill", url: "https://a.example/p.jpg")]
      ),
    ],
    comments: [
      CommentLiteral(
        "Ann",
        blocks: [
          BlockLiteral(
            .paragraph,
            "I took a walk.",
            spans: [SpanLiteral(.link, "a walk", url: "https://b.example/w")]
          )
        ]
      )
    ]
  )

  @Test(
    "y copies what the next key says",
    arguments: [
      ("Tab y y", "None.\n\nSecond paragraph."),
      ("Tab y q", "Ann:\n> None.\n> \n> Second paragraph."),
      ("Tab J y p", "http://page.example/#2"), ("Tab J y l", "http://d.example"),
      ("Tab J y a", "Bob"),
      ("Tab J y t", "Bob:\nSee http://d.example\n\n  [no name]:\n  Also http://a.example now."),
      ("y y", "A bridge of stone"), ("y l", "http://a.example"), ("y a", "Mara"),
    ]
  )
  func copies(keys: String, text: String) {
    #expect(session(keys).effects == [.copy(text)], "\(keys)")
  }

  @Test(
    "What is not there is not copied, and says so",
    arguments: [
      ("Tab y p", "the address is unknown; set that of the page with :url ADDRESS"),
      ("Tab y l", "no link to copy"),
      ("y t", "only comments have replies; go to the comments first"),
      ("y p", "the address is unknown; set that of the page with :url ADDRESS"),
      ("Tab J J y a", "the author is unknown"), ("Tab O", "this comment's address is unknown"),
    ]
  )
  func nothingToCopy(keys: String, message: String) {
    let session = session(keys)
    #expect(session.effects.isEmpty)
    #expect(session.state.message?.text == message, "\(keys)")
  }

  @Test("Of mail without an address, the fields of an answer are copied")
  func replyFields() {
    let document = Document.literal(
      opening: CommentLiteral("Ann", id: "a@quay.example"),
      comments: [
        CommentLiteral(
          "Bob",
          "One.",
          id: "b@quay.example",
          answersOpening: true,
          replies: [CommentLiteral("Cleo", "Two.", id: "c@quay.example")]
        ),
        CommentLiteral("Dan", "Three.", id: "d@quay.example", replyToID: "lost@quay.example"),
        CommentLiteral("Eve", "Four.", id: "17"),
      ]
    )
    var session = Session(document, columns: 120, rows: 20)
    session.press("y p Tab J y p J y p J y p")
    func fields(_ ids: String...) -> Effect {
      let names = ids.map { "<\($0)@quay.example>" }
      return .copy(
        "In-Reply-To: \(names[names.count - 1])\nReferences: \(names.joined(separator: " "))"
      )
    }
    #expect(
      session.effects == [fields("a"), fields("a", "b", "c"), fields("lost", "d")]
    )
    #expect(
      session.state.message?.text
        == "the address is unknown; set that of the page with :url ADDRESS"
    )
    session.press("K y p")
    #expect(session.state.message?.text == "copied the fields of a reply, 2 lines")
  }

  @Test("O opens the comment's own address")
  func openComment() {
    #expect(session("Tab J O").effects == [.open("http://page.example/#2")])
  }
}
