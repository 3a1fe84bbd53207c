import Testing

@testable import HTMLParsing

/// Pages written to cost more than they weigh: nodes, attributes and steps stay in proportion.
@Suite("Bounds of pages that cost more than they weigh")
struct BoundsTests {
  private func parse(_ page: String) -> HTMLDocument { HTMLDocument(HTMLBytes(page)) }

  private func depth(of document: HTMLDocument) -> Int {
    var deepest = 0
    var depths: [Int] = Array(repeating: 0, count: document.nodes.count)
    for id in document.descendants(of: HTMLDocument.root) {
      depths[id.index] = document[id].parent.map { depths[$0.index] + 1 } ?? 0
      deepest = max(deepest, depths[id.index])
    }
    return deepest
  }

  static let nested = ["<div>", "<ul>", "<b>", "<font size=1>", "<p><object>", "<dl><dd>", "<svg>"]

  @Test("Elements nested without end are neither lost nor deep", arguments: nested)
  func elementsNestedWithout(_ tag: String) {
    let count = 20_000
    let document = parse(String(repeating: tag, count: count) + "x")
    let elements = document.nodes.count { $0.kind == .element }
    #expect(elements >= count && elements <= 2 * count + 3)
    #expect(depth(of: document) <= HTMLLimits().depth + 2)
    #expect(document.steps <= count * 40)
    #expect(document.text(of: HTMLDocument.root) == "x")
  }

  @Test(
    "Formatting that is opened again stays in proportion",
    arguments: [
      "<font color=i><p>", "<b><p>", "<a href=x><p>", "<i><b><u><div></i>", "<b><div></b>",
      "<nobr><table><td>", "<p><em><strong></p>", "<table><a>",
    ]
  )
  func formattingOpenedAgain(_ part: String) {
    let page = String(repeating: part, count: 5_000)
    let document = parse(page)
    let own = page.utf8.count { $0 == 0x3C } * 4
    #expect(document.nodes.count <= own + HTMLLimits().repeatedElements(bytes: page.utf8.count))
    #expect(document.steps <= page.utf8.count * 2_000)
  }

  @Test("Formatting with other attributes every time stays in proportion")
  func formattingAttributesEvery() {
    let page = (0..<5_000).map { "<font color=\($0)><p>" }.joined()
    let document = parse(page)
    let limit = HTMLLimits().repeatedElements(bytes: page.utf8.count)
    #expect(document.nodes.count <= 20_000 + limit)
    #expect(document.attributes.count == 5_000)
  }

  @Test("Of fifty thousand attributes the first ones are kept") func fiftyThousandAttributes() {
    let page = "<p " + (0..<50_000).map { "a\($0)=1" }.joined(separator: " ") + ">x"
    let document = parse(page)
    #expect(document.attributes.count == 63)
    #expect(document.attribute(named: "a62", of: document.first(.p) ?? HTMLDocument.root) == "1")
    #expect(document.text(of: HTMLDocument.root) == "x")
  }

  @Test("A large attribute is not copied") func largeAttributeCopied() {
    let value = String(repeating: "v", count: 4_000_000)
    let document = parse("<p title='\(value)'>x")
    #expect(document.joined.isEmpty)
    let index = document.attributeIndex(.title, of: document.first(.p) ?? HTMLDocument.root)
    #expect(index.map { Int(document.attributes[$0].count) } == 4_000_000)
  }

  @Test(
    "Megabytes of one mark make few nodes",
    arguments: ["<", "</", "<!", "<?", "&", "<![CDATA[", "<!--", "\0", "<a ", "<a b='", "</>"]
  )
  func megabytesOneMark(_ mark: String) {
    let page = String(repeating: mark, count: 1_000_000 / mark.utf8.count)
    let document = parse(page)
    #expect(document.nodes.count <= 3 + page.utf8.count / mark.utf8.count)
    #expect(document.joined.count <= 2 * page.utf8.count)
    if mark == "<" || mark == "&" {
      #expect(document.nodes.count == 5)
      #expect(document.text(of: HTMLDocument.root) == page)
    }
  }

  @Test("Texts that grow in turn are not copied over and over") func textsGrowTurn() {
    let page = "<table>" + String(repeating: "</x>a</x> ", count: 20_000)
    let document = parse(page)
    #expect(document.joined.count <= 30 * page.utf8.count)
    #expect(document.text(of: HTMLDocument.root).utf8.count { $0 == 0x61 } == 20_000)
  }

  @Test("Attributes merged into the body stay few") func attributesMergedInto() {
    let page = (0..<5_000).map { "<body a\($0)=1>" }.joined()
    #expect(parse(page).attributes.count <= 63 * 64)
  }

  @Test("A page of too many nodes or attributes is cut", arguments: ["<p>a", "<p a b c d>", "<b>"])
  func tooLarge(_ part: String) {
    var options = HTMLOptions()
    options.limits.nodes = 500
    let page = HTMLBytes(String(repeating: part, count: 1_000))
    let document = HTMLDocument(page, options: options)
    #expect(document.isCut)
    #expect((450..<520).contains(max(document.nodes.count, document.attributes.count)))
    #expect(!HTMLDocument(page).isCut)
  }

  @Test("A larger page may have more nodes") func largerPages() {
    let limits = HTMLLimits()
    #expect(limits.nodes(bytes: 1 << 20) == limits.nodes)
    #expect(limits.nodes(bytes: 1 << 30) == (1 << 30) / limits.bytesPerNode)
  }

  @Test("Names beyond the last number are one name") func namesBeyondLast() {
    let page = (0..<70_000).map { "<x\($0)></x\($0)>" }.joined()
    #expect(parse(page).nodes.count { $0.kind == .element } == 70_003)
  }

  @Test("Any bytes make a tree whose links agree") func anyBytesMake() {
    var state: UInt64 = 0x5EED
    let parts = [
      "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "a", " ", "<svg>",
      "<template>", "</template>", "<select>", "<option>", "&amp", "\0", "<!--", "-->", "<a>",
      "</a>", "<div>", "</div>", "<li>", "<math><mi>", "<frameset>", "</body>", "<title>", "\r",
    ]
    for _ in 0..<300 {
      var page = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        page += parts[Int(state >> 33) % parts.count]
      }
      expectLinksAgree(parse(page), page)
    }
  }

  private func expectLinksAgree(_ document: HTMLDocument, _ page: String) {
    for id in document.nodes.indices.map({ HTMLNodeID($0) }) {
      var previous: HTMLNodeID?
      for child in document.children(of: id) {
        #expect(document[child].parent == id, "\(page)")
        #expect(document[child].previousSibling == previous, "\(page)")
        previous = child
      }
      #expect(document[id].lastChild == previous, "\(page)")
    }
  }
}
