import Foundation
import Testing

@testable import skein

@Suite("Sources in pieces or packed")
struct PackedSourceTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func message(_ number: Int, answers: Int? = nil) -> String {
    """
    From: Ann Hale <ann@x.example>
    Message-ID: <\(number)@x.example>
    Subject: Bells \(number % 10)
    Date: Mon, 4 Mar 2024 08:0\(number % 10):00 +0000
    \(answers.map { "References: <\($0)@x.example>" } ?? "X-First: yes")

    From the tower.

    """
  }

  /// A folder of mail with two threads, a trashed message, one of a folder inside, and what is none.
  private func maildir() throws -> String {
    try scratch.write(Self.message(1), to: "mail/cur/1:2,S")
    try scratch.write(Self.message(2, answers: 1), to: "mail/new/2")
    try scratch.write(Self.message(3), to: "mail/cur/3:2,ST")
    try scratch.write(Self.message(4), to: "mail/.Lists/cur/4:2,")
    try scratch.write("no mail at all", to: "mail/cur/5:2,")
    try scratch.write(Self.message(6), to: "mail/tmp/6")
    return scratch.url.appending(path: "mail").path
  }

  @Test(
    "A maildir is one source: a list of its threads, and how many files are none of its messages"
  )
  func maildirIsMailbox() throws {
    let run = try ProgramRun(["export", maildir()])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains("4@x.example") || lines[1].contains("4@x.example"))
    #expect(!run.output.contains("3@x.example") && !run.output.contains("6@x.example"))
    // A line that begins with `From ` is as it was written.
    #expect(run.output.contains("\"From the tower.\""))
    let list = try ProgramRun(["list", "--to", "json", maildir()])
    #expect(list.output.contains("files of the maildir that are no messages: 1"))
  }

  @Test("A page that gzip packed is read as the page")
  func packedPage() throws {
    let packed = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACAzVNuw4CIRD8lbE38gMbGrX2imssF9gIkYMLrJr7e7kYm3llMkOHy+0836croi7ZkibN"
          + "Yif2Twlkfo64afK7WO0cBZGbq682uIPhJOcjuAT0uoirYUNL5dGRFPKWtu1YRoJPlAIdA66ydvhRRxxw"
          + "IrNaMv+XL05PKAiTAAAA"
      )
    )
    let file = scratch.url.appending(path: "page.html.gz")
    try packed.write(to: file)
    #expect(try ProgramRun(["export", "--to", "text", file.path]).output.contains("rings it"))
    try packed.dropLast(20).write(to: file)
    let cut = try ProgramRun(["export", file.path])
    #expect(cut.output.contains("the compressed file is damaged or ends early"))
  }
}
