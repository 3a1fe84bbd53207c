import DocumentModel
import Foundation
import Testing

@testable import skein

@Suite("A folder as a list")
struct FolderListTests {
  @Test("lists files that may be text, mailboxes and folders, by name, without what is hidden")
  func entries() throws {
    let scratch = try ScratchFolder()
    for name in ["b.txt", "a.html", "deep/c.txt", ".hidden", "mail/cur/1:2,S"] {
      try scratch.write("x", to: name)
    }
    try Data([0x89, 0x50, 0x4E, 0x47, 0, 1, 2]).write(to: scratch.url.appending(path: "p.png"))
    let listing = try FolderSources.listing(scratch.url.path)
    #expect(listing.entries.map(\.title) == ["a.html", "b.txt", "deep/", "mail"])
    #expect(listing.entries[1].discussion == scratch.url.path + "/b.txt")
    #expect(throws: Failure.self) {
      try FolderSources.listing(scratch.url.appending(path: "none").path)
    }
  }

  @Test("is written by skein list, and its files by skein where the output is no terminal")
  func commands() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Title one\n\nWords of one.\n", to: "one.txt")
    try scratch.write("Title two\n\nWords of two.\n", to: "two.txt")
    let list = try ProgramRun(["list", scratch.url.path])
    #expect(list.output.split(separator: "\n").count == 2 && list.output.contains("one.txt"))
    let text = try ProgramRun([scratch.url.path]).output
    #expect(text.contains("Words of one.") && text.contains("Words of two."))
    let mail = "From: Ann <ann@x.example>\nSubject: Three\nDate: Mon, 4 Mar 2024 08:00:00 +0000\n"
    try scratch.write(mail + "\nWords of three.\n", to: "mail/cur/1:2,S")
    let all = try ProgramRun([scratch.url.path]).output
    #expect(all.contains("Words of two.") && all.contains("Words of three."))
  }
}
