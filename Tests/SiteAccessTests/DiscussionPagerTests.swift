import DocumentMerging
import DocumentModel
import Fetching
import Synchronization
import SystemServices
import TestSupport
import Testing

@testable import SiteAccess

@Suite("Following a discussion")
struct DiscussionPagerTests {
  /// A site made up of documents by the address they are at.
  private final class Site: PartSource {
    private let pages: [String: Result<Document, SiteError>]
    private let log = Mutex<[String]>([])

    init(_ pages: [String: Result<Document, SiteError>]) { self.pages = pages }

    var asked: [String] { log.withLock { $0 } }

    func part(
      _ continuation: Continuation,
      of document: Document,
      cancellation: Cancellation
    ) throws(SiteError) -> Document {
      guard case .page(let address) = continuation.link else { throw .notOffered("no page") }
      log.withLock { $0.append(address) }
      guard let page = pages[address] else { throw .notOffered("\(address): not here") }
      return try page.get()
    }
  }

  private static func page(_ author: String, ways: [Continuation] = []) -> Document {
    .literal(comments: [CommentLiteral(author, "I am \(author).")], continuations: ways)
  }

  private static func way(_ address: String, at comment: Int? = nil) -> Continuation {
    Continuation(.discussion, .page(address), comment: comment.map { CommentID($0) })
  }

  /// What a walk came to: the authors at every report, the end, and what was asked for.
  private struct Course {
    var reports: [[String]] = []
    var outcome = DiscussionPager.Outcome()
    var asked: [String] = []
    var places: [[CommentID]] = []
  }

  private func walk(
    _ document: Document,
    _ pages: [String: Result<Document, SiteError>],
    _ amount: DiscussionPager.Amount,
    followed: Set<Continuation.Link> = [],
    stopsAfter limit: Int = .max
  ) -> Course {
    let site = Site(pages)
    let cancellation = Cancellation()
    var pager = DiscussionPager(
      document,
      from: site,
      followed: followed,
      cancellation: cancellation
    )
    var course = Course()
    course.outcome = pager.load(amount, of: .discussion, first: document.continuations.first) {
      step in
      course.reports.append(
        step.document.comments.map { comment in
          step.document.name(of: comment) ?? "?"
        }
      )
      course.places.append(step.places)
      if course.reports.count == limit { cancellation.cancel() }
    }
    course.asked = site.asked
    return course
  }

  /// Three pages, the last of which leads back to the first two.
  private static let chain: [String: Result<Document, SiteError>] = [
    "2": .success(page("Bob", ways: [way("3")])),
    "3": .success(page("Cy", ways: [way("1"), way("2#top")])),
  ]

  @Test("One page after another, and the end where pages lead to each other")
  func chain() {
    let start = Self.page("Ann", ways: [Self.way("2")])
    let one = walk(start, Self.chain, .parts(1), followed: [.page("1")])
    #expect(one.reports == [["Ann", "Bob"]])
    let all = walk(start, Self.chain, .all, followed: [.page("1")])
    #expect(all.reports == [["Ann", "Bob"], ["Ann", "Bob", "Cy"]])
    #expect(all.asked == ["2", "3"])
    #expect(all.outcome.comments == 2 && all.outcome.failure == nil)
    #expect(walk(start, Self.chain, .parts(9), followed: [.page("1")]).asked == ["2", "3"])
  }

  @Test("Pages without end that bring nothing new are left after a while")
  func endless() {
    var pages: [String: Result<Document, SiteError>] = [:]
    for number in 1...50 {
      pages["\(number)"] = .success(
        Self.page("Ann", ways: [Self.way("\(number + 1)")])
      )
    }
    let document = Document.literal(
      comments: [CommentLiteral("Ann", "I am Ann.")],
      continuations: [Self.way("1")]
    )
    let course = walk(document, pages, .all)
    #expect(course.asked.count < 20)
    #expect(course.outcome.comments == 0)
  }

  @Test("What hangs on several comments comes at once, each where it belongs")
  func independent() {
    let document = Document.literal(
      comments: ["Ann", "Bob", "Cy"].map { (name: String) in CommentLiteral(name, "I am \(name).")
      },
      continuations: [Self.way("a", at: 0), Self.way("b", at: 1), Self.way("c", at: 2)]
    )
    let pages =
      Dictionary(
        uniqueKeysWithValues: ["a", "b", "c"].map { ($0, Result.success(Self.page("Of \($0)"))) }
      ) as [String: Result<Document, SiteError>]
    let course = walk(document, pages, .all)
    #expect(course.reports == [["Ann", "Of a", "Bob", "Of b", "Cy", "Of c"]])
    #expect(course.places == [[CommentID(0), CommentID(2), CommentID(4)]])
    #expect(Set(course.asked) == ["a", "b", "c"])
  }

  @Test("What failed is told; what came before it stays, and the way is still there")
  func failure() {
    let start = Self.page("Ann", ways: [Self.way("2")])
    var pages = Self.chain
    pages["3"] = .failure(.failed(.status(503, "3")))
    let course = walk(start, pages, .all)
    #expect(course.reports.last == ["Ann", "Bob"])
    #expect(course.outcome.failure == "3: server error (status 503); try again later")
  }

  @Test("A page behind one that failed waits for it, so that comments stay in order")
  func order() {
    let start = Self.page("Ann", ways: [Self.way("2"), Self.way("3")])
    var pages: [String: Result<Document, SiteError>] = [
      "2": .failure(.failed(.status(500, "2"))), "3": .success(Self.page("Cy")),
    ]
    let broken = walk(start, pages, .all)
    #expect(broken.reports.last == ["Ann"])
    #expect(broken.outcome.followed.isEmpty)
    pages["2"] = .success(Self.page("Bob"))
    #expect(walk(start, pages, .all).reports.last == ["Ann", "Bob", "Cy"])
  }

  @Test("A reload for which a page in the middle fails calls nothing gone, and wants it again")
  func reloadWithGap() throws {
    let ways = [Self.way("2"), Self.way("3"), Self.way("4"), Self.way("5"), Self.way("6")]
    let names = ["Ann", "Bob", "Cy", "Dan", "Eve", "Fay"]
    let old = Document.literal(comments: names.map { CommentLiteral($0, "I am \($0).") })
    var pages: [String: Result<Document, SiteError>] = [:]
    for (way, name) in zip(2...6, names.dropFirst()) {
      pages["\(way)"] = .success(Self.page(name))
    }
    for broken in ["2", "3", "4"] {
      for error in [SiteError.failed(.status(500, broken)), .notOffered("\(broken) is closed")] {
        var site = pages
        site[broken] = .failure(error)
        let refresh = try #require(
          try DiscussionRefresh(
            old,
            by: Self.page("Ann", ways: ways),
            from: Site(site),
            ownWays: [.page("1")],
            followed: Set((1...6).map { .page("\($0)") }),
            cancellation: Cancellation()
          ) { _ in }
        )
        #expect(refresh.changes.gone.isEmpty, "\(broken): \(error)")
        #expect(refresh.failure == error.description)
        #expect(refresh.changes.document.comments.count == 6)
      }
    }
  }

  @Test("One way that is closed does not keep the others from being followed")
  func closed() {
    let document = Document.literal(
      comments: ["Ann", "Bob"].map { (name: String) in CommentLiteral(name, "I am \(name).") },
      continuations: [Self.way("gone", at: 0), Self.way("b", at: 1)]
    )
    let course = walk(document, ["b": .success(Self.page("Cy"))], .all)
    #expect(course.reports.last == ["Ann", "Bob", "Cy"])
    #expect(course.asked.sorted() == ["b", "gone"])
  }

  @Test("A walk that is stopped goes no further")
  func stopped() {
    let start = Self.page("Ann", ways: [Self.way("2")])
    #expect(walk(start, Self.chain, .all, stopsAfter: 1).asked == ["2"])
  }
}
