import Testing

@testable import Fetching

@Suite("Cookies")
struct CookieJarTests {
  private var jar = CookieJar()

  /// Stores cookies that an answer of `address` sets.
  private mutating func set(_ cookies: [String], from address: String) throws {
    let headers = "HTTP/1.1 200 OK\r\n" + cookies.map { "Set-Cookie: \($0)\r\n" }.joined()
    jar.store(HeaderBlock(Array(headers.utf8)), from: try #require(WebAddress(address)))
  }

  private func header(_ address: String) -> String? {
    WebAddress(address).flatMap(jar.header)
  }

  @Test("A secure cookie is sent over https only")
  mutating func secure() throws {
    try set(["open=1; Path=/", "safe=2; Path=/; Secure"], from: "https://example.org/")
    #expect(header("https://example.org/") == "open=1; safe=2")
    #expect(header("http://example.org/") == "open=1")
  }

  @Test(
    "A cookie with a path is sent below that path",
    arguments: [
      ("/a", "a=1"), ("/a/", "a=1"), ("/a/b?x=/", "a=1"), ("/ab", nil), ("/", nil), ("/b/a", nil),
    ]
  )
  mutating func path(_ path: String, _ expected: String?) throws {
    try set(["a=1; Path=/a"], from: "http://example.org/")
    #expect(header("http://example.org\(path)") == expected)
  }

  @Test("Without a path a cookie is sent to the folder of the page that set it")
  mutating func folder() throws {
    try set(["a=1; Path=nowhere"], from: "http://example.org/news/page?q=/x/y")
    #expect(header("http://example.org/news/other") == "a=1")
    #expect(header("http://example.org/other") == nil)
    try set(["b=1"], from: "http://example.org/page")
    #expect(header("http://example.org/") == "b=1")
    #expect(header("http://example.org/other") == "b=1")
  }

  @Test("A later cookie replaces one of the same name and path, and no other")
  mutating func replacing() throws {
    try set(["a=1; Path=/", "a=2; Path=/b", "a=3; Path=/"], from: "http://example.org/")
    #expect(header("http://example.org/b") == "a=2; a=3")
  }

  @Test(
    "A cookie that has expired is deleted",
    arguments: ["Max-Age=0", "max-age=-5", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"]
  )
  mutating func expiry(_ attribute: String) throws {
    try set(["a=1; Path=/"], from: "http://example.org/")
    try set(["a=; Path=/; \(attribute)"], from: "http://example.org/")
    #expect(header("http://example.org/") == nil)
  }

  @Test(
    "A cookie that will expire is kept",
    arguments: ["Max-Age=60", "Max-Age=x", "Expires=2099"]
  )
  mutating func lifetime(_ attribute: String) throws {
    try set(["a=1; Path=/; \(attribute)"], from: "http://example.org/")
    #expect(header("http://example.org/") == "a=1")
  }

  @Test(
    "A cookie with a control character is not kept",
    arguments: ["a=b\rX-Other: 1", "a\r=b", "a=b; Path=/\u{0}x", "a=\u{1B}]0;x", "a=b\u{7F}"]
  )
  mutating func controls(_ cookie: String) throws {
    try set([cookie], from: "http://example.org/")
    #expect(header("http://example.org/") == nil)
  }

  @Test("No more than 8 KiB of cookies are sent, each of them whole")
  mutating func headerLimit() throws {
    let value = String(repeating: "x", count: 3000)
    try set(["a=\(value)", "b=\(value)", "c=\(value)", "d=1"], from: "http://example.org/")
    #expect(header("http://example.org/") == "a=\(value); b=\(value); d=1")
  }

  @Test("A site cannot fill the memory: 50 cookies, 4096 bytes each, and none without a name")
  mutating func limits() throws {
    let long = "long=" + String(repeating: "x", count: 4092)
    try set([long, "=1", "nameless"], from: "http://example.org/")
    #expect(header("http://example.org/") == nil)
    for group in 0..<6 {
      try set((0..<10).map { "c\(group)\($0)=1" }, from: "http://example.org/")
    }
    #expect(header("http://example.org/")?.split(separator: ";").count == 50)
    try set([String(long.dropLast())], from: "http://example.com/")
    #expect(header("http://example.com/")?.utf8.count == 4096)
  }
}
