import Fetching
import Testing

@Suite("Passwords, cookies and forms")
struct SecretTests {
  private func fetcher() -> Fetcher {
    Fetcher(resolver: Resolver { _ in ["127.0.0.1"] }, proxies: .none)
  }

  @Test("A password in an address goes to its origin, and is in nothing that is shown")
  func password() throws {
    let other = try WireServer { _, send in _ = send(page("there")) }
    defer { other.stop() }
    let target = try other.address()
    let server = try WireServer { request, send in
      let isMoved = request.hasPrefix("GET /moved")
      let answer =
        isMoved ? page("", status: "302 Found", headers: ["Location: \(target)"]) : page("x")
      _ = send(answer)
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let text = "http://me:hunter%322@127.0.0.1:\(server.port)/moved"
    let typed = try #require(WebAddress(fetcher.takingCredentials(from: text)))
    fetcher.trust(typed)
    fetcher.trust(target)
    let answer = try fetcher.fetch(FetchRequest(typed))
    let next = try #require(typed.resolving("/next"))
    _ = try fetcher.fetch(FetchRequest(next))
    let authorization = "Authorization: Basic bWU6aHVudGVyMjI=\r\n"
    #expect(server.requests.map { $0.contains(authorization) } == [true, true])
    #expect(other.requests.map { $0.contains("Authorization") || $0.contains("hunter") } == [false])
    for text in ["\(typed)", typed.origin, "\(next)", "\(answer.address)"] {
      #expect(!text.contains("hunter") && !text.contains("me:"))
    }
  }

  @Test(
    "What is shown of an address has no name and no password",
    arguments: [
      ("http://a:b@c.org/d@e?f", "http://c.org/d@e?f"), ("HTTPS://a@c.org", "HTTPS://c.org"),
      ("http://a:b@c@d.org?x", "http://d.org?x"),
      ("http://a:b@not a host/", "http://…@not a host/"),
      ("http://a:b#c@d.org/", "http://…@d.org/"), ("http://a:b/c@d.org/", "http://…@d.org/"),
      ("http://a:b?c@d.org:9/", "http://…@d.org:9/"), ("http://a:b\\c@d.org", "http://…@d.org"),
      (" http://a:b@d.org/", " http://…@d.org/"), ("http:/a:b@d.org/", "http:/…@d.org/"),
      ("http://c.org/a:b@d", "http://c.org/a:b@d"), ("page@home.html", "page@home.html"),
      ("ftp://a:b@c/", "ftp://…@c/"), ("backup:/a@b.html", "backup:/a@b.html"),
    ]
  )
  func shown(_ typed: String, _ expected: String) {
    let shown = fetcher().takingCredentials(from: typed)
    #expect(shown == expected)
    #expect((WebAddress(shown) == nil) == (WebAddress(typed) == nil))
  }

  @Test("A form of any size is sent, and to another origin only without its fields")
  func form() throws {
    let other = try WireServer { _, send in _ = send(page("there")) }
    defer { other.stop() }
    let target = try other.address()
    let server = try WireServer { request, send in
      let status = request.hasPrefix("POST /302") ? "302 Found" : "307 Temporary"
      _ = send(page("", status: status, headers: ["Location: \(target)"]))
    }
    defer { server.stop() }
    let fetcher = fetcher()
    fetcher.trust(target)
    let form = [FormField("field", String(repeating: "x", count: 300 << 10))]
    for path in ["/302", "/307"] {
      let address = try server.address(path)
      fetcher.trust(address)
      _ = try? fetcher.fetch(FetchRequest(address, form: form))
    }
    #expect(server.requests.map { $0.hasSuffix("field=\(form[0].value)") } == [true, true])
    #expect(other.requests.map { $0.hasPrefix("GET ") && !$0.contains("field") } == [true])
  }

  @Test("A request bound to a site does not follow a redirect off it")
  func bound() throws {
    let other = try WireServer { _, send in _ = send(page("there")) }
    defer { other.stop() }
    let target = try other.address()
    let server = try WireServer { _, send in
      _ = send(page("", status: "302 Found", headers: ["Location: \(target)"]))
    }
    defer { server.stop() }
    let fetcher = fetcher()
    var request = FetchRequest(try server.address())
    request.redirects = .onSite
    fetcher.trust(request.address)
    fetcher.trust(target)
    #expect(throws: FetchError.redirectRefused(from: "127.0.0.1", to: target.origin)) {
      try fetcher.fetch(request)
    }
    #expect(try other.connectionCount() == 0)
  }

  @Test("What a server puts into headers is in no message")
  func headers() throws {
    for header in ["Location: ftp://\u{1B}]0;x\u{7}", "Location: http://a\u{1B}c/"] {
      let server = try WireServer { _, send in
        _ = send(page("", status: "302 Found", headers: [header]))
      }
      defer { server.stop() }
      let address = try server.address()
      let fetcher = fetcher()
      fetcher.trust(address)
      let error = #expect(throws: FetchError.self) { try fetcher.fetch(FetchRequest(address)) }
      #expect(
        error?.description
          == "127.0.0.1: redirects to an address that is not http or https, which skein does not follow"
      )
    }
  }
}
