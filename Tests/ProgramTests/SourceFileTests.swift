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

  /// A file of so many paragraphs.
  private func stones(_ count: Int) throws -> URL {
    let text = (0..<count).map { "The harbour has \($0) stones, and a bell.\n" }
    return try scratch.write(text.joined(separator: "\n"), to: "stones.txt")
  }

  @Test("What was read of a file stays when somebody empties it", arguments: [1_000, 60_000])
  func emptying(paragraphs: Int) throws {
    let file = try stones(paragraphs)
    let opened = try OpenDocument(.file(file.path), format: nil)
    let whole = try opened.whole()
    #expect(truncate(file.path, 0) == 0)
    #expect(try opened.whole().article.blocks.count == whole.article.blocks.count)
    #expect(try opened.source().text.withBytes { !$0.contains(0) })
  }

  @Test("A file that is emptied while it is being read is a shorter document")
  func shrinking() throws {
    let file = try stones(60_000)
    let opened = try OpenDocument(.file(file.path), format: nil)
    #expect(try opened.beginning().isPartial)
    #expect(truncate(file.path, 1 << 18) == 0)
    let blocks = try opened.whole().article.blocks.count
    #expect(blocks > 1_000 && blocks < 60_000)
  }

  @Test("What is written over a file that is open is not shown")
  func overwriting() throws {
    let file = try stones(60_000)
    let opened = try OpenDocument(.file(file.path), format: nil)
    let document = try opened.whole()
    let size = document.text.count
    try Data(repeating: 0x1B, count: size).write(to: file, options: [])
    #expect(document.text.withBytes { !$0.contains(0x1B) })
    #expect(try opened.source().text.withBytes { !$0.contains(0x1B) })
  }

  @Test(
    "What never ends is refused",
    arguments: [
      ("/dev/zero", "/dev/zero: is a device"), ("- < /dev/zero", "standard input: is a device"),
      ("- < <(cat /dev/zero)", "standard input: looks like"), ("<(yes)", "larger than 256 MiB"),
      ("<(cat /dev/urandom)", "looks like binary data"),
    ]
  )
  func endless(_ source: String, _ reason: String) throws {
    let run = try ProgramRun(shell: "timeout 20 $skein export \(source)", in: scratch.url)
    #expect(run.status == 2)
    #expect(run.errors.contains(reason))
  }

  @Test("A socket is no source, the null device an empty one")
  func kinds() throws {
    let path = scratch.url.appending(path: "socket").path
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    let bound = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(try ProgramRun([path]).errors == "skein: \(path): is a socket; name a file\n")
    #expect(try ProgramRun(["/dev/null"]).status == 0)
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
