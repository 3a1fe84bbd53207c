import Glibc
import Synchronization
import SystemServices
import Testing

@testable import Fetching

@Suite("Hosts in private networks")
struct DestinationTests {
  private static let machine = Machine(
    addresses: { Set([IPAddress("93.184.215.99")].compactMap { $0 }) },
    name: "desk.example"
  )

  /// Where names lead to in these tests: all to the loopback, one of them by its second address.
  private static let resolver = Resolver { name in
    switch name {
    case "public.example": ["93.184.215.14", "2606:4700::1111"]
    case "mixed.example": ["93.184.215.14", "127.0.0.1"]
    case "own.example": ["93.184.215.99"]
    case "nobody.example": []
    default: ["127.0.0.1"]
    }
  }

  private func fetcher(
    _ resolver: Resolver = Self.resolver,
    proxies: ProxySettings = .none
  ) -> Fetcher {
    Fetcher(program: "curl", resolver: resolver, proxies: proxies, machine: Self.machine)
  }

  /// Ways to write hosts that lead to the loopback or to this machine.
  private static let hosts = [
    "127.0.0.1", "127.1", "0x7f.1", "0177.0.0.1", "2130706433", "%31%32%37.0.0.1", "127.0.0.1.",
    "127\u{3002}0\u{3002}0\u{3002}1", "\u{2460}\u{2461}\u{2466}.0.0.1", "loc\u{AD}alhost",
    "\u{FF4C}ocalhost", "localhost", "LOCALHOST.", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
    "[64:ff9b::7f00:1]", "inner.example", "mixed.example", "own.example", "desk.example", "wiki",
    "nas.local",
  ]

  /// `text` as the server sends it: a scalar for each byte.
  private func wire(_ text: String) -> String {
    String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
  }

  @Test("No page reaches one: not by a link, a form, or a redirect of either", arguments: hosts)
  func unnamed(_ host: String) throws {
    let target = try WireServer { _, send in _ = send(page("inside")) }
    defer { target.stop() }
    let location = wire("http://\(host):\(target.port)/")
    let site = try WireServer { request, send in
      let status = request.hasPrefix("POST") ? "307 Temporary" : "302 Found"
      _ = send(page("", status: status, headers: ["Location: \(location)"]))
    }
    defer { site.stop() }
    let fetcher = fetcher()
    let start = try site.address()
    fetcher.trust(start)
    let link = try target.address(host: host)
    for address in [link, start] {
      for form in [nil, [FormField("a", "b")]] {
        #expect(throws: FetchError.self) {
          try fetcher.fetch(FetchRequest(address, form: form))
        }
      }
    }
    #expect(try target.connectionCount() == 0)
    #expect(try site.connectionCount() == 2)
  }

  @Test("One that the user has named is asked at the address its name led to, and no other")
  func named() throws {
    let server = try WireServer { _, send in _ = send(page("inside")) }
    defer { server.stop() }
    let answers = Mutex(["127.0.0.1", "127.0.0.2", "93.184.215.99", "127.0.0.1"])
    let fetcher = fetcher(Resolver { _ in answers.withLock { [$0.removeFirst()] } })
    let address = try server.address(host: "inner.example")
    fetcher.trust(address)
    #expect(try fetcher.fetch(FetchRequest(address)).body == Array("inside".utf8))
    for _ in 0..<2 {
      fetcher.trust(address)
      #expect(throws: FetchError.movedInside("inner.example")) {
        try fetcher.fetch(FetchRequest(address))
      }
    }
    #expect(try fetcher.fetch(FetchRequest(address)).status == 200)
    #expect(try server.connectionCount() == 2)
  }

  @Test("One that the user has named on one port is not asked on another")
  func otherPort() throws {
    let server = try WireServer { _, send in _ = send(page("inside")) }
    defer { server.stop() }
    let fetcher = fetcher()
    for host in ["127.0.0.1", "localhost", "inner.example"] {
      fetcher.trust(try #require(WebAddress("http://\(host):\(server.port ^ 1)/")))
      fetcher.trust(try #require(WebAddress("http://\(host)/")))
      #expect(throws: FetchError.privateNetwork(host)) {
        try fetcher.fetch(FetchRequest(try server.address(host: host)))
      }
    }
    #expect(try server.connectionCount() == 0)
  }

  @Test("One that is named on port 80 may go to port 443, at the address it had on port 80")
  func secured() throws {
    let answers = Mutex(["10.0.0.1", "10.0.0.1", "10.0.0.2"])
    let check = DestinationCheck(
      resolver: Resolver { _ in answers.withLock { [$0.removeFirst()] } },
      proxies: .none,
      machine: Self.machine
    )
    let open = try #require(WebAddress("http://inner.example/"))
    check.trust(open)
    func route(_ address: WebAddress) throws -> Route {
      try check.route(to: address, seconds: 1, cancellation: Cancellation())
    }
    #expect(try route(open).addresses.map(\.description) == ["10.0.0.1"])
    #expect(try route(open.secured).addresses.map(\.description) == ["10.0.0.1"])
    #expect(throws: FetchError.movedInside("inner.example")) { try route(open.secured) }
  }

  @Test("A lookup that hangs ends when it is cancelled")
  func hangs() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let address = try #require(WebAddress("http://example.org/"))
    #expect(throws: FetchError.cancelled) {
      try Fetcher(proxies: .none).fetch(FetchRequest(address), cancellation: cancellation)
    }
  }

  @Test("The system's resolver finds the loopback, and no host that does not exist")
  func system() throws {
    let found = try Resolver.system.addresses("localhost", 15, Cancellation())
    #expect(!found.isEmpty && found.allSatisfy(PrivateNetwork.contains))
    #expect(try Resolver.system.addresses("nobody.invalid", 15, Cancellation()).isEmpty)
    #expect(try Resolver.system.addresses("--help", 15, Cancellation()).isEmpty)
  }

  @Test("This machine has a name, and the loopback among its addresses")
  func machine() throws {
    #expect(Machine.own.addresses().contains(try #require(IPAddress("127.0.0.1"))))
    #expect(Machine.own.name?.isEmpty == false)
  }

  @Test(
    "Behind a proxy too they are refused, and the proxy hears nothing of them",
    arguments: hosts
  )
  func proxied(_ host: String) throws {
    let proxy = try WireServer { _, send in _ = send(page("inside")) }
    defer { proxy.stop() }
    let fetcher = fetcher(proxies: Self.proxies(proxy))
    // Where these names lead to only the proxy knows.
    let isUnknown = ["inner.example", "mixed.example", "own.example"].contains(host)
    let answer = try? fetcher.fetch(FetchRequest(try #require(WebAddress("http://\(host)/"))))
    #expect((answer != nil) == isUnknown)
    #expect(try proxy.connectionCount() == (isUnknown ? 1 : 0))
  }

  private static func proxies(_ proxy: WireServer, _ more: [String: String] = [:]) -> ProxySettings
  {
    let values = ["http_proxy": "http://127.0.0.1:\(proxy.port)"].merging(more) { $1 }
    return ProxySettings { values[$0] }
  }

  @Test("A proxy is asked for what is public, but not for what no_proxy names")
  func exempt() throws {
    let proxy = try WireServer { _, send in _ = send(page("proxied")) }
    defer { proxy.stop() }
    let server = try WireServer { _, send in _ = send(page("direct")) }
    defer { server.stop() }
    let fetcher = fetcher(
      proxies: Self.proxies(proxy, ["no_proxy": "other.example, inner.example"])
    )
    let open = try #require(WebAddress("http://public.example/"))
    #expect(try fetcher.fetch(FetchRequest(open)).body == Array("proxied".utf8))
    #expect(proxy.requests.first?.hasPrefix("GET http://public.example/ ") == true)
    let inner = try server.address(host: "www.inner.example")
    #expect(throws: FetchError.privateNetwork("www.inner.example")) {
      try fetcher.fetch(FetchRequest(inner))
    }
    #expect(try server.connectionCount() == 0)
    fetcher.trust(inner)
    #expect(try fetcher.fetch(FetchRequest(inner)).body == Array("direct".utf8))
    #expect(try proxy.connectionCount() == 1)
  }

  @Test(
    "The proxy is the one that curl would choose",
    arguments: [
      (["http_proxy": "p"], "http://a.org/", "p"), (["HTTP_PROXY": "p"], "http://a.org/", nil),
      (["http_proxy": "p"], "https://a.org/", nil), (["HTTPS_PROXY": "p"], "https://a.org/", "p"),
      (["all_proxy": "p", "https_proxy": "q"], "https://a.org/", "q"),
      (["ALL_PROXY": "p"], "http://a.org/", "p"),
      (["all_proxy": "p", "no_proxy": "*"], "http://a.org/", nil),
      (["all_proxy": "p", "NO_PROXY": ".a.org"], "http://b.a.org/", nil),
      (["all_proxy": "p", "no_proxy": "a.org"], "http://ba.org/", "p"),
      (["all_proxy": "p", "no_proxy": "10.0.0.0/9"], "http://10.127.0.1/", nil),
      (["all_proxy": "p", "no_proxy": "10.0.0.0/9"], "http://10.128.0.1/", "p"),
      (["all_proxy": "p", "no_proxy": "10.0.0.1,::1"], "http://[::1]/", nil),
      (["all_proxy": "p", "no_proxy": "10.0.0.0/33"], "http://10.0.0.1/", "p"),
    ] as [([String: String], String, String?)]
  )
  func chosenProxy(_ values: [String: String], _ address: String, _ proxy: String?) throws {
    let settings = ProxySettings { values[$0] }
    #expect(settings.proxy(for: try #require(WebAddress(address)))?.address == proxy)
  }

  @Test("A proxy that is told addresses instead of names is told only those that were checked")
  func localNames() throws {
    let check = DestinationCheck(
      resolver: Self.resolver,
      proxies: ProxySettings { $0 == "all_proxy" ? "socks5://localhost:1" : nil },
      machine: Self.machine
    )
    func route(_ address: String) throws -> Route {
      try check.route(
        to: try #require(WebAddress(address)),
        seconds: 1,
        cancellation: Cancellation()
      )
    }
    #expect(try route("http://public.example/").addresses.count == 2)
    #expect(throws: FetchError.privateNetwork("inner.example")) {
      try route("http://inner.example/")
    }
  }
}
