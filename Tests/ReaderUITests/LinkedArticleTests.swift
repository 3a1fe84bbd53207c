import DocumentModel
import TestSupport
import TextSearch
import Testing

@testable import ReaderUI

@Suite("The article that a post links to")
struct LinkedArticleTests {
  private static let comments = [
    CommentLiteral("Ann", "The oil was dear."), CommentLiteral("Bob", "So was the glass."),
  ]
  private static let post = Document.literal(
    title: "The lantern",
    article: ["https://lamps.example/a"],
    comments: comments
  )
  private static let joined = Document.literal(
    title: "The lantern",
    article: ["https://lamps.example/a", "It stood on the quay.", "Nobody paid for it."],
    comments: comments
  )
  private let session = Session(post, columns: 120, rows: 30)

  @Test("is offered in its pane, and asked for with e or Enter there")
  func offer() {
    var session = session
    #expect(session.state.focus == .thread)
    session.state.offerLinkedArticle()
    #expect(session.screen.contains("The linked article is not loaded yet · e loads it"))
    session.press("Tab e Enter")
    #expect(
      session.effects == [
        .loadLinked("https://lamps.example/a"), .loadLinked("https://lamps.example/a"),
      ]
    )
  }

  @Test("says how far it is, and why it is not there; Esc stops it")
  func progress() {
    var session = session
    session.state.setLinkedProgress(Progress(label: "lamps.example 12 kB", share: nil))
    #expect(session.screen.contains("Loading the article: lamps.example 12 kB"))
    session.press("Esc")
    #expect(session.effects == [.stopLinking])
    #expect(session.screen.contains("Not loaded: stopped · e tries again"))
    session.state.refuseLinkedArticle(because: "lamps.example: no such host")
    #expect(session.screen.contains("Not loaded: lamps.example: no such host"))
    #expect(session.state.progress == nil)
  }

  @Test("takes the place of the link; the reader stays where they are, and a search covers it")
  func arrival() {
    var session = session
    session.press("J")
    session.state.setLinkedProgress(Progress(label: "lamps.example", share: nil))
    session.state.takeLinkedArticle(
      Replacement(Reading(Self.joined), newIDs: Array(Self.joined.commentIDs)),
      from: "lamps.example"
    )
    #expect(session.state.focus == .thread && session.state.thread.focused == CommentID(1))
    #expect(session.state.message?.text == "the article is from lamps.example")
    #expect(!session.screen.contains("Loading the article"))
    session.press("/")
    session.type("quay")
    session.press("Enter")
    #expect(session.state.search.active?.found.hits.count == 1)
    #expect(session.state.focus == .article)
    session.press("Esc e")
    #expect(session.state.message?.text == "this post does not link to an article")
    #expect(session.violation == nil)
  }

  @Test("says that its own page has comments")
  func ownComments() {
    var session = session
    session.state.takeLinkedArticle(
      Replacement(Reading(Self.joined), newIDs: Array(Self.joined.commentIDs)),
      from: "lamps.example",
      commentCount: 12
    )
    #expect(
      session.state.message?.text
        == "the article is from lamps.example; its own page has 12 comments"
    )
  }

  @Test("is no article that says something itself")
  func others() {
    #expect(Self.post.linkedAddress == "https://lamps.example/a")
    #expect(Self.joined.linkedAddress == nil)
    for words in ["See https://lamps.example/a", "mailto:a@lamps.example", ""] {
      #expect(Document.literal(article: [BlockLiteral(stringLiteral: words)]).linkedAddress == nil)
    }
  }

  @Test("D asks for its discussions elsewhere")
  func discussions() {
    #expect(session.pressing("D").effects == [.findDiscussions("https://lamps.example/a")])
    var silent = Session(Document.literal(article: ["Words."]))
    silent.press("D")
    #expect(silent.effects.isEmpty && silent.state.message?.text.contains(":url") == true)
    let list = Session(Sample.frontPage).pressing("D")
    #expect(list.effects == [.findDiscussions("https://lamps.example/1")])
  }
}
