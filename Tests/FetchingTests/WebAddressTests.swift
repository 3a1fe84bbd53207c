import Testing

@testable import Fetching

@Suite struct WebAddressTests {
  @Test(
    "an address is read as curl would read it",
    arguments: [
      ("http://Example.org", "http://example.org/"),
      ("https://example.org:443/a b?q=ü#part", "https://example.org/a%20b?q=%C3%BC"),
      ("http://me:secret@example.org:8080/x", "http://example.org:8080/x"),
      ("http://[::1]:8080/x", "http://[::1]:8080/x"),
      ("https://example.org?page=2", "https://example.org/?page=2"),
    ]
  )
  func reads(_ text: String, _ expected: String) throws {
    #expect(try #require(WebAddress(text)).description == expected)
  }

  @Test(
    "a host has one form, however it is written",
    arguments: [
      ("EXAMPLE.org.", "example.org"), ("127.1", "127.0.0.1"), ("0x7f.0.0.1", "127.0.0.1"),
      ("0177.0.0.01", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("127.0.0.1.", "127.0.0.1"),
      ("127\u{3002}0\u{FF0E}0\u{FF61}1", "127.0.0.1"),
      ("\u{FF11}\u{FF12}\u{FF17}.0.0.1", "127.0.0.1"),
      ("\u{2460}\u{2461}\u{2466}.0.0.1", "127.0.0.1"), ("loc\u{AD}alhost", "localhost"),
      ("\u{24DB}ocalhost", "localhost"), ("LOCALHO\u{17F}T", "localhost"),
      ("%31%32%37.0.0.1", "127.0.0.1"), ("%E2%91%A0.1", "1.0.0.1"),
      ("[::FFFF:7f00:1]", "[::ffff:127.0.0.1]"), ("[0:0::1]", "[::1]"),
      ("m\u{FC}hle.example", "xn--mhle-0ra.example"),
      ("mu\u{308}hle.example", "xn--mhle-0ra.example"),
      ("stra\u{DF}e.example", "xn--strae-oqa.example"),
      ("_dmarc.example.org", "_dmarc.example.org"),
    ]
  )
  func normalises(_ host: String, _ expected: String) throws {
    #expect(try #require(WebAddress("http://\(host):8080/")).host == expected)
  }

  @Test(
    "an origin is a scheme, a host and a port; its https counts as well",
    arguments: [
      ("http://a.org/", "http://a.org/x", true, true),
      ("http://a.org/", "https://a.org/", true, true),
      ("https://a.org/", "http://a.org/", false, false),
      ("http://a.org/", "http://a.org:8080/", false, false),
      ("http://a.org:8080/", "https://a.org:8080/", false, false),
      ("http://a.org:443/", "https://a.org/", false, false),
      ("http://a.org/", "http://www.a.org/", false, true),
      ("http://www.a.org/", "https://a.org/", false, true),
      ("http://a.org/", "http://b.a.org/", false, false),
      ("http://a.org/", "http://b.org/", false, false),
    ]
  )
  func origins(_ page: String, _ link: String, _ isOrigin: Bool, _ isSite: Bool) throws {
    let (page, link) = (try #require(WebAddress(page)), try #require(WebAddress(link)))
    #expect(page.isSameOrigin(as: link) == isOrigin)
    #expect(page.isSameSite(as: link) == isSite)
  }

  @Test("addresses and hosts have a largest size, ports a largest number")
  func limits() {
    func address(of count: Int) -> WebAddress? {
      let start = "http://example.org/"
      return WebAddress(start + String(repeating: "x", count: count - start.utf8.count))
    }
    #expect(address(of: 16384) != nil && address(of: 16385) == nil)
    func host(of count: Int) -> WebAddress? {
      WebAddress("http://" + String(repeating: "x.", count: count / 2) + "org")
    }
    #expect(host(of: 250) != nil && host(of: 252) == nil)
    func label(of count: Int) -> WebAddress? {
      WebAddress("http://" + String(repeating: "x", count: count) + ".org")
    }
    #expect(label(of: 63) != nil && label(of: 64) == nil)
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
      "http://exa\nmple.org/", "http://a..b/", "http://example.org../", "http://1.2.3.4.5/",
      "http://1.2.3.256/", "http://a.0x1g.1/", "http://[127.0.0.1]/", "http://[fe80::1%25eth0]/",
      "http://%2531.0.0.1/", "http://a%2fb/", "http://a%00b/", "http://%zz/", "http://a:+1/",
      "http://user:%zz@example.org/",
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
