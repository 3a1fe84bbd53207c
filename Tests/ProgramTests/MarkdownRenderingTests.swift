import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import Testing

@Suite(
  "Markdown, rendered by cmark-gfm",
  .enabled(if: InstalledProgram.path(of: "cmark-gfm") != nil, "cmark-gfm is not installed")
)
struct MarkdownRenderingTests {
  private static let fixtures: [URL] = {
    let folder = Repository.root.appending(path: "Tests/DocumentFormatsTests/Fixtures")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["html", "txt"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }()

  @Test("Every block of every fixture reads as it was written", arguments: [nil, 30])
  func fixtures(_ width: Int?) throws {
    #expect(Self.fixtures.count > 50)
    for page in Self.fixtures {
      let bytes = TextStorage(copying: try Data(contentsOf: page))
      let source = SourceText(decoding: bytes, location: page.lastPathComponent)
      let document = try FormatRegistry.builtIn.parse(source)
      let text = try rendered(document, width: width)
      var rest = text[...]
      let blocks = document.comments.reduce(Array(document.blocks(of: document.article))) {
        $0 + document.blocks(of: $1)
      }
      for block in blocks {
        let written = letters(of: block, in: document)
        if written.isEmpty { continue }
        guard let place = rest.firstRange(of: written) else {
          let words = String(decoding: written, as: UTF8.self)
          Issue.record("\(page.path): reads otherwise: \(words)")
          break
        }
        rest = rest[place.upperBound...]
      }
    }
  }

  private func letters(of block: Block, in document: Document) -> [UInt8] {
    document.text.withBytes { bytes in
      let lines = document.text(of: block).split(separator: "\n")
      var start = Int(block.text.start)
      return lines.flatMap { line in
        defer { start += line.utf8.count + 1 }
        while bytes[start] == 0x0A { start += 1 }
        let words = block.words(ofLine: start..<start + line.utf8.count, in: bytes)
        return letters(String(decoding: bytes[words], as: UTF8.self))
      }
    }
  }

  /// What a browser would show of `document` as Markdown, without blanks.
  private func rendered(_ document: Document, width: Int?) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    let bytes = ByteSink.collect { MarkdownExport.write(document, width: width, to: &$0) }
    let markdown = String(decoding: bytes, as: UTF8.self)
    let source = try scratch.write(markdown, to: "page.md")
    let result = scratch.url.appending(path: "page.html")
    let child = ChildProcess(
      arguments: [
        try #require(InstalledProgram.path(of: "cmark-gfm")), "--unsafe",
        "-e", "table", "-e", "strikethrough", "-e", "autolink", source.path,
      ],
      environment: ["PATH": "/usr/bin:/bin"],
      folder: scratch.url.path,
      output: result.path
    )
    #expect(child.run() == 0)
    let html = try String(contentsOf: result, encoding: .utf8)
    let text = html.replacing(/<[^>]*>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
    return letters(text)
  }

  private func letters(_ text: String) -> [UInt8] {
    let shown = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    return Array(String(String.UnicodeScalarView(shown)).utf8)
  }
}
