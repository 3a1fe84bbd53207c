import Testing

@testable import HTMLParsing

@Suite("Parsed pages")
struct DocumentTests {
  private func parse(_ page: String) -> HTMLDocument {
    HTMLDocument(HTMLBytes("<!DOCTYPE html>" + page))
  }

  @Test("Text that stands in the page whole is not copied") func textStandsPage() {
    let document = parse("<p>plain text<p>a &amp; b<p>c</p>d</x>e")
    let texts = document.descendants(of: HTMLDocument.root).filter { document[$0].kind == .text }
    #expect(texts.map { document.decodedText(of: $0) } == ["plain text", "a & b", "c", "de"])
    #expect(texts.map { document.isPlain($0) } == [true, false, true, true])
    #expect(
      document.withRawText(of: texts[1]) { String(decoding: $0, as: UTF8.self) } == "a &amp; b"
    )
    #expect(document.joined == Array("de".utf8))
  }

  @Test("Line breaks are single newlines and NUL disappears") func lineBreaksSingle() {
    let document = parse("<p>a\r\nb\rc&#13;d\0e<svg>\0</svg><title>\0</title><!--\0\r-->")
    #expect(
      document.outline.hasSuffix(
        "p('a\\nb\\nc\rde' svg:svg('\u{FFFD}') title('\u{FFFD}') "
          + "<!--\u{FFFD}\n-->)))"
      )
    )
  }

  @Test("Attributes are found by constant and by name") func attributesFoundConstant() throws {
    let document = parse("<a HREF='?a&amp;b' data-x=1 class=' one\ntwo' href=no hidden>")
    let link = try #require(document.first(.a))
    #expect(document.attribute(.href, of: link) == "?a&b")
    #expect(document.attribute(named: "data-x", of: link) == "1")
    #expect(document.attribute(named: "data-y", of: link) == nil)
    #expect(document.attribute(.hidden, of: link) == "")
    #expect(document.hasAttribute(.title, of: link) == false)
    #expect(document.attributeRange(of: link).count == 4)
    #expect(document.hasClass("one", of: link) && document.hasClass("two", of: link))
    #expect(!document.hasClass("tw", of: link) && !document.hasClass("", of: link))
  }

  @Test("The text of an element leaves out comments and templates") func textElementLeaves() throws
  {
    let document = parse("<div>a<b>b</b><!--c--><template>d</template>e</div>f")
    let div = try #require(document.first(.div))
    #expect(document.text(of: div) == "abe")
    #expect(document.text(of: HTMLDocument.root) == "abef")
  }

  @Test("Walking visits every node once, in order, and can leave subtrees out")
  func walkingVisitsEvery() throws {
    let document = parse("<ul><li>a<li><b>b</b></ul><p>c")
    let list = try #require(document.first(.ul))
    let inside = document.descendants(of: list).map { document.name(of: $0) }
    #expect(inside == ["li", "", "li", "b", ""])
    #expect(document.children(of: list).map { document.text(of: $0) } == ["a", "b"])
    let after = document.node(after: list, skippingChildren: true)
    #expect(after.map { document[$0].tag } == .p)
    #expect(document.node(after: list, in: list, skippingChildren: true) == nil)
    let item = try #require(document[list].lastChild)
    #expect(document.ancestor(of: item) { document[$0].tag == .body } == document.first(.body))
  }

  @Test("An element knows where its tag stands in the page") func elementKnowsWhere() throws {
    let document = parse("<p>a<b>c</b>")
    #expect(document.first(.b).flatMap { document[$0].sourceOffset } == 19)
    #expect(document[HTMLDocument.root].sourceOffset == nil)
  }

  @Test("Constants of names have the number of their name") func constantsNamesHave() {
    let names = HTMLNameTable.builtIn
    for tag in HTMLTag.allCases where tag != .other {
      let spelled = String(decoding: names.spelling(of: HTMLName(tag)), as: UTF8.self)
      #expect(spelled.filter { $0 != "-" }.lowercased() == "\(tag)".lowercased())
      #expect(HTMLTag(HTMLName(tag)) == tag)
    }
    let constants: [(HTMLName, String)] = [
      (.accept, "accept"), (.class, "class"), (.httpEquiv, "http-equiv"), (.id, "id"),
      (.itemprop, "itemprop"), (.dataAuthor, "data-author"), (.border, "border"),
      (.title, "title"), (.cite, "cite"), (.src, "src"), (.typeof, "typeof"),
    ]
    for (name, spelling) in constants {
      #expect(String(decoding: names.spelling(of: name), as: UTF8.self) == spelling)
    }
  }

  @Test("Nodes are as small as promised") func nodesSmallPromised() {
    #expect(MemoryLayout<HTMLNode>.stride == 32)
    #expect(MemoryLayout<HTMLAttribute>.stride == 12)
  }

  @Test("The doctype keeps its parts") func doctypeKeepsParts() {
    let doctype = HTMLDocument(HTMLBytes("<!doctype HTML PUBLIC 'a' 'b'>")).doctype
    #expect(doctype?.name == "html" && doctype?.publicID == "a" && doctype?.systemID == "b")
    #expect(parse("").doctype?.publicID == nil)
  }

  @Test(
    "The tokens of a page can be read without a tree",
    arguments: [
      ("<p a=1 A=2 b/>x", "start p a=1 b= /|text x"),
      ("</p a=1><!x><?y><!--z--!></3>", "end p|comment x|comment ?y|comment z|comment 3"),
      ("a<b", "text a"), ("a</", "text a</"), ("<!doctype x", "doctype x!"),
      ("<p =a=b c = d>", "start p =a=b c=d"), ("<!--a--", "comment a"),
      ("<!-->b", "comment |text b"),
    ]
  )
  func tokensPageCan(_ page: String, _ wanted: String) {
    let lines = HTMLTokenReader(HTMLBytes(page)).map { token in
      switch token {
      case .text(let text): "text \(text)"
      case .comment(let text): "comment \(text)"
      case .endTag(let name): "end \(name)"
      case .doctype(let doctype, let forcesQuirks):
        "doctype \(doctype.name)\(forcesQuirks ? "!" : "")"
      case .startTag(let name, let attributes, let isSelfClosing):
        (["start \(name)"] + attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          + (isSelfClosing ? ["/"] : [])).joined(separator: " ")
      }
    }
    #expect(lines.joined(separator: "|") == wanted)
  }

  @Test(
    "A script ends where browsers end it",
    arguments: [
      ("a</SCRIPT >b", "text a|end|text b"), ("<!--<script></script>--></script>", "text"),
      ("<!--</script>", "text|end"), ("<!--<script>--></script>", "text|end"),
      ("</scriptx>", "text"), ("<!--><script></script>", "text|end"),
    ]
  )
  func scriptEndsWhere(_ page: String, _ kinds: String) {
    let found = HTMLTokenReader(HTMLBytes(page), content: .script, in: "script").map { token in
      switch token {
      case .text(let text): text.count == 1 ? "text \(text)" : "text"
      case .endTag: "end"
      default: "other"
      }
    }
    #expect(found.first == kinds.split(separator: "|").first.map(String.init))
    #expect(found.count == kinds.split(separator: "|").count || kinds == "text")
  }
}
