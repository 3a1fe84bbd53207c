import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import TestSupport
import Testing

@Suite("Exports")
struct ExportTests {
  private let page = """
    A “title” with a \\ in it

    By Mara Lind

    First paragraph 🙂 with https://a.example/b in it, long enough to be a paragraph.

      1. one
      2. two

    Subscribe
    Notify of
    guest
    3 Comments
    Newest
    Oldest Most Voted
    May 3, 2021 9:15 AM

    > quoted

    Said *he*.

    Bo
    Bo
    May 3, 2021 10:15 AM
    Reply to\u{A0} Ann

    Answer\twith a tab.

    """

  private func document() throws -> Document {
    try FormatRegistry.builtIn.parse(
      SourceText(decoding: TextStorage(copying: Array(page.utf8)), location: "page.txt")
    )
  }

  @Test("JSON escapes what commands a terminal or changes the order of text, wherever it stands")
  func escapesControls() throws {
    let controls =
      "\u{1}\u{1B}\u{7F}\u{80}\u{9B}\u{61C}\u{200E}\u{200F}\u{2028}\u{2029}\u{202A}\u{202E}"
    let kept = "é ±\u{A0}ض “’…‧ ─ 日 🙂 \u{10FFFF}"
    for place in 0..<12 {
      let padding = String(repeating: "x", count: place)
      let name = padding + controls + kept + "\u{2066}" + kept + "\u{2069}\"\\"
      let source = SourceText(decoding: TextStorage(copying: Array(page.utf8)), location: name)
      let document = try FormatRegistry.builtIn.parse(source)
      let bytes = ByteSink.collect { ExportFormat.json.write(document, to: &$0) }
      let json = String(decoding: bytes, as: UTF8.self)
      #expect(
        json.contains(
          "\\u0080\\u009b\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a\\u202e\(kept)\\u2066"
        )
      )
      let isHidden = { (scalar: Unicode.Scalar) in
        [.control, .format, .lineSeparator, .paragraphSeparator]
          .contains(scalar.properties.generalCategory) && scalar != "\n"
      }
      #expect(!json.unicodeScalars.contains(where: isHidden))
      let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      #expect((read?["source"] as? [String: Any])?["location"] as? String == name)
    }
  }

  private func export(_ format: ExportFormat) throws -> String {
    let document = try document()
    return String(decoding: ByteSink.collect { format.write(document, to: &$0) }, as: UTF8.self)
  }

  @Test("JSON holds what the contract says")
  func json() throws {
    let text = try export(.json)
    #expect(text.hasSuffix("}\n") && !text.dropLast().contains("\n"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(root["skein"] as? Int == 2)
    let article = try #require(root["article"] as? [String: Any])
    #expect(article["title"] as? String == "A “title” with a \\ in it")
    #expect(article["author"] as? String == "Mara Lind")
    let blocks = try #require(article["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["kind"] as? String } == ["paragraph", "list"])
    #expect(blocks[1]["text"] as? String == "one\ntwo")
    let items = try #require(blocks[1]["items"] as? [[String: Any]])
    #expect(items.map { $0["number"] as? Int } == [1, 2])
    #expect(items.map { $0["text"] as? String } == ["one", "two"])
    let span = try #require((blocks[0]["spans"] as? [[String: Any]])?.first)
    #expect(span["start"] as? Int == 23 && span["length"] as? Int == 19)
    #expect(span["url"] as? String == "https://a.example/b")
    let comments = try #require(root["comments"] as? [[String: Any]])
    #expect(comments.map { $0["id"] as? String } == ["c1", "c2"])
    #expect(comments[0]["author"] as? String == "Ann")
    #expect(comments[0]["authorIs"] as? String == "inferred")
    #expect(comments[0]["text"] as? String == "> quoted\n\nSaid *he*.")
    let quote = try #require((comments[0]["blocks"] as? [[String: Any]])?.first)
    #expect(quote["kind"] as? String == "quote" && quote["level"] as? Int == 1)
    #expect(comments[0]["lines"] as? [Int] == [16, 20])
    #expect(comments[1]["parent"] as? String == "c1")
    #expect(comments[1]["date"] as? String == "2021-05-03T10:15")
    #expect(comments[1]["replyTo"] as? String == "Ann")
    #expect((root["elsewhere"] as? [String: Any])?["declared"] as? Int == 3)
  }

  @Test("Text and Markdown say of a comment that its text is not in the file")
  func lostText() {
    let document = Document.literal(comments: [CommentLiteral("Ann")])
    func export(_ form: ExportFormat) -> String {
      String(decoding: ByteSink.collect { form.write(document, to: &$0) }, as: UTF8.self)
    }
    #expect(export(.text).hasSuffix("\n  [not in this file]\n"))
    #expect(export(.markdown).hasSuffix("\n*not in this file*\n"))
  }

  @Test("JSON tells where quoted words come from, and by whom a paragraph is quoted")
  func quotations() throws {
    let document = Document.literal(
      article: ["The weir — built in a dry summer."],
      comments: [
        CommentLiteral(
          "Ann",
          "Two.",
          "The mill was sold twice.",
          id: "7",
          replies: [CommentLiteral("Bob", "> mill was sold", "> built in a dry summer", id: "8")]
        )
      ]
    )
    let bytes = ByteSink.collect { ExportFormat.json.write(document, to: &$0) }
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(
      json.contains(
        "\"quotes\":[{\"comment\":\"7\",\"start\":10,\"length\":13,\"is\":\"stated\"},"
          + "{\"article\":0,\"start\":11,\"length\":21,\"is\":\"stated\"}]"
      )
    )
    #expect(
      json.contains(
        "\"quotedBy\":[{\"comment\":\"8\",\"start\":11,\"length\":21,\"is\":\"stated\"}]"
      )
    )
  }

  @Test("Text is indented like the thread")
  func text() throws {
    let text = try export(.text)
    #expect(text.contains("———— 2 comments ————"))
    #expect(text.contains("\nAnn? · May 3, 2021 9:15 AM\n  > quoted\n"))
    #expect(text.contains("\n  Bo · May 3, 2021 10:15 AM · to Ann\n    Answer  with a tab.\n"))
  }

  @Test("Markdown escapes what only looks like marks")
  func markdown() throws {
    let text = try export(.markdown)
    #expect(text.hasPrefix("# A “title” with a \\\\ in it\n"))
    #expect(text.contains("<https://a.example/b>"))
    #expect(text.contains("1. one\n2. two\n"))
    #expect(text.contains("Said \\*he\\*."))
    #expect(text.contains("> **Bo** · May 3, 2021 10:15 AM · to Ann\n"))
  }

  @Test("A comment without a name says whether a dump lost it, and none is invented")
  func nameless() throws {
    for (format, name) in [("text-dump", "[name lost]"), ("wordpress", "[no name]")] {
      let document = Document.literal(
        comments: [CommentLiteral(nil, "Words."), CommentLiteral(nil, "A link.", state: .ping)],
        format: format
      )
      func export(_ form: ExportFormat) -> String {
        String(decoding: ByteSink.collect { form.write(document, to: &$0) }, as: UTF8.self)
      }
      let text = export(.text)
      #expect(text.contains("\n\(name) · ") && text.contains("\n(another page) · "))
      #expect(export(.markdown).contains("**\\\(name)**"))
    }
  }

  @Test("Text without a header is exported above the comments and is none of them")
  func headerless() throws {
    let notice = "Oldest Most Voted\ntrackback\n\n[…] said so too […]\n\nAnn\nAnn\n"
    let page = page.replacingOccurrences(of: "Oldest Most Voted\n", with: notice)
    let source = SourceText(decoding: TextStorage(copying: Array(page.utf8)), location: "page.txt")
    let document = try FormatRegistry.builtIn.parse(source)
    func export(_ format: ExportFormat) -> String {
      String(decoding: ByteSink.collect { format.write(document, to: &$0) }, as: UTF8.self)
    }
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(export(.json).utf8)) as? [String: Any]
    )
    let loose = try #require(root["headerless"] as? [[String: Any]])
    #expect(loose.map { $0["text"] as? String } == ["trackback\n\n[…] said so too […]"])
    #expect(loose[0]["lines"] as? [Int] == [16, 18])
    let comments = try #require(root["comments"] as? [[String: Any]])
    #expect(comments.map { $0["id"] as? String } == ["c1", "c2"])
    #expect(comments[1]["parent"] as? String == "c1")
    let text = export(.text)
    #expect(
      text.contains(
        "———— text without a header ————\n\ntrackback\n\n[…] said so too […]\n\n———— 2 comments ————"
      )
    )
    #expect(
      export(.markdown).contains("## Text without a header\n\ntrackback\n\n\\[…\\] said so too")
    )
    #expect(export(.markdown).contains("## 2 comments\n"))
  }

  @Test("A long export arrives whole, in pieces")
  func pieces() {
    let line = Array(repeating: UInt8(ascii: "x"), count: 1000)
    let bytes = ByteSink.collect { sink in
      for _ in 0..<300 { line.withUnsafeBytes { sink.write($0) } }
    }
    #expect(bytes.count == 300_000)
  }
}
