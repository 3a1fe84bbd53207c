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

  @Test("A search goes through all discussions of a mailbox, and says in which a line is")
  func searchesMailbox() throws {
    let path = try maildir()
    let all = try ProgramRun(["search", "tower", path])
    #expect(all.status == 0)
    let places = all.output.split(separator: "\n").map { $0.dropFirst(path.count + 1) }
    #expect(
      Set(places.map { $0.prefix { $0 != "." } }) == [
        "entry 1:article: From the tower", "entry 2:comment 1 (Ann Hale): From the tower",
        "entry 2:article: From the tower",
      ]
    )
    #expect(try ProgramRun(["search", "-c", "tower", path]).output == "\(path):3\n")
    #expect(try ProgramRun(["search", "-l", "tower", path]).output == "\(path)\n")
  }

  @Test("A day of Slack's export has its names from the file of users beside the channels")
  func slackNames() throws {
    let day = #"[{"type": "message", "user": "U01", "text": "Ring.", "ts": "1700000100.0002"}]"#
    try scratch.write(day, to: "slack/tower/2024-03-04.json")
    let path = scratch.url.appending(path: "slack/tower/2024-03-04.json").path
    #expect(try ProgramRun(["export", path]).output.contains("\"author\":\"U01\""))
    let users = #"[{"id": "U01", "name": "ann", "profile": {"real_name": "Ann Hale"}}]"#
    try scratch.write(users, to: "slack/users.json")
    try scratch.write("[]", to: "slack/channels.json")
    let named = try ProgramRun(["export", path]).output
    #expect(named.contains("\"author\":\"Ann Hale\""))
    #expect(named.split(separator: "\"author\":\"Ann Hale\"").count == 2)
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
