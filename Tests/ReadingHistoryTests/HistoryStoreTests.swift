import DocumentMerging
import SystemServices
import Testing

@testable import ReadingHistory

@Suite("The history")
struct HistoryStoreTests {
  private func document(of base: RecordBase) throws -> Int64 {
    let id = base.document
    return try #require(id)
  }

  @Test("knows a document again under another name, with what was done to its comments")
  func sameContent() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let first = Discussion(comments: ["Ann", "Ben", "Cleo"])
    var record = first.record(at: "monday.html", opened: 100)
    record.flags[1] = [.folded, .seen]
    _ = try store.write(record, since: RecordBase())

    let later = Discussion(comments: ["Zoe", "Ann", "Ben", "Cleo", "Dan"])
    let found = try #require(try store.find(later.names))
    let recollection = try #require(try store.recall(found))
    let matches = recollection.roster.matches(with: later.roster)
    #expect(matches.olderOf == [-1, 0, 1, 2, -1])
    #expect(recollection.flags[1] == [.folded, .seen])
    #expect(recollection.lastOpened == 100)
  }

  @Test("tells two documents with the same title apart by what they hold")
  func sameTitle() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    _ = try store.write(
      Discussion(comments: ["Ann", "Ben"]).record(at: "a.html", opened: 1),
      since: RecordBase()
    )
    #expect(try store.find(Discussion(comments: ["Kim", "Lou"]).names) == nil)
  }

  @Test("lets the address decide where both have one")
  func addresses() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let discussion = Discussion(comments: ["Ann", "Ben"])
    let address = "https://www.example.org/story?id=7&utm_source=feed#comments"
    let id = try store.write(
      discussion.record(at: "page", address: address, opened: 1),
      since: RecordBase()
    ).document
    let mobile = DocumentNames(address: "http://m.example.org/story/?id=7")
    let names = try #require(mobile)
    #expect(try store.find(names) == id)
    #expect(try store.find(discussion.names(address: "https://example.org/other")) == nil)
    #expect(try store.find(discussion.names) == id)
  }

  @Test("tells what one source holds apart, by its id there or by what it holds")
  func parts() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    func names(_ source: String, _ id: String, _ authors: [String]) -> DocumentNames {
      let document = Discussion(comments: authors).document
      return DocumentNames(of: document, address: nil, part: (source, id))
    }
    func write(_ names: DocumentNames) throws -> Int64? {
      var record = Discussion(comments: []).record(at: "x", opened: 1)
      record.names = names
      return try store.write(record, since: RecordBase()).document
    }
    let feed = "https://www.example.org/feed"
    let one = try write(names(feed, "note-1", []))
    let two = try write(names(feed, "note-2", []))
    #expect(one != two)
    #expect(try store.find(names("http://example.org/feed/", "note-1", [])) == one)
    let mail = try write(names("/mail.mbox", "a@b", ["Ann"]))
    #expect(try store.find(names("/copy.mbox", "a@b", ["Ann"])) == mail)
    #expect(try store.find(names("/mail.mbox", "a@b", ["Zoe", "Ben"])) == mail)
    let numbered = try write(names("/mail.mbox", "7", ["Cleo"]))
    #expect(try store.find(names("/mail.mbox", "7", ["Dan"])) == nil)
    #expect(try store.find(names("/mail.mbox", "8", ["Cleo"])) == numbered)
  }

  @Test("takes a comment for new until it was seen, however often the document is opened")
  func newComments() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let first = Discussion(comments: ["Ann", "Ben"])
    let base = try store.write(first.record(at: "1", opened: 1), since: RecordBase())
    let id = try #require(base.document)
    #expect(try store.recall(id)?.flags.contains(where: \.isNew) == false)

    let second = Discussion(comments: ["Ann", "Ben", "Cleo", "Dan"])
    var record = second.record(at: "2", opened: 2)
    record.flags[2] = .arrived
    record.flags[3] = [.arrived, .seen]
    let known = RecordBase(document: base.document, flags: [[], [], [], []])
    _ = try store.write(record, since: known)
    let recollection = try #require(try store.recall(try document(of: base)))
    #expect(recollection.flags.map(\.isNew) == [false, false, true, false])
  }

  @Test("loses nothing of two programs that read the same document at once")
  func twoPrograms() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (try folder.store(), try folder.store())
    let discussion = Discussion(comments: ["Ann", "Ben", "Cleo"])
    var record = discussion.record(at: "a", opened: 1)
    let base = try one.write(record, since: RecordBase())
    var theirs = record
    theirs.flags[0] = .folded
    theirs.view.marks = [.init(name: 97, isInArticle: false, place: .init(), focused: 0)]
    _ = try other.write(theirs, since: base)
    record.flags[2] = [.hidden, .seen]
    record.view.marks = [.init(name: 98, isInArticle: false, place: .init(), focused: 2)]
    _ = try one.write(record, since: base)
    let recollection = try #require(try other.recall(try document(of: base)))
    #expect(recollection.flags == [.folded, [], [.hidden, .seen]])
    #expect(Set(recollection.view?.marks.map(\.name) ?? []) == [97, 98])
  }

  @Test("keeps what is known of comments that a version lacks")
  func absentComments() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    var record = Discussion(comments: ["Ann", "Ben", "Cleo"]).record(at: "1", opened: 1)
    record.flags[2] = [.folded, .seen]
    let base = try store.write(record, since: RecordBase())
    let short = Discussion(comments: ["Ann", "Ben"])
    _ = try store.write(
      short.record(at: "2", opened: 2),
      since: RecordBase(document: base.document, flags: [[], []])
    )
    let recollection = try #require(try store.recall(try document(of: base)))
    #expect(recollection.flags[2] == [.folded, .seen, .absent])
    #expect(recollection.roster.matches(with: Discussion(comments: ["Cleo"]).roster).olderOf == [2])
  }

  @Test("knows of comments that are still shown that they are gone")
  func goneComments() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let discussion = Discussion(comments: ["Ann", "Ben"])
    let base = try store.write(discussion.record(at: "1", opened: 1), since: RecordBase())
    var record = discussion.record(at: "1", opened: 2)
    record.flags[1] = .absent
    _ = try store.write(record, since: base)
    #expect(try store.recall(try document(of: base))?.flags == [[], .absent])
  }

  @Test("keeps full texts of both of two programs, and the newest of very many")
  func fullTexts() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (try folder.store(), try folder.store())
    var record = Discussion(comments: ["Ann"]).record(at: "a", opened: 1)
    record.fullTexts = [Array("first".utf8)]
    let base = try one.write(record, since: RecordBase())
    record.fullTexts = [Array("second".utf8)]
    _ = try other.write(record, since: base)
    let id = try document(of: base)
    #expect(try one.recall(id)?.fullTexts == [Array("first".utf8), Array("second".utf8)])
    record.fullTexts = (0..<100).map { Array("\($0)".utf8) }
    _ = try one.write(record, since: base)
    let lines = try one.recall(id)?.fullTexts.map { String(decoding: $0, as: UTF8.self) }
    #expect(lines?.count == 64)
    #expect(lines?.last == "99")
  }

  @Test("knows how a list was looked at, by its address or path, until it is forgotten")
  func lists() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    var list = RememberedList()
    (list.order, list.filter, list.hidden) = ("newest", "site:example tides", ["a", "b"])
    list.focus = "c"
    try store.write(list, at: "https://www.example.org/front?utm_source=x")
    try store.write(list, at: "/mail")
    #expect(try store.list(at: "http://example.org/front") == list)
    #expect(try store.list(at: "http://example.org/other") == nil)
    try store.write(RememberedList(), at: "/mail")
    #expect(try store.list(at: "/mail") == nil)
    _ = try store.forget(before: .max)
    #expect(try store.list(at: "http://example.org/front") == nil)
    try store.database.execute("INSERT INTO list VALUES('/x', x'010203', 1)")
    #expect(try store.list(at: "/x") == nil)
    // As earlier versions of the program wrote it, without a place.
    list.focus = ""
    let earlier = [2] + list.bytes.dropFirst().dropLast()
    let digits = earlier.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    try store.database.execute("INSERT INTO list VALUES('/y', x'\(digits)', 1)")
    #expect(try store.list(at: "/y") == list)
  }

  @Test("reads how a document was looked at as earlier versions of the program wrote it")
  func earlierView() throws {
    var view = RememberedView()
    view.marks = [.init(name: 97, isInArticle: false, place: .init(), focused: 3)]
    // Without filter and order, then without order.
    #expect(RememberedView(bytes: Array(view.bytes.dropLast(2))) == view)
    view.filter = "from:ann tides"
    #expect(RememberedView(bytes: Array(view.bytes.dropLast())) == view)
    view.order = "newest"
    #expect(RememberedView(bytes: view.bytes) == view)
    #expect(RememberedView(bytes: Array(view.bytes.dropLast())) == nil)
  }

  @Test("is for its owner alone")
  func permissions() throws {
    let folder = try TemporaryFolder()
    _ = try folder.store().write(
      Discussion(comments: ["Ann"]).record(at: "1", opened: 1),
      since: RecordBase()
    )
    #expect(try FileStatus(at: folder.file).permissions == 0o600)
    #expect(try FileStatus(at: folder.path + "/deep/er").permissions == 0o700)
  }
}

@Suite("A canonical address")
struct CanonicalAddressTests {
  @Test(
    "is the same for all ways of writing it",
    arguments: [
      "https://example.org/a", "http://www.example.org/a/", "HTTPS://Example.org:443/a#c7",
      "https://m.example.org/a?utm_source=x&fbclid=1", "https://user:pw@amp.example.org/a",
    ]
  )
  func same(_ address: String) {
    #expect(CanonicalAddress.of(address) == "example.org/a")
  }

  @Test("keeps what tells pages apart, in one order")
  func different() {
    #expect(
      CanonicalAddress.of("http://a.b/x?q=2&p=1") == CanonicalAddress.of("http://a.b/x?p=1&q=2")
    )
    #expect(CanonicalAddress.of("http://a.b/x?p=1") != CanonicalAddress.of("http://a.b/x?p=2"))
    #expect(CanonicalAddress.of("http://m.de/x") == "m.de/x")
    #expect(CanonicalAddress.of("mailto:a@b.c") == nil)
    #expect(CanonicalAddress.of("https://") == nil)
  }
}
