import Fetching
import Glibc
import SystemServices
import Synchronization
import Testing

extension FetchError {
  /// The name of the case.
  fileprivate var name: String? { Mirror(reflecting: self).children.first?.label }
}

@Suite struct FetcherTests {
  /// Fetches `path` of a server that answers so, as if the person had typed its address.
  private func fetch(
    _ path: String = "/",
    change: (inout FetchRequest) -> Void = { _ in },
    answer: @escaping WireServer.Answer
  ) throws -> FetchAnswer {
    let server = try WireServer(answer)
    defer { server.stop() }
    var request = FetchRequest(try server.address(path))
    change(&request)
    let fetcher = Fetcher()
    fetcher.trust(request.address)
    return try fetcher.fetch(request)
  }

  @Test func `a page comes with its type and its encoding`() throws {
    let answer = try fetch { _, send in
      _ = send(page("<p>hi", headers: ["Content-Type: text/html; charset=\"Windows-1251\""]))
    }
    #expect(answer.status == 200)
    #expect(answer.contentType == "text/html")
    #expect(answer.charset == "windows-1251")
    #expect(answer.body == Array("<p>hi".utf8))
  }

  @Test func `a form is posted field by field`() throws {
    let server = try WireServer { _, send in _ = send(page("{}")) }
    defer { server.stop() }
    let fetcher = Fetcher()
    let address = try server.address("/ajax")
    fetcher.trust(address)
    let form = [FormField("action", "wpdReadMore"), FormField("x", "@a&b=c d")]
    _ = try fetcher.fetch(FetchRequest(address, form: form))
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("POST /ajax "))
    #expect(request.hasSuffix("action=wpdReadMore&x=%40a%26b%3Dc%20d"))
  }

  @Test func `cookies go back to the host that set them, and to no other`() throws {
    let server = try WireServer { _, send in
      _ = send(
        page("x", headers: ["Set-Cookie: nonce=abc; Path=/", "Set-Cookie: other=1; Path=/q"])
      )
    }
    defer { server.stop() }
    let fetcher = Fetcher()
    for host in ["127.0.0.1", "127.0.0.1", "localhost"] {
      let address = try server.address("/p", host: host)
      fetcher.trust(address)
      _ = try fetcher.fetch(FetchRequest(address))
    }
    let cookies = server.requests.map { $0.contains("Cookie: nonce=abc\r\n") }
    #expect(cookies == [false, true, false])
  }

  @Test func `redirects are followed, and the last address is told`() throws {
    let answer = try fetch("/old") { request, send in
      let isOld = request.hasPrefix("GET /old")
      _ = send(isOld ? page("", status: "301 Moved", headers: ["Location: new"]) : page("here"))
    }
    #expect(answer.body == Array("here".utf8))
    #expect(answer.address.path == "/new")
  }

  @Test func `ten redirects are followed, and not one more`() throws {
    for (count, isFollowed) in [(10, true), (11, false)] {
      let answer = try? fetch("/\(count)") { request, send in
        let number = Int(request.dropFirst("GET /".count).prefix { $0.isNumber }) ?? 0
        let headers = ["Location: /\(number - 1)"]
        _ = send(number == 0 ? page("here") : page("", status: "302 Found", headers: headers))
      }
      #expect((answer?.body == Array("here".utf8)) == isFollowed)
    }
  }

  @Test(
    "a form is sent again only where the redirect says so",
    arguments: [("302 Found", "GET"), ("303 See Other", "GET"), ("307 Temporary", "POST")]
  )
  func redirectsForm(_ status: String, _ method: String) throws {
    let server = try WireServer { request, send in
      let isOld = request.hasPrefix("POST /old")
      _ = send(isOld ? page("", status: status, headers: ["Location: /new"]) : page("{}"))
    }
    defer { server.stop() }
    let fetcher = Fetcher()
    let address = try server.address("/old")
    fetcher.trust(address)
    _ = try fetcher.fetch(FetchRequest(address, form: [FormField("a", "b")]))
    #expect(server.requests.last?.hasPrefix("\(method) /new ") == true)
    #expect(server.requests.last?.hasSuffix("a=b") == (method == "POST"))
  }

  @Test func `a redirect cannot bring a name and a password along`() {
    let error = #expect(throws: FetchError.self) {
      try fetch { _, send in
        let headers = ["Location: http://user:secret@127.0.0.1:9/"]
        _ = send(page("", status: "302 Found", headers: headers))
      }
    }
    #expect(error?.name == "redirectRefused")
  }

  @Test func `a page that sends to itself is given up`() {
    #expect(throws: FetchError.self) {
      try fetch { _, send in _ = send(page("", status: "302 Found", headers: ["Location: /"])) }
    }
  }

  @Test(
    "a page cannot send the reader out of the web, or inside a network",
    arguments: ["file:///etc/passwd", "http://10.0.0.1/", "http://localhost:1/", "http://[::1]/"]
  )
  func refusesRedirect(_ target: String) throws {
    let error = #expect(throws: FetchError.self) {
      try fetch { _, send in
        _ = send(page("", status: "302 Found", headers: ["Location: \(target)"]))
      }
    }
    #expect(["redirectRefused", "privateNetwork"].contains(error?.name))
  }

  @Test func `an address inside a network that nobody typed is not asked for anything`() throws {
    let server = try WireServer { _, send in _ = send(page("secret")) }
    defer { server.stop() }
    let address = try server.address()
    #expect(throws: FetchError.privateNetwork("127.0.0.1")) {
      try Fetcher().fetch(FetchRequest(address))
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a body without end is stopped at the limit`() {
    let error = #expect(throws: FetchError.self) {
      try fetch(change: { $0.sizeLimit = 1 << 20 }) { _, send in
        guard send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n") else { return }
        let piece = String(repeating: "x", count: 1 << 16)
        while send("10000\r\n\(piece)\r\n") {}
      }
    }
    #expect(error?.name == "tooLarge")
  }

  @Test func `a small body that unpacks to a large one is stopped at the limit`() {
    let error = #expect(throws: FetchError.self) {
      try fetch(change: { $0.sizeLimit = 1 << 20 }) { _, send in
        _ = send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
        _ = send(Self.bomb(matches: 20_000))
      }
    }
    #expect(error?.name == "tooLarge")
  }

  /// The beginning of a gzip stream: an `x`, and then so many times 258 more (RFC 1951, 3.2.6).
  private static func bomb(matches: Int) -> String {
    let start: [UInt8] = [1, 1, 0] + [1, 0, 1, 0, 1, 0, 0, 0]
    let match: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]
    let bits = start + (0..<matches).flatMap { _ in match }
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    for group in stride(from: 0, to: bits.count - 7, by: 8) {
      bytes.append((0..<8).reduce(0) { $0 | bits[group + $1] << UInt8($1) })
    }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  @Test func `a body that says it is too long is not waited for`() {
    let error = #expect(throws: FetchError.self) {
      try fetch { _, send in
        _ = send("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nx")
        sleep(20)
      }
    }
    #expect(error?.name == "tooLarge")
  }

  @Test func `a body that ends early is not taken for the whole`() {
    let error = #expect(throws: FetchError.self) {
      try fetch { _, send in _ = send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") }
    }
    #expect(error?.name == "cutOff")
  }

  @Test func `a server that drips is given up`() {
    let error = #expect(throws: FetchError.self) {
      try fetch(change: { $0.idleTime = 1 }) { _, send in
        guard send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n") else { return }
        while send("x") { usleep(300_000) }
      }
    }
    #expect(error?.name == "timedOut")
  }

  @Test func `pictures are refused, and what only says that it is text`() {
    for headers in ["Content-Type: image/png", "Content-Type: text/html"] {
      let error = #expect(throws: FetchError.self) {
        try fetch { _, send in _ = send(page("\u{0}PNG", headers: [headers])) }
      }
      #expect(error?.name == "notText")
    }
  }

  @Test func `text with two bytes a character is text`() throws {
    for start in ["\u{FF}\u{FE}", "\u{FE}\u{FF}"] {
      let answer = try fetch { _, send in
        _ = send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n")
        _ = send(start + "\u{0}a")
      }
      #expect(answer.body.count == 4)
    }
    let late = String(repeating: "x", count: 1024) + "\u{0}"
    #expect(try fetch { _, send in _ = send(page(late)) }.body.count == 1025)
  }

  @Test func `a status that is no success still brings its body`() throws {
    let answer = try fetch { _, send in _ = send(page("0", status: "400 Bad Request")) }
    #expect(answer.status == 400)
    #expect(answer.body == [0x30])
    #expect(throws: FetchError.self) { try answer.successful() }
  }

  @Test func `interim answers and trailers are not taken for headers`() throws {
    let answer = try fetch { _, send in
      _ = send("HTTP/1.1 103 Early Hints\r\nX-Kind: interim\r\n\r\n")
      _ = send(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Kind: real\r\n\r\n"
          + "2\r\nhi\r\n0\r\nX-Trailer: no\r\n\r\n"
      )
    }
    #expect(answer.headers.values(of: "x-kind") == ["real"])
    #expect(answer.headers["x-trailer"] == nil)
  }

  @Test func `what cannot be reached is told as such`() throws {
    let server = try WireServer { _, _ in }
    let address = try server.address()
    server.stop()
    let fetcher = Fetcher()
    fetcher.trust(address)
    #expect(throws: FetchError.self) { try fetcher.fetch(FetchRequest(address)) }
    let nobody = try #require(WebAddress("http://nobody.invalid/"))
    #expect(throws: FetchError.noSuchHost("nobody.invalid")) {
      try fetcher.fetch(FetchRequest(nobody))
    }
  }

  @Test func `a missing curl is told`() throws {
    let address = try #require(WebAddress("http://example.invalid/"))
    #expect(throws: FetchError.noProgram("curl", package: "curl")) {
      let resolver = Resolver { _ in ["93.184.215.14"] }
      return try Fetcher(program: "/nonexistent/curl", resolver: resolver).fetch(
        FetchRequest(address)
      )
    }
  }

  @Test func `cancelling ends a transfer that would go on`() throws {
    let cancellation = Cancellation()
    let server = try WireServer { _, send in
      guard send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx") else { return }
      cancellation.cancel()
      while send("x") { usleep(10_000) }
    }
    defer { server.stop() }
    let fetcher = Fetcher()
    let address = try server.address()
    fetcher.trust(address)
    #expect(throws: FetchError.cancelled) {
      try fetcher.fetch(FetchRequest(address), cancellation: cancellation)
    }
  }

  @Test func `progress tells how much there is and how much there will be`() throws {
    let server = try WireServer { _, send in _ = send(page(String(repeating: "x", count: 1000))) }
    defer { server.stop() }
    let fetcher = Fetcher()
    let address = try server.address()
    fetcher.trust(address)
    var last: FetchProgress?
    _ = try fetcher.fetch(FetchRequest(address)) { last = $0 }
    #expect(last?.received == 1000)
    #expect(last?.expected == 1000)
  }

  @Test("What has not changed is not sent again")
  func unchanged() throws {
    let server = try WireServer { request, send in
      if request.contains("If-None-Match: \"v1\"") {
        _ = send("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n")
      } else {
        _ = send(
          "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 5\r\nConnection: close\r\n\r\ngulls"
        )
      }
    }
    defer { server.stop() }
    let fetcher = Fetcher()
    let request = FetchRequest(try server.address())
    fetcher.trust(request.address)
    for _ in 0..<2 {
      let answer = try fetcher.fetch(request)
      #expect(answer.status == 200 && answer.body == Array("gulls".utf8))
    }
    #expect(server.requests.map { $0.contains("If-None-Match") } == [false, true])
  }

  @Test(
    "A site that asks for a moment is given it, and the wait is told; a longer one is not waited for"
  )
  func moment() throws {
    let asked = Mutex(0)
    let server = try WireServer { request, send in
      let number = asked.withLock {
        $0 += 1; return $0
      }
      let seconds = request.contains("/long") ? 3600 : 1
      if number == 2 {
        _ = send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\ngulls")
      } else {
        _ = send(
          "HTTP/1.1 503 Busy\r\nRetry-After: \(seconds)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
      }
    }
    defer { server.stop() }
    let fetcher = Fetcher()
    fetcher.trust(try server.address())
    var waits: [Int] = []
    let answer = try fetcher.fetchPatiently(FetchRequest(try server.address())) {
      waits += [$0.waiting].compactMap { $0 }
    }
    #expect(answer.body == Array("gulls".utf8) && waits == [1])
    let busy = try fetcher.fetchPatiently(FetchRequest(try server.address("/long")))
    #expect(busy.status == 503 && server.requests.count == 3)
    let stopped = Cancellation()
    stopped.cancel()
    #expect(throws: FetchError.cancelled) {
      try fetcher.fetchPatiently(FetchRequest(try server.address()), cancellation: stopped)
    }
  }
}
