import Testing

@testable import ReadingHistory

@Suite("Files in the library")
struct KeptFileTests {
  private let folder: TemporaryFolder
  private let store: LibraryStore
  private let names: [Int64] = [7, 8]

  init() throws {
    folder = try TemporaryFolder()
    store = try LibraryStore(at: folder.file, creates: true, patience: 1000)
  }

  private func keep(
    _ text: String,
    changed: Int64,
    read: Int64,
    as path: String = "/a.html",
    named names: [Int64]? = nil,
    within limit: Int = 1 << 20
  ) throws {
    let page = KeptPage(address: path, charset: nil, fetched: changed, bytes: Array(text.utf8))
    try store.keep(file: page, named: names ?? self.names, at: read, within: limit)
  }

  private func kept(_ names: [Int64]? = nil) throws -> [String] {
    try store.pages(named: names ?? self.names, limit: 99).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  private var changes: Int64 {
    get throws { try store.database.rows("SELECT total_changes()") { $0.integer(0) }[0] }
  }

  @Test("stand in the order they were saved in, whatever their document is known by then")
  func order() throws {
    try keep("tuesday", changed: 200, read: 900)
    try keep("monday", changed: 100, read: 901, named: [8])
    try keep("friday", changed: 500, read: 902, named: [9, 8])
    #expect(try kept([9, 8, 7]) == ["friday", "tuesday", "monday"])
    #expect(try store.lastPage(named: [8, 7])?.fetched == 500)
    #expect(try store.page(at: "/a.html") == nil)
  }

  @Test("are kept once, and nothing is written of one that was read last")
  func unchanged() throws {
    try keep("one", changed: 1, read: 1)
    let before = try changes
    try keep("one", changed: 2, read: 2, as: "/copy.html")
    #expect(try changes == before)
    try keep("two", changed: 3, read: 3)
    try keep("one", changed: 1, read: 4)
    #expect(try kept() == ["two", "one"])
    #expect(try store.lastPage(named: names)?.fetched == 1)
  }

  @Test("make room: of many versions those go that were not read for the longest time")
  func room() throws {
    for number in 0..<14 {
      try keep("version \(number)", changed: Int64(100 - number), read: Int64(number))
    }
    #expect(try kept() == (4..<14).map { "version \($0)" })
    try keep(String(repeating: "x", count: 9), changed: 1, read: 99, within: 40)
    #expect(try kept().count == 10)
  }

  @Test("never stand for a page that was saved from the web")
  func web() throws {
    let address = "https://example.org/story"
    let name = try #require(DocumentNames(address: address)?.addressHash as Int64?)
    try keep("saved", changed: 9, read: 9, named: [name])
    #expect(try store.page(at: address) == nil)
    let fetched = KeptPage(address: address, charset: nil, fetched: 5, bytes: Array("web".utf8))
    try store.keep(fetched, within: 1 << 20)
    #expect(try store.page(at: address)?.fetched == 5)
    #expect(try kept([name]) == ["saved", "web"])
  }

  @Test("go with their document; pages that were fetched go with time")
  func forget() throws {
    try keep("file", changed: 1, read: 1)
    for (address, moment) in [("https://a.example/1", 1), ("https://a.example/2", 9)] {
      let page = KeptPage(address: address, charset: nil, fetched: Int64(moment), bytes: [1])
      try store.keep(page, within: 1 << 20)
    }
    try store.forgetPages(before: 5)
    #expect(try kept() == ["file"])
    #expect(try store.page(at: "https://a.example/1") == nil)
    #expect(try store.page(at: "https://a.example/2") != nil)
    try store.forget([8, 7])
    #expect(try kept().isEmpty)
  }

  @Test("and articles that were fetched with what was kept for later go with that")
  func article() throws {
    let (story, article) = ("https://a.example/s", "https://b.example/t")
    let other = "https://c.example"
    for address in [story, article, other] {
      try store.keep(
        KeptPage(address: address, charset: nil, fetched: 1, bytes: Array(address.utf8)),
        within: 1 << 20
      )
    }
    for address in [story, article, other] { try store.keepForLater(address, with: story) }
    try store.keepForLater(other, with: "https://d.example")
    try store.forget(DocumentNames(address: story)?.hashes ?? [])
    #expect(try store.page(at: article) == nil)
    #expect(try store.page(at: other) != nil)
  }

  @Test("have their words in the index once, though their first comments change")
  func index() throws {
    let first = Discussion(comments: ["Ann", "Ben"])
    let later = Discussion(comments: ["Zoe", "Ann", "Ben"])
    let all = first.names.hashes
    try store.index(first.document, all, location: "/a.html", at: 1)
    try store.index(later.document, later.names.hashes + all, location: "/b.html", at: 2)
    #expect(try store.search("Ann tides", limit: 9).map(\.location) == ["/b.html"])
    try store.index(later.document, later.names.hashes + all, location: "/c.html", at: 3)
    #expect(try store.search("Ann tides", limit: 9).map(\.location) == ["/c.html"])
  }
}
