import Testing

@testable import Fetching

@Suite struct WebAddressTests {
  @Test(
    "an address is read as curl would read it",
    arguments: [
      ("http://Example.org", "http://example.org/"),
      ("https://example.org:443/a b?q=ü#part", "https://example.org/a%20b?q=%C3%BC"),
      ("http://me:secret@example.org:8080/x", "http://me:secret@example.org:8080/x"),
      ("http://[::1]:8080/x", "http://[::1]:8080/x"),
      ("https://example.org?page=2", "https://example.org/?page=2"),
    ]
  )
  func reads(_ text: String, _ expected: String) throws {
    #expect(try #require(WebAddress(text)).description == expected)
  }

  @Test("addresses and hosts have a largest size, ports a largest number")
  func limits() {
    func address(of count: Int) -> WebAddress? {
      let start = "http://example.org/"
      return WebAddress(start + String(repeating: "x", count: count - start.utf8.count))
    }
    #expect(address(of: 16384) != nil && address(of: 16385) == nil)
    func host(of count: Int) -> WebAddress? {
      WebAddress("http://" + String(repeating: "x", count: count))
    }
    #expect(host(of: 255) != nil && host(of: 256) == nil)
    for (port, isValid) in [(0, false), (1, true), (65535, true), (65536, false)] {
      #expect((WebAddress("http://example.org:\(port)/") != nil) == isValid)
    }
    #expect(WebAddress("http://m\u{fc}:x@example.org/") == nil)
  }

  @Test(
    "what is no address of the web is refused",
    arguments: [
      "file:///etc/passwd", "ftp://example.org/", "example.org", "http://", "http://a b/",
      "http://example.org\\@127.0.0.1/", "http://example.org:99999/", "http://[::1", "http:///x",
      "http://exa\nmple.org/",
    ]
  )
  func refuses(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(
    "links lead where a browser would go",
    arguments: [
      ("/x?y", "https://example.org/x?y"), ("z", "https://example.org/a/z"),
      ("../z", "https://example.org/z"), ("../../../z", "https://example.org/z"),
      ("?p=2", "https://example.org/a/b?p=2"), ("//other.org/x", "https://other.org/x"),
      ("http://other.org", "http://other.org/"), ("#c", "https://example.org/a/b?q"),
      ("./", "https://example.org/a/"),
    ]
  )
  func resolves(_ link: String, _ expected: String) throws {
    let page = try #require(WebAddress("https://example.org/a/b?q"))
    #expect(page.resolving(link)?.description == expected)
  }

  @Test(
    "links out of the web lead nowhere",
    arguments: ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "gopher://x/"]
  )
  func leadsNowhere(_ link: String) throws {
    let page = try #require(WebAddress("https://example.org/"))
    #expect(page.resolving(link) == nil)
  }
}
