import DocumentModel
import ReaderUI
import Terminal
import TestSupport
import Testing

/// A document, the keys pressed, and the windows it is drawn in.
struct ScreenCase: Sendable, CustomTestStringConvertible {
  static let normal = [Size(columns: 80, rows: 24)]
  static let all = [
    Size(columns: 30, rows: 8), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
  ]

  let name: String
  var document = Sample.bridge
  /// A list in place of the document.
  var listing: Listing?
  var keys = ""
  var sizes = normal
  var options = ReaderOptions()
  /// What is done after the keys that keys cannot do.
  var then: @Sendable (inout Session) -> Void = { _ in }

  var testDescription: String { name }

  /// A reader of it in a window of `size`.
  func session(of size: Size) -> Session {
    let (columns, rows) = (size.columns, size.rows)
    guard let listing else {
      return Session(document, columns: columns, rows: rows, options: options)
    }
    return Session(listing, columns: columns, rows: rows, options: options)
  }
}

@Suite("Screens")
struct ScreenTests {
  static let cases: [ScreenCase] = [
    ScreenCase(name: "opening", sizes: ScreenCase.all),
    ScreenCase(name: "thread", keys: "Tab J J", sizes: ScreenCase.all),
    ScreenCase(name: "side", keys: "Tab", options: ReaderOptions(layout: .side)),
    // The README's picture is drawn from this one.
    ScreenCase(name: "picture", keys: "Tab J J", sizes: [Size(columns: 110, rows: 30)]),
    ScreenCase(
      name: "article-alone",
      sizes: ScreenCase.all,
      options: ReaderOptions(layout: .article)
    ),
    ScreenCase(
      name: "thread-alone",
      sizes: ScreenCase.all,
      options: ReaderOptions(layout: .thread)
    ),
    ScreenCase(name: "folds", keys: "J h } }", options: ReaderOptions(layout: .thread)),
    ScreenCase(name: "all-folded", keys: "Tab zM", sizes: ScreenCase.all),
    ScreenCase(name: "search", keys: "/ f i s h Enter", sizes: ScreenCase.all),
    ScreenCase(
      name: "search-folded",
      keys: "zM / s t o n e Enter",
      options: ReaderOptions(layout: .thread)
    ),
    ScreenCase(name: "search-typed", keys: "/ m a r k s", sizes: ScreenCase.all),
    ScreenCase(name: "search-wrong", keys: "/ ("),
    ScreenCase(name: "search-nothing", keys: "/ x y z z y Enter"),
    ScreenCase(name: "help", keys: "?", sizes: ScreenCase.all),
    ScreenCase(name: "help-filtered", keys: "? / f o l d Enter"),
    ScreenCase(name: "contents", keys: "M", sizes: ScreenCase.all),
    ScreenCase(name: "facts", keys: "=", sizes: ScreenCase.all),
    ScreenCase(name: "links", keys: "U"),
    ScreenCase(name: "marks", keys: "m a Tab J m b B"),
    ScreenCase(name: "peek", keys: "Tab J J p", sizes: ScreenCase.all),
    ScreenCase(name: "hints", keys: "M j Enter f"),
    ScreenCase(name: "prompt", keys: ": f o l Tab Tab", sizes: ScreenCase.all),
    ScreenCase(name: "unknown-command", keys: ": f o o Enter"),
    ScreenCase(name: "pending", keys: "Tab 1 2 z"),
    ScreenCase(name: "cut", keys: "5 G", options: ReaderOptions(layout: .thread)),
    ScreenCase(
      name: "cut-opened",
      keys: "5 G e",
      options: ReaderOptions(layout: .thread),
      then: { $0.completeCut() }
    ),
    ScreenCase(name: "refused", keys: "Tab P", sizes: ScreenCase.all),
    ScreenCase(name: "other-pane-key", keys: "h", sizes: ScreenCase.all),
    ScreenCase(name: "dates", keys: "t", options: ReaderOptions(layout: .thread)),
    ScreenCase(
      name: "preview",
      document: Sample.long,
      keys: "Tab",
      options: ReaderOptions(previewLines: 2)
    ),
    ScreenCase(
      name: "inside-long",
      document: Sample.long,
      keys: "Tab J j j j",
      sizes: ScreenCase.all
    ),
    ScreenCase(name: "deep", document: Sample.deep, keys: "v Tab 2 5 G", sizes: ScreenCase.all),
    ScreenCase(
      name: "chain",
      document: Sample.chain,
      keys: "",
      options: ReaderOptions(layout: .thread)
    ),
    ScreenCase(name: "wide-characters", keys: "G K", sizes: ScreenCase.all),
    ScreenCase(name: "no-comments", document: Sample.silent, keys: "Tab", sizes: ScreenCase.all),
    ScreenCase(name: "no-article", document: Sample.headless, sizes: ScreenCase.all),
    ScreenCase(name: "elsewhere", document: Sample.elsewhere, sizes: ScreenCase.all),
    ScreenCase(name: "unfinished", document: Sample.unfinished, sizes: ScreenCase.all),
    ScreenCase(
      name: "news",
      keys: "Tab 4 G h",
      sizes: ScreenCase.all,
      options: ReaderOptions(layout: .thread),
      then: { $0.bringNews() }
    ),
    ScreenCase(name: "all-hidden", document: Sample.headless, keys: "x x"),
    ScreenCase(
      name: "too-small",
      sizes: [Size(columns: 19, rows: 5), Size(columns: 60, rows: 4), Size(columns: 5, rows: 3)]
    ),
    ScreenCase(
      name: "list",
      listing: Sample.frontPage,
      keys: "j j",
      sizes: ScreenCase.all + [Size(columns: 120, rows: 36)],
      then: { $0.state.markRead(entry: 0) }
    ),
    ScreenCase(name: "list-end", listing: Sample.longList(30), keys: "G j", sizes: ScreenCase.all),
    ScreenCase(name: "list-filter", listing: Sample.frontPage, keys: "& e x Enter S"),
    ScreenCase(name: "list-search", listing: Sample.frontPage, keys: "/ t h e Enter n"),
    ScreenCase(name: "list-help", listing: Sample.frontPage, keys: "?", sizes: ScreenCase.all),
    ScreenCase(
      name: "tabs",
      keys: "Tab J",
      sizes: ScreenCase.all + [Size(columns: 120, rows: 36)],
      then: { $0.findDiscussions() }
    ),
    ScreenCase(
      name: "tab-loading",
      document: Sample.silent,
      sizes: ScreenCase.all,
      then: {
        $0.findDiscussions()
        $0.state.awaitDiscussion(on: "Lobsters")
      }
    ),
    ScreenCase(name: "smallest", keys: "Tab", sizes: [Size(columns: 20, rows: 5)]),
  ]

  @Test("The screen is as it was drawn before", arguments: cases)
  func screen(_ each: ScreenCase) {
    for size in each.sizes {
      var session = each.session(of: size)
      session.press(each.keys)
      each.then(&session)
      let snapshot = ScreenSnapshot(session, keys: each.keys, name: each.name)
      let difference = snapshot.difference()
      #expect(difference == nil)
    }
  }
}

extension Session {
  /// Marks some comments as a reload would.
  mutating func bringNews() {
    let document = state.document
    press("g l l h g")
    revise(to: document, places: Array(document.commentIDs), news: "2 new, 1 changed, 1 removed") {
      for index in [2, 5] { $0.new.insert(CommentID(index)) }
      $0.changed.insert(CommentID(0))
      $0.gone.insert(CommentID(4))
    }
  }

  /// Finds two discussions besides the one that is read.
  mutating func findDiscussions() {
    let sites = [("Hacker News", 113), ("Lobsters", 9)]
    state.add(
      sites.map { DiscussionTab(on: $0.0, at: "https://\($0.1).example/", commentCount: $0.1) },
      besides: DiscussionTab(on: "bridges.example", at: "", commentCount: 11)
    )
    var tabs = state.discussions
    tabs.current = 2
    state.show(tabs)
  }

  /// Hands over the whole text of every cut comment, as a companion would.
  mutating func completeCut() {
    let full = Document.literal(
      article: ["Monks did not float stone on rafts, and the fish is the guild's, whole and all."]
    )
    let document = state.document
    let cut = document.commentIDs.filter { document[$0].isTruncated }
    let texts = cut.map { ($0, Completion(document: full, blocks: 0..<1, origin: "full.html")) }
    complete(Dictionary(uniqueKeysWithValues: texts), of: Array(cut))
  }
}
