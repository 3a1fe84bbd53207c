import Glibc
import Synchronization
import SystemServices
import Testing

@testable import ReadingHistory

@Suite("Writing the history")
struct WriterTests {
  /// What a writer tells of trouble.
  private final class Told: Sendable {
    private let texts = Mutex<[String]>([])
    var all: [String] { texts.withLock { $0 } }
    func add(_ text: String) { texts.withLock { $0.append(text) } }
  }

  private let record = Discussion(comments: ["Ann", "Ben"]).record(at: "a.html", opened: 1)

  private func writer(_ folder: TemporaryFolder, _ told: Told) -> StoreWriter<HistoryStore> {
    StoreWriter(path: folder.file) { told.add($0) }
  }

  private func submit(to writer: StoreWriter<HistoryStore>, about subject: Int = 1) {
    let record = record
    writer.submit(
      { store throws(DatabaseError) in
        _ = try store.write(record, since: RecordBase())
      },
      about: subject
    )
  }

  @Test("goes on in the background until all is there")
  func all() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    let writer = writer(folder, told)
    for subject in 0..<20 { submit(to: writer, about: subject) }
    #expect(writer.finish(within: 10_000))
    #expect(told.all == [])
    #expect(try folder.store().find(record.names) != nil)
  }

  @Test("moves a damaged file aside, names it, and begins a new one")
  func damaged() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    try PrivateFile.create(at: folder.file)
    let file = try #require(fopen(folder.file, "w"))
    fputs(String(repeating: "no database ", count: 1000), file)
    fclose(file)
    let writer = writer(folder, told)
    submit(to: writer)
    #expect(writer.finish(within: 10_000))
    let aside = folder.file + ".damaged"
    #expect(
      told.all == ["\(folder.file) was damaged; it is now \(aside), and a new one is begun"]
    )
    #expect(try FileStatus(at: aside).size == 12_000)
    #expect(try folder.store().find(record.names) != nil)
  }

  @Test("moves aside a file of which a part was overwritten")
  func partlyDamaged() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    _ = try folder.store().write(record, since: RecordBase())
    let size = try FileStatus(at: folder.file).size
    let file = try #require(fopen(folder.file, "r+"))
    // All but the header, which says that it is a database of ours.
    fseek(file, 100, SEEK_SET)
    fputs(String(repeating: "#", count: size - 100), file)
    fclose(file)
    let writer = writer(folder, told)
    submit(to: writer)
    #expect(writer.finish(within: 10_000))
    #expect(told.all.count == 1)
    #expect(HistoryStore.exists(at: folder.file + ".damaged"))
  }

  @Test("waits for another program, and writes when that has let go")
  func locked() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    let other = try folder.store()
    try other.database.execute("BEGIN IMMEDIATE")
    let writer = writer(folder, told)
    submit(to: writer)
    #expect(!writer.finish(within: 10_000))
    #expect(writer.isBehind)
    #expect(told.all.count == 1)
    submit(to: writer)
    #expect(!writer.finish(within: 10_000))
    #expect(told.all.count == 1)
    try other.database.execute("COMMIT")
    #expect(writer.finish(within: 10_000))
    #expect(try other.find(record.names) != nil)
  }

  @Test("says once that a folder cannot be made, and writes nothing more")
  func unwritable() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    let file = try #require(fopen(folder.path + "/deep", "w"))
    fclose(file)
    let writer = writer(folder, told)
    submit(to: writer)
    _ = writer.finish(within: 10_000)
    submit(to: writer)
    _ = writer.finish(within: 10_000)
    #expect(told.all == ["\(folder.file): Not a directory; nothing is remembered in this session"])
  }

  @Test("leaves a file that may only be read as it is")
  func readOnly() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    let writer = writer(folder, told)
    writer.submit(
      { store throws(DatabaseError) in
        try store.database.execute("PRAGMA query_only = ON; CREATE TABLE more(x)")
      },
      about: 1
    )
    _ = writer.finish(within: 10_000)
    #expect(told.all.count == 1)
    #expect(told.all.first?.hasSuffix("nothing is remembered in this session") == true)
  }

  @Test("goes on after the disk was full, and leaves what was there")
  func full() throws {
    let (folder, told) = (try TemporaryFolder(), Told())
    _ = try folder.store().write(record, since: RecordBase())
    let writer = writer(folder, told)
    let large = Discussion(comments: (0..<5000).map { "Author \($0)" }).record(at: "b", opened: 2)
    writer.submit(
      { store throws(DatabaseError) in
        // As many pages as there are: each new one is one too many.
        try store.database.execute("PRAGMA max_page_count = 1")
        _ = try store.write(large, since: RecordBase())
      },
      about: 1
    )
    #expect(!writer.finish(within: 10_000))
    #expect(
      told.all == ["\(folder.file): the disk is full; what you do now may not be remembered"]
    )
    let store = try folder.store()
    #expect(try store.find(record.names) != nil)
    #expect(try store.find(large.names) == nil)
    #expect(try store.database.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
    // There is room again.
    writer.submit(
      { store throws(DatabaseError) in
        _ = try store.write(large, since: RecordBase())
      },
      about: 1
    )
    #expect(writer.finish(within: 10_000))
    #expect(try store.find(large.names) != nil)
  }
}
