import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Feeds and exports in XML")
struct XMLSourceTests {
  private func contents(_ xml: some Collection<UInt8>) throws -> SourceContents {
    let source = SourceText(decoding: TextStorage(copying: xml), location: "source.xml")
    return try FormatRegistry.builtIn.contents(of: source)
  }

  private func listing(_ xml: String) throws -> Listing {
    try #require(try contents(xml.utf8).listing)
  }

  private func rss(_ items: String, head: String = "") -> String {
    "<?xml version=\"1.0\"?>\(head)<rss><channel><title>t</title>\(items)</channel></rss>"
  }

  private func item(_ title: String) -> String {
    "<item><title>\(title)</title><link>https://a.example/\(title.utf8.count)</link></item>"
  }

  @Test(
    "A feed is decoded as its declaration says",
    arguments: [
      ("windows-1251", [0xCF, 0xF0, 0xE8] as [UInt8], "При"), ("koi8-r", [0xF0, 0xD2], "Пр"),
      ("iso-8859-15", [0xA4, 0xE9], "€é"), ("iso-8859-1", [0xE9], "é"),
      ("shift_jis", [0x93, 0xFA], "日"),
    ]
  )
  func encodings(_ label: String, _ title: [UInt8], _ expected: String) throws {
    let start = "<?xml version=\"1.0\" encoding=\"\(label)\"?><rss><channel><item><title>"
    let end = "</title><link>https://a.example</link></item></channel></rss>"
    let listing = try #require(try contents(Array(start.utf8) + title + Array(end.utf8)).listing)
    #expect(listing.entries.map(\.title) == [expected])
    #expect(listing.diagnostics == [])
  }

  @Test("A feed in UTF-16, and one in UTF-8 that declares something else, are read")
  func unicode() throws {
    let xml = rss(item("Naïve"))
    let wide = xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try contents([0xFF, 0xFE] + wide).listing?.entries.map(\.title) == ["Naïve"])
    let wrong = xml.replacing("1.0\"", with: "1.0\" encoding=\"koi8-r\"")
    #expect(try listing(wrong).entries.map(\.title) == ["Naïve"])
  }

  @Test("Names of HTML's characters do not break a feed, in texts or in attributes")
  func htmlNames() throws {
    let listing = try listing(rss(item("Caf&eacute;&nbsp;talk")))
    #expect(listing.entries.map(\.title) == ["Café\u{A0}talk"])
    #expect(listing.diagnostics == [])
    let outline = try self.listing(
      "<opml><body><outline text='&Uuml;ber' xmlUrl='u'/></body></opml>"
    )
    #expect(outline.entries.map(\.title) == ["Über"])
  }

  @Test("A lone & is read as it is meant, and where it stands is said")
  func loneAmpersand() throws {
    let listing = try listing(rss("\n" + item("Salt & Rope <3")))
    #expect(listing.entries.map(\.title) == ["Salt & Rope <3"])
    #expect(listing.diagnostics.map(\.lines) == [2...2])
  }

  @Test("A broken entry costs no other, and where it breaks is said")
  func brokenEntry() throws {
    let items = item("One") + "\n<item><title>T<b>wo</title></item>" + item("Three") + item("Four!")
    let listing = try listing(rss(items))
    #expect(listing.entries.map(\.title).contains("One"))
    #expect(listing.entries.map(\.title).suffix(2) == ["Three", "Four!"])
    #expect(listing.diagnostics.contains { $0.message.contains("not well-formed at line 2") })
  }

  @Test("Of a feed that ends early, the entries before are listed")
  func cut() throws {
    let whole = rss(item("One") + item("Two") + item("Three"))
    let listing = try listing(String(whole.prefix(whole.count - 60)))
    #expect(listing.entries.map(\.title).prefix(2) == ["One", "Two"])
    #expect(listing.diagnostics.contains { $0.message.contains("ends early") })
  }

  @Test("Entities that multiply are given up, and what precedes them is there")
  func entities() throws {
    let names = "abcdefghijkl".map(String.init)
    let declared = zip(names, names.dropFirst()).map { name, next in
      "<!ENTITY \(name) \"" + String(repeating: "&\(next);", count: 10) + "\">"
    }
    let head =
      "<!DOCTYPE rss [" + declared.joined()
      + "<!ENTITY l \"\(String(repeating: "x", count: 99))\">]>"
    let listing = try listing(rss(item("One") + item("&a;"), head: head))
    #expect(listing.entries.first?.title == "One")
    #expect(listing.diagnostics.contains { $0.message.contains("not well-formed") })
  }

  @Test("Elements nested deeper than anybody reads are no trouble")
  func depth() throws {
    let deep = String(repeating: "<a>", count: 50_000)
    #expect(try listing(rss(item("One") + deep)).entries.map(\.title) == ["One"])
  }

  @Test("Namespaces count, not the letters a document writes for them")
  func namespaces() throws {
    let listing = try listing(
      """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://purl.org/syndication/thread/1.0">
      <a:entry><a:title>One</a:title><a:link href="https://a.example"/><x:total>4</x:total></a:entry>
      </a:feed>
      """
    )
    #expect(listing.entries.map(\.title) == ["One"])
    #expect(listing.entries.map(\.comments) == [4])
  }

  @Test("Comments of several posts are a list, each leading to its discussion")
  func commentsOfASite() throws {
    let items = [7, 8].map { post in
      """
      <item><title>By</title><link>https://a.example/\(post)/#comment-\(post)1</link>
      <guid>https://a.example/?p=\(post)#comment-\(post)1</guid><description>Text</description></item>
      """
    }
    let listing = try listing(rss(items.joined()))
    #expect(
      listing.entries.map(\.discussion) == [
        "https://a.example/7/#comment-71", "https://a.example/8/#comment-81",
      ]
    )
  }

  @Test("A feed's texts can be opened, and its export is the list")
  func texts() throws {
    let xml = rss(
      "<item><title>One</title><link>https://a.example/1</link>"
        + "<content:encoded>&lt;p&gt;All of it.&lt;/p&gt;</content:encoded></item>"
    )
    let listing = try listing(xml)
    let document = try #require(listing.document(ofEntry: 0))
    #expect(document.blocks.map { document.text[$0.text] } == ["All of it."])
    let json = ByteSink.collect { ExportFormat.json.write(.listing(listing), to: &$0) }
    #expect(String(decoding: json, as: UTF8.self).contains("\"listing\":"))
  }

  @Test("An export of a site writes each discussion, not the list")
  func discussions() throws {
    let posts = [1, 2].map { post in
      "<thread dsq:id=\"\(post)\"><title>P\(post)</title></thread>"
        + "<post dsq:id=\"\(post)0\"><message>m</message><thread dsq:id=\"\(post)\"/></post>"
    }
    let xml =
      "<disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\">"
      + posts.joined() + "</disqus>"
    let json = ByteSink.collect { sink in
      try? ExportFormat.json.write(contents(xml.utf8), to: &sink)
    }
    let lines = String(decoding: json, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("\"comments\":[{") })
  }

  @Test(
    "A page with an XML declaration is a page",
    arguments: [
      "<?xml version=\"1.0\"?><!DOCTYPE html><html><head><title>T</title></head><body><p>x",
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>x</p></body></html>",
    ]
  )
  func xhtml(_ page: String) throws {
    #expect(try contents(page.utf8).document.source.format == "html")
  }
}
