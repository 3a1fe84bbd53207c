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

  @Test("An address is told from a file that is not there")
  func addresses() throws {
    let run = try ProgramRun(["https://a.example/b"])
    #expect(run.status == 2)
    #expect(run.errors.contains("https://a.example/b: is an address; save the page"))
  }

  @Test("An export is never written over what it is made of")
  func overwriting() throws {
    let run = try ProgramRun(["export", "--to", "text", "-o", page, page])
    #expect(run.status == 2)
    #expect(run.errors.contains("name another file"))
    #expect(try String(contentsOfFile: page, encoding: .utf8) == SamplePage.text)
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
