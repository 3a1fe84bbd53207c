import SystemServices
import Testing

@testable import ReadingHistory

@Suite("What is kept for later")
struct LaterTests {
  private func names(_ address: String) throws -> DocumentNames {
    let names = DocumentNames(address: address)
    return try #require(names)
  }

  @Test("is listed before it was read, and forgotten when it is kept no more")
  func unread() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let address = "https://news.example.org/item?id=7"
    let names = try names(address)
    try store.keepForLater(names, title: "Gulls", location: address)
    try store.keepForLater(names, title: "Gulls", location: address, comments: 12)
    let kept = try store.documentsKept()
    #expect(kept.map(\.location) == [address])
    #expect(kept.first?.comments == 12 && kept.first?.visits == 0)
    #expect(try store.addressesKept() == ["news.example.org/item?id=7"])
    // Nothing is known of its comments, so that none is new.
    let id = try #require(try store.find(names))
    #expect(try store.recall(id) == nil)
    try store.release(names)
    #expect(try store.documents().isEmpty)
  }

  @Test("stays known when it is kept no more, if it was read")
  func read() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let address = "https://news.example.org/item?id=7"
    let names = try names(address)
    try store.keepForLater(names, title: "Gulls", location: address)
    let discussion = Discussion(comments: ["Ann", "Ben"])
    let record = discussion.record(at: address, address: address, opened: Clock.now + 10)
    _ = try store.write(record, since: RecordBase())
    #expect(try store.documentsKept().first?.visits == 1)
    try store.release(names)
    #expect(try store.documentsKept().isEmpty)
    #expect(try store.documents().map(\.visits) == [1])
  }

  @Test("Subscriptions have one name for an address, and go with everything else")
  func subscriptions() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.subscribe(to: "https://a.example/feed", name: "A")
    try store.subscribe(to: "https://b.example/feed", name: "B")
    try store.subscribe(to: "https://a.example/feed", name: "Lamps")
    #expect(try Set(store.subscriptions().map(\.name)) == ["Lamps", "B"])
    try store.unsubscribe(from: "https://b.example/feed")
    #expect(try store.subscriptions().map(\.name) == ["Lamps"])
    try store.forgetAll()
    #expect(try store.subscriptions().isEmpty)
  }
}
