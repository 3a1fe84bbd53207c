import Glibc
import Testing

@testable import skein

@Suite("Fuller copies")
struct CompanionFileTests {
  @Test(
    "beside a file have its name and a mark",
    arguments: [
      ("page.txt", "page.full.txt"), ("a.b/page", "a.b/page.full"), ("a/.page", "a/.page.full"),
      ("page.mht", "page.full.mht"), ("x/a.b.html", "x/a.b.full.html"),
    ]
  )
  func namesBeside(path: String, first: String) {
    let names = CompanionFile.names(beside: path)
    #expect(names.first == first)
    #expect(Set(names).count == names.count)
    #expect(names.contains(String(path[..<pathEnd(path)]) + "-full.html"))
  }

  private func pathEnd(_ path: String) -> String.Index {
    let name = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    return path[name...].dropFirst().lastIndex(of: ".") ?? path.endIndex
  }

  @Test(
    "beside what is no file, or is a fuller copy itself, there are none",
    arguments: ["-", "https://example.org/page.txt", "page.full.txt", "a/page-full.html", "", "a/"]
  )
  func noNamesBeside(path: String) {
    #expect(CompanionFile.names(beside: path).isEmpty)
  }

  @Test("beside a file are found where they are")
  func findBeside() throws {
    var template = Array("/tmp/skein-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { rmdir(folder) }
    #expect(CompanionFile.find(beside: folder + "/page.txt") == nil)
    let copy = folder + "/page-full.html"
    let file = try #require(fopen(copy, "w"))
    fclose(file)
    defer { unlink(copy) }
    #expect(CompanionFile.find(beside: folder + "/page.txt") == copy)
  }
}
