import DocumentModel
import Testing
import TextLayout

@Suite("Laying out blocks")
struct BlockLayoutTests {
  @Test("A quote leaves two columns for each bar")
  func quote() {
    #expect(
      page("one two three four", width: 18) { Block(.paragraph, quoteDepth: 2, text: $0) }
        == ["    one two three", "    four"]
    )
    let lines = lines("one", width: 18) { Block(.paragraph, quoteDepth: 2, text: $0) }
    #expect(lines.map(\.quoteDepth) == [2])
  }

  @Test("The signs a quote is typed with give way to its bars, each to one")
  func quoteSigns() {
    #expect(
      page("> one\n>> two\n3 > 2", width: 18) { Block(.paragraph, quoteDepth: 1, text: $0) }
        == ["  one", "  > two", "  3 > 2"]
    )
  }

  @Test("An item of a list hangs beside its marker, two columns in for each level")
  func list() {
    #expect(
      page("one two three four", width: 18) { Block(.listItem, level: 1, text: $0) }
        == ["  • one two three", "    four"]
    )
    #expect(
      page("one two three four", width: 18) { Block(.listItem, ordinal: 7, text: $0) }
        == ["7. one two three", "   four"]
    )
  }

  @Test("Each line of a patch is known by how it begins, also where it goes on")
  func patch() {
    let source = """
      diff --git a/quay b/quay
      index 83db48f..bf2a1c0 100644
      --- a/quay
      +++ b/quay
      @@ -1,4 +1,4 @@ int quay
       open
      --- shut
      +++ opened
      +a line that is too long for this
      an index of it
      """
    let found = lines(source, width: 26) { Block(.code, level: 1, text: $0) }
    #expect(
      found.map(\.patchLine)
        == [.heading, .heading, .heading, .heading, .heading, .heading]
        + [.context, .removed, .added, .added, .added, .context]
    )
    let code = lines(source, width: 26) { Block(.code, text: $0) }
    #expect(code.allSatisfy { $0.patchLine == .context })
  }

  @Test("The numbers of a list end in the same column")
  func numbers() {
    let text = TextArena("one")
    let range = TextRange(0, 3)
    let document = Document(
      text: text,
      source: Source(format: "test", location: "test"),
      article: Article(),
      blocks: [
        Block(.listItem, ordinal: 9, text: range),
        Block(.listItem, level: 1, ordinal: 100, text: range),
        Block(.listItem, ordinal: 10, text: range),
        Block(.paragraph, text: range),
        Block(.listItem, ordinal: 1, text: range),
      ]
    )
    let layout = BlockLayout(document: document, width: 40)
    let drawn = [0, 2, 4].flatMap { layout.lines(of: $0).map { draw($0, of: document) } }
    #expect(drawn == [" 9. one", "10. one", "1. one"])
  }

  @Test("Code keeps its lines and tabs, and marks where a long one goes on")
  func code() {
    let source = "if x {\n\treturn a_long_name\n}\n\ny"
    #expect(
      page(source, width: 16) { Block(.code, text: $0) }
        == ["  if x {", "      return a_l", "↪ ong_name", "  }", "", "  y"]
    )
    #expect(
      page(source, width: 16, codeWraps: false) { Block(.code, text: $0) }
        == ["  if x {", "      return a_long_name", "  }", "", "  y"]
    )
  }

  @Test("Images and rules draw what stands for them")
  func imagesAndRules() {
    #expect(
      page("a bridge at night", width: 14) { Block(.image, text: $0) } == [
        "▦ a bridge at", "  night",
      ]
    )
    #expect(page("", width: 14) { Block(.image, text: $0) } == ["▦"])
    #expect(page("", width: 5) { Block(.rule, text: $0) } == ["─────"])
    #expect(page("", width: 5) { Block(.paragraph, text: $0) } == [])
  }

  @Test("Indents give way before the text does", arguments: 1...14)
  func narrow(width: Int) {
    let lines = lines("abc", width: width) {
      Block(.listItem, level: 5, quoteDepth: 5, text: $0)
    }
    let shown = lines.map { ($0.marker ?? "") + $0.pieces.map { "\($0.width)" }.joined() }
    #expect(!shown.isEmpty)
    for line in lines { #expect(line.width <= width, "\(width): \(shown)") }
  }

  @Test("Pieces are cut where spans begin and end, links inside emphasis included")
  func spans() {
    let text = "see the old bridge here"
    let document = Document(
      text: TextArena(text),
      source: Source(format: "test", location: "test"),
      article: Article(),
      blocks: [Block(.paragraph, text: TextRange(0, text.utf8.count), spans: 0..<2)],
      spans: [
        Span(.emphasis, text: TextRange(4, 18)), Span(.link, text: TextRange(8, 18)),
      ]
    )
    let lines = BlockLayout(document: document, width: 11).lines(of: 0)
    let pieces = lines.flatMap { line in
      line.pieces.map { "\(document.text[$0.text])|\($0.column)|\($0.spans.rawValue)" }
    }
    #expect(
      pieces == [
        "see |0|0", "the |4|2", "old|8|3", "bridge|0|3", " here|6|0",
      ]
    )
    #expect(lines[1].pieces.map(\.link) == [1, nil])
    #expect(lines.map(\.isLast) == [false, true])
    #expect(lines.map { document.text[$0.text] } == ["see the old ", "bridge here"])
  }

  @Test("Tabs go to every fourth column")
  func tabs() {
    let lines = lines("a\tb\t\tc", width: 40) { Block(.paragraph, text: $0) }
    #expect(lines[0].pieces.map(\.column) == [0, 4, 12])
  }

  @Test("A title is laid out like a paragraph")
  func title() {
    let document = document("A bridge too far") { Block(.paragraph, text: $0) }
    let lines = BlockLayout(document: document, width: 9).lines(of: TextRange(2, 16))
    #expect(lines.map { draw($0, of: document) } == ["bridge", "too far"])
  }
}

@Suite("Laying out tables")
struct TableLayoutTests {
  private static let bridges =
    "Bridge\tYear\tLength\nOld stone bridge\t1786\t120 m\nNew one\t1990\t98 m"

  @Test("Columns line up, numbers to the right, with a rule under the heading")
  func columns() {
    #expect(
      page("Name\tn\nOld stone\t12\nNew\t1,900", width: 40) { Block(.table, level: 1, text: $0) }
        == [
          "Name      │     n",
          "──────────┼──────",
          "Old stone │    12",
          "New       │ 1,900",
        ]
    )
  }

  @Test("The widest columns give way and their cells wrap")
  func wrapping() {
    #expect(
      page(Self.bridges, width: 24) { Block(.table, level: 1, text: $0) }
        == [
          "Bridge   │ Year │ Length",
          "─────────┼──────┼───────",
          "Old      │ 1786 │ 120 m",
          "stone    │      │",
          "bridge   │      │",
          "New one  │ 1990 │ 98 m",
        ]
    )
  }

  @Test("A table fits every width and shows all its text", arguments: 1...60)
  func everyWidth(width: Int) {
    let document = document(Self.bridges) { Block(.table, level: 1, text: $0) }
    let lines = BlockLayout(document: document, width: width).lines(of: 0)
    var letters: [Character] = []
    for line in lines {
      #expect(line.width <= width)
      for piece in line.pieces where piece.literal == nil { letters += document.text[piece.text] }
    }
    #expect(letters.filter(\.isLetter).sorted() == Self.bridges.filter(\.isLetter).sorted())
    #expect(lines.last?.isLast == true)
  }
}
