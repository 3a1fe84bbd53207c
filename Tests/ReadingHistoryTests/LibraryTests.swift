import DocumentModel
import Glibc
import SystemServices
import TestSupport
import Testing

@testable import ReadingHistory

@Suite("The library")
struct LibraryTests {
  /// A page of bytes that cannot be packed well, unless it `repeats` the same.
  private func page(
    _ number: Int,
    size: Int = 1000,
    fetched: Int64,
    repeats: Bool = false
  ) -> KeptPage {
    var generator = SeededGenerator(seed: UInt64(number))
    return KeptPage(
      address: "https://example.org/\(number)",
      charset: "utf-8",
      fetched: fetched,
      bytes: (0..<size).map { _ in repeats ? 7 : UInt8.random(in: 0...255, using: &generator) }
    )
  }

  private func names(_ address: String) -> [Int64] { DocumentNames(address: address)?.hashes ?? [] }

  private func store(_ folder: TemporaryFolder) throws -> LibraryStore {
    try LibraryStore(at: folder.file, creates: true, patience: 1000)
  }

  @Test("gives back the last version of a page, and the versions before")
  func pages() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    try store.keep(page(1, size: 10, fetched: 1), within: 1 << 20)
    try store.keep(page(1, size: 20, fetched: 2), within: 1 << 20)
    try store.keep(page(1, size: 20, fetched: 3), within: 1 << 20)
    let kept = try store.pages(named: names("http://www.example.org/1#top"), limit: 9)
    #expect(kept.map(\.bytes.count) == [20, 10])
    #expect(kept.map(\.fetched) == [3, 1])
    #expect(try store.page(at: "https://example.org/2") == nil)
  }

  @Test("makes room for new pages by letting go of the oldest")
  func room() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    for number in 0..<10 { try store.keep(page(number, fetched: Int64(number)), within: 5200) }
    let kept = try (0..<10).filter { try store.page(at: "https://example.org/\($0)") != nil }
    #expect(kept == [5, 6, 7, 8, 9])
    try store.keep(page(10, size: 4000, fetched: 10), within: 5000)
    #expect(try store.page(at: "https://example.org/10") == nil)
  }

  @Test("lets go last of what is kept for later, until that is taken back or forgotten")
  func later() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let owner = "https://example.org/0"
    try store.keepForLater(owner, with: owner)
    try store.keepForLater("https://example.org/1", with: owner)
    func kept(of numbers: Range<Int>) throws -> [Int] {
      for number in numbers {
        try store.keep(page(number, fetched: Int64(number)), within: 5200)
      }
      return try (0..<numbers.upperBound).filter {
        try store.page(at: "https://example.org/\($0)") != nil
      }
    }
    #expect(try kept(of: 0..<10) == [0, 1, 7, 8, 9])
    try store.release(owner)
    #expect(try kept(of: 10..<12) == [7, 8, 9, 10, 11])
    let other = "https://example.org/7"
    try store.keepForLater(other, with: other)
    try store.forget([try #require(DocumentNames(address: other)?.addressHash)])
    #expect(try store.database.rows("SELECT count(*) FROM later") { $0.number(0) } == [0])
  }

  @Test("counts what pages take once they are packed")
  func packed() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    for number in 0..<10 {
      let page = page(number, size: 4000, fetched: Int64(number), repeats: true)
      try store.keep(page, within: 5000)
    }
    let kept = try (0..<10).compactMap { try store.page(at: "https://example.org/\($0)") }
    #expect(kept.map(\.bytes) == Array(repeating: Array(repeating: 7, count: 4000), count: 10))
    #expect(try store.database.rows("SELECT max(size) FROM page") { $0.number(0) }[0] < 200)
  }

  @Test(
    "takes over pages that an earlier version kept as they came, and packs them",
    arguments: 1...LibrarySchema.schema.version
  )
  func migration(from version: Int) throws {
    let folder = try TemporaryFolder()
    try PrivateFile.create(at: folder.file)
    let old = page(1, size: 3000, fetched: 5, repeats: true)
    let name = try #require(names(old.address).first as Int64?)
    do {
      let schema = LibrarySchema.schema
      let database = try Database(at: folder.file, creates: true, patience: 0)
      for step in schema.steps[..<version] { try database.execute(step) }
      try database.execute(
        "PRAGMA application_id = \(schema.applicationID); PRAGMA user_version = \(version)"
      )
      try database.run(
        """
        INSERT INTO page(name, address, charset, fetched, digest, packing, size, bytes)
        VALUES(?, ?, NULL, 5, 1, 0, 3000, ?)
        """,
        .integer(name),
        .text(old.address),
        .bytes(old.bytes)
      )
      if version > 1 { try database.execute("UPDATE page SET length = size") }
    }
    let store = try store(folder)
    #expect(try store.page(at: old.address)?.bytes == old.bytes)
    try store.keep(page(2, fetched: 6), within: 1 << 20)
    #expect(try store.page(at: old.address)?.bytes == old.bytes)
    let sizes = try store.database.rows("SELECT packing, size < 200 FROM page WHERE fetched = 5") {
      [$0.number(0), $0.number(1)]
    }
    #expect(sizes == [[1, 1]])
  }

  @Test("gives back no page that is damaged or unpacks to more than it was")
  func damagedPages() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    try store.keep(page(1, fetched: 1), within: 1 << 20)
    try store.database.execute("UPDATE page SET length = 999")
    #expect(try store.page(at: "https://example.org/1") == nil)
    try store.database.execute("UPDATE page SET length = 1000, packing = 9")
    #expect(try store.page(at: "https://example.org/1") == nil)
    try store.database.execute("UPDATE page SET packing = 1, bytes = x'1F8B0800'")
    #expect(try store.page(at: "https://example.org/1") == nil)
  }

  @Test("finds passages whatever their case and accents, each at its comment")
  func search() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let discussion = Discussion(comments: ["Ann", "Zoë", "Ben"])
    try store.index(discussion.document, discussion.names.hashes, location: "/a.html", at: 1)
    try store.index(discussion.document, discussion.names.hashes, location: "/a.html", at: 2)
    let hits = try store.search("zoe TIDES", limit: 10)
    #expect(hits.map(\.comment) == [2])
    #expect(hits.first?.author == "Zoë")
    #expect(hits.first?.location == "/a.html")
    #expect(try store.search("\"say of the\" tid*", limit: 10).count == 3)
    #expect(try store.search("\"of say\"", limit: 10).isEmpty)
    for hostile in ["", "\"", "*", "NEAR(", "a OR b", "body:x", "-x", "'; DROP TABLE page"] {
      _ = try store.search(hostile, limit: 10)
    }
  }

  @Test("numbers comments as the reader does, without those that are gone")
  func numbers() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let discussion = Discussion(comments: ["Ann", "Ben", "Cleo"])
    try store.index(
      discussion.document,
      discussion.names.hashes,
      gone: [CommentID(1)],
      location: "a",
      at: 1
    )
    #expect(try store.search("Cleo", limit: 9).map(\.comment) == [2])
    #expect(try store.search("Ben", limit: 9).map(\.comment) == [1])
  }

  @Test("keeps no trace of what is forgotten")
  func forget() throws {
    let folder = try TemporaryFolder()
    let discussion = Discussion(comments: ["Quillon", "Ben"])
    let address = "https://example.org/secret-address"
    let names = discussion.names(address: address)
    let other = Discussion(comments: ["Keeper"], title: "Other")
    do {
      let store = try store(folder)
      try store.keep(
        KeptPage(address: address, charset: nil, fetched: 1, bytes: Array("Quillon says".utf8)),
        within: 1 << 20
      )
      try store.index(discussion.document, names.hashes, location: address, at: 1)
      try store.index(other.document, other.names.hashes, location: "b", at: 1)
      #expect(try contents(of: folder).contains("Quillon"))
      try store.forget([try #require(names.addressHash)])
      #expect(try store.search("keeper", limit: 9).count == 1)
    }
    let left = try contents(of: folder).lowercased()
    #expect(!left.contains("quillon") && !left.contains("secret-address"))
    #expect(left.contains("keeper"))
  }

  @Test("of the history keeps none either")
  func forgetHistory() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try folder.store()
      let record = Discussion(comments: ["Ann"], title: "A secret title").record(
        at: "/secret-file.html",
        opened: 1
      )
      let id = try #require(try store.write(record, since: RecordBase()).document as Int64?)
      try store.add(["one", "two", "one"], typedFor: "search")
      #expect(try store.lines(typedFor: "search") == ["two", "one"])
      #expect(try contents(of: folder).contains("secret"))
      try store.forget(id)
      #expect(try store.documents().isEmpty)
    }
    #expect(try !contents(of: folder).contains("secret"))
  }

  @Test("of the history lets go of what was not read for too long, unless it is kept for later")
  func expiry() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    for number in 1...3 {
      let record = Discussion(comments: ["Ann \(number)"]).record(
        at: "\(number)",
        opened: Int64(number) * 100
      )
      let base = try store.write(record, since: RecordBase())
      if number == 1, let id = base.document { try store.keep(id, true) }
    }
    let names = Discussion(comments: ["Ann 2"]).names.hashes
    #expect(try Set(store.forget(before: 300)) == Set(names))
    #expect(try store.documents().map(\.location) == ["3", "1"])
    #expect(try store.documents().map(\.isKept) == [false, true])
  }

  /// All that is in the files of the folder, as text.
  private func contents(of folder: TemporaryFolder) throws -> String {
    var bytes: [UInt8] = []
    for suffix in ["", "-wal", "-shm"] {
      guard let file = fopen(folder.file + suffix, "r") else { continue }
      var byte = fgetc(file)
      while byte != EOF {
        bytes.append(UInt8(truncatingIfNeeded: byte))
        byte = fgetc(file)
      }
      fclose(file)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
