import DocumentModel
import DocumentParsing
import Foundation
import Testing

@testable import skein

@Suite("Sources")
struct SourceFileTests {
  private let scratch: ScratchFolder
  private let page: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
  }

  @Test(
    "What cannot be fetched is told in one line",
    arguments: [
      ("http://127.0.0.1:1/page", "127.0.0.1: cannot connect"),
      ("gopher://example.org/", "not a web address"),
    ]
  )
  func addresses(_ address: String, _ reason: String) throws {
    let run = try ProgramRun([address])
    #expect(run.status == 2)
    #expect(run.errors.contains(reason))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("An export is never written over what it is made of")
  func overwriting() throws {
    let run = try ProgramRun(["export", "--to", "text", "-o", page, page])
    #expect(run.status == 2)
    #expect(run.errors.contains("name another file"))
    #expect(try String(contentsOfFile: page, encoding: .utf8) == SamplePage.text)
  }

  @Test("What was read of a file stays when somebody empties it", arguments: [1_000, 6_000])
  func emptying(paragraphs: Int) throws {
    let text = (0..<paragraphs).map { "The harbour has \($0) stones, and a bell.\n" }
    let file = try scratch.write(text.joined(separator: "\n"), to: "stones.txt")
    let opened = try OpenDocument(.file(file.path), format: nil)
    let whole = try opened.whole()
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 0)
    try handle.close()
    #expect(try opened.whole().article.blocks.count == whole.article.blocks.count)
    #expect(opened.source.text.count == text.joined(separator: "\n").utf8.count)
  }

  @Test("The same file is known by another path, a device and standard input are none")
  func sameness() {
    let folder = scratch.url.path
    #expect(SourceFile.isSame(page, folder + "/./page.txt"))
    #expect(!SourceFile.isSame(page, page + "x"))
    #expect(!SourceFile.isSame("/dev/null", "/dev/null"))
    #expect(!SourceFile.isSame("-", "-"))
  }

  @Test("A source that cannot be read keeps none from being searched")
  func unreadable() throws {
    let run = try ProgramRun(["search", "-l", "lantern", page, "/missing/a.txt", page])
    #expect(run.status == 2)
    #expect(run.output == "\(page)\n\(page)\n")
    #expect(run.errors.hasPrefix("skein: /missing/a.txt: cannot open"))
  }

  @Test("What was exported before a source failed is there")
  func partial() throws {
    let run = try ProgramRun(["export", "--to", "text", page, "/missing/a.txt"])
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("The lantern on the quay\n"))
  }
}
