import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import SystemServices
import Testing

@testable import SiteAccess

@Suite("Asking the site of a page for full texts")
struct SiteFullTextsTests {
  /// What a visit to a site came to.
  private struct Visit: Sendable {
    var texts: [String] = []
    var error: String?
    var requests: [String] = []

    /// Notes what was found of `comments`.
    mutating func take(_ found: FoundTexts, of comments: [CommentID]) {
      texts = comments.compactMap { found.texts[$0] }.map { $0.document.prose(of: $0.blocks) }
      error = found.failure
    }
  }

  /// Opens both cut comments of a site's page, `rounds` times.
  private func visit(
    _ setup: WordPressServer.Setup,
    comments: [CommentID] = [CommentID(0), CommentID(1)],
    rounds: Int = 1,
    isKnown: Bool = true
  ) async throws -> Visit {
    let server = try await WordPressServer(setup)
    let page = server.page
    var visit = await onThread { () -> Visit in
      let fetcher = Fetcher()
      do {
        let source = try WebPage.fetch("\(page)", with: fetcher).source(location: "\(page)")
        let document = FormatRegistry.builtIn.detect(source).parse(source)
        let stranger = isKnown ? fetcher : Fetcher()
        let site = SiteFullTexts(name: "the page", clients: SiteClients(), fetcher: stranger) {
          _ in source
        }
        var visit = Visit()
        for round in 1...rounds {
          do {
            let found = try site.fullTexts(of: comments, in: document, job: SiteJob())
            visit.take(found, of: comments)
          } catch  where round < rounds {
            continue
          }
        }
        return visit
      } catch {
        return Visit(error: "\(error)")
      }
    }
    visit.requests = server.requests
    await server.stop()
    return visit
  }

  /// Runs `work`, which may wait, where that holds up nobody.
  private func onThread(_ work: @escaping @Sendable () -> Visit) async -> Visit {
    await withCheckedContinuation { continuation in
      BackgroundThread.start { continuation.resume(returning: work()) }
    }
  }

  private static let full = [
    "The lantern over the gate was lit at six by the keeper. Nobody saw who.",
    "My aunt — who kept the mill — had the key, and never told a soul about it.",
  ]

  @Test("wpDiscuz tells them, whatever its age")
  func ages() async throws {
    for setup in [
      WordPressServer.Setup(), .init(nonce: nil), .init(isCustom: true),
      .init(nonce: nil, tellsNonce: false, isCustom: true),
    ] {
      let visit = try await visit(setup)
      #expect(visit.error == nil)
      #expect(visit.texts == Self.full)
    }
  }

  @Test("The nonce is asked for once")
  func nonce() async throws {
    let visit = try await visit(.init(), rounds: 2)
    #expect(visit.requests.filter { $0.hasPrefix("wpdGetNonce") }.count == 1)
    #expect(visit.requests.filter { $0.hasPrefix("wpdReadMore") }.count == 4)
  }

  @Test("Where the nonce is refused or «Read more» is off the REST interface tells them")
  func falling() async throws {
    for setup in [
      WordPressServer.Setup(tellsNonce: false, hasREST: true),
      .init(readsMore: false, hasREST: true),
    ] {
      let visit = try await visit(setup)
      #expect(visit.texts == Self.full)
      #expect(visit.requests.last == "REST 11,12")
    }
  }

  @Test("What a site does not offer is not asked for twice")
  func remembering() async throws {
    let visit = try await visit(.init(readsMore: false, hasREST: true), rounds: 3)
    #expect(visit.requests.filter { $0.hasPrefix("REST") }.count == 3)
    #expect(visit.requests.filter { $0.hasPrefix("wpdReadMore") }.count == 2)
  }

  @Test(
    "A page in place of data is told, and the interfaces are asked again",
    arguments: [
      (AnswerCheckTests.login, "127.0.0.1 asks for a login"),
      ("<!doctype html><title>Tea break</title><p>The keeper makes tea.</p>", "with a page"),
    ]
  )
  func page(_ page: String, _ reason: String) async throws {
    let visit = try await visit(.init(page: page), rounds: 2)
    #expect(visit.error?.contains(reason) == true, "\(visit.error ?? "no error")")
    #expect(visit.requests.filter { $0.hasPrefix("REST") }.count == 2)
    #expect(visit.requests.filter { $0.hasPrefix("wpdGetNonce") }.count >= 2)
  }

  @Test("What came is kept where a site fails in the middle, and what failed is told")
  func middle() async throws {
    let visit = try await visit(.init(broken: ["12"]))
    #expect(visit.texts == [Self.full[0]])
    #expect(visit.error?.contains("server error (status 500)") == true)
  }

  @Test("A site that asks for a moment is given it")
  func moment() async throws {
    let visit = try await visit(.init(isBusyAtFirst: true))
    #expect(visit.texts == Self.full)
    #expect(visit.error == nil)
  }

  @Test("A site that offers nothing is told as such")
  func nothing() async throws {
    let visit = try await visit(.init(readsMore: false))
    #expect(visit.texts.isEmpty)
    #expect(visit.error?.contains("REST interface is closed (status 404)") == true)
  }

  @Test("A text that begins with other words than those shown is refused")
  func lying() async throws {
    let visit = try await visit(
      .init(texts: ["11": "<p>Buy lamps at the lamp shop, the best lamps there are.</p>"])
    )
    #expect(visit.texts.isEmpty)
    #expect(visit.error?.contains("does not begin with the words shown") == true)
  }

  @Test("A saved page cannot have another site asked than the one it is from")
  func elsewhere() async throws {
    let servers = [
      try await WordPressServer(.init(hasREST: true)),
      try await WordPressServer(.init(hasREST: true)),
    ]
    let markup = servers[0].savedPage(namingInterfacesOf: servers[1])
    let pages = servers.map(\.page)
    let visit = await onThread { () -> Visit in
      let fetcher = Fetcher()
      pages.forEach(fetcher.trust)
      return Self.visit(markup, with: fetcher)
    }
    #expect(visit.error?.contains("on another site") == true)
    #expect(servers.map(\.requests) == [[], []])
    for server in servers { await server.stop() }
  }

  @Test("A saved page is completed from the site it is from, if the user has named that")
  func saved() async throws {
    for isNamed in [true, false] {
      let server = try await WordPressServer(.init())
      let (page, markup) = (server.page, server.savedPage(namingInterfacesOf: server))
      let visit = await onThread { () -> Visit in
        let fetcher = Fetcher()
        if isNamed { fetcher.trust(page) }
        return Self.visit(markup, with: fetcher)
      }
      #expect(visit.texts == (isNamed ? Self.full : []))
      #expect(server.requests.isEmpty == !isNamed)
      await server.stop()
    }
  }

  /// Opens both cut comments of a saved page.
  private static func visit(_ markup: String, with fetcher: Fetcher) -> Visit {
    let storage = TextStorage(copying: Array(markup.utf8))
    let source = SourceText(decoding: storage, location: "gate.html")
    let document = FormatRegistry.builtIn.detect(source).parse(source)
    let site = SiteFullTexts(name: "the page", clients: SiteClients(), fetcher: fetcher) { _ in
      source
    }
    do {
      let ids = [CommentID(0), CommentID(1)]
      let found = try site.fullTexts(of: ids, in: document, job: SiteJob())
      var visit = Visit()
      visit.take(found, of: ids)
      return visit
    } catch {
      return Visit(error: "\(error)")
    }
  }

  @Test("A page cannot send the reader into a network the person has not named")
  func inside() async throws {
    let visit = try await visit(.init(), isKnown: false)
    #expect(visit.texts.isEmpty)
    #expect(visit.error?.contains("in a private network") == true)
    #expect(visit.requests.isEmpty)
  }
}

extension Document {
  /// The text of some blocks, in one line.
  fileprivate func prose(of blocks: Range<Int32>) -> String {
    self.blocks(in: blocks).map { text(of: $0) }.joined(separator: " ")
  }
}
