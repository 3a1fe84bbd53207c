import DocumentModel
import Foundation
import ReaderUI
import SystemServices
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

  /// What is told of the reading, and the share that is done.
  private final class Reports {
    var shares: [Double?] = []
    var labels: [String] = []
  }

  @Test("It is told how far a maildir is read; where that is stopped, what was read is there")
  func maildirIsStopped() throws {
    let count = 1200
    let first = try scratch.write(Self.message(1), to: "large/cur/0")
    for number in 1..<count {
      let copy = first.deletingLastPathComponent().appending(path: "\(number)")
      try FileManager.default.linkItem(at: first, to: copy)
    }
    let path = scratch.url.appending(path: "large").path
    let reports = Reports()
    let whole = MaildirFolder.read(path, nil) { report in
      reports.shares.append(report.share)
      reports.labels.append(report.label)
    }
    #expect(whole.notes.isEmpty)
    #expect(reports.labels.last == "reading message 1025 of 1200")
    let shares = reports.shares.compactMap(\.self)
    #expect(shares == shares.sorted() && shares.count > 1)
    let cancellation = Cancellation()
    let part = MaildirFolder.read(path, cancellation) { report in
      if let share = report.share, share > 0 { cancellation.cancel() }
    }
    #expect(
      part.notes.map(\.message) == ["stopped: only 513 of 1200 files of the maildir were read"]
    )
    #expect(part.storage.bytes.count * count == whole.storage.bytes.count * 513)
  }

  @Test("Files of a maildir that cannot be read are counted, and the others are read")
  func unreadableFiles() throws {
    let path = try maildir()
    try FileManager.default.createSymbolicLink(
      atPath: path + "/cur/7:2,S",
      withDestinationPath: "/nonexistent/7"
    )
    try FileManager.default.createDirectory(
      atPath: path + "/cur/8:2,S",
      withIntermediateDirectories: true
    )
    try scratch.write("", to: "mail/cur/9:2,S")
    let notes = MaildirFolder.read(path, nil).notes.map(\.message)
    #expect(
      notes == [
        "files of the maildir that cannot be read: 1",
        "files of the maildir that are no messages: 2",
      ]
    )
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
