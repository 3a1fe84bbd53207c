import CSQLite
import Glibc
import SystemServices
import Testing

@testable import ReadingHistory

@Suite("The file of the history")
struct SchemaTests {
  private let schema = HistorySchema.schema

  /// A file as version `version` of the program left it, with a document in it.
  private func file(ofVersion version: Int, in folder: TemporaryFolder) throws {
    try PrivateFile.create(at: folder.file)
    let database = try Database(at: folder.file, creates: true, patience: 0)
    for step in schema.steps[..<version] { try database.execute(step) }
    try database.execute(
      """
      PRAGMA application_id = \(schema.applicationID); PRAGMA user_version = \(version);
      INSERT INTO document(
        id, title, location, format, first_opened, last_opened, visits, comments, read, new)
      VALUES(1, 'On tides', 'a.html', 'html', 1, 2, 1, 0, 0, 0);
      """
    )
  }

  @Test(
    "is brought to the newest version from each before",
    arguments: 1...HistorySchema.schema.version
  )
  func migration(from version: Int) throws {
    let folder = try TemporaryFolder()
    try file(ofVersion: version, in: folder)
    let store = try folder.store()
    #expect(try store.recall(1)?.lastOpened == 2)
    let record = Discussion(comments: ["Ann"]).record(at: "b.html", opened: 3)
    _ = try store.write(record, since: RecordBase())
    let tables = "SELECT group_concat(sql) FROM sqlite_schema ORDER BY name"
    let migrated = try store.database.rows(tables) { $0.text(0) }
    let fresh = try TemporaryFolder()
    let made = try fresh.store().database.rows(tables) { $0.text(0) }
    #expect(migrated.map { Set($0) } == made.map { Set($0) })
    #expect(try store.database.rows("PRAGMA user_version") { $0.number(0) } == [schema.version])
  }

  @Test("of a newer version is left alone")
  func newer() throws {
    let folder = try TemporaryFolder()
    try file(ofVersion: schema.version, in: folder)
    let database = try Database(at: folder.file, creates: false, patience: 0)
    try database.execute("PRAGMA user_version = \(schema.version + 1)")
    #expect(throws: DatabaseError(.newer, "a newer version of skein has written it")) {
      try folder.store()
    }
  }

  @Test("of another program is left alone")
  func foreign() throws {
    let folder = try TemporaryFolder()
    try PrivateFile.create(at: folder.file)
    let database = try Database(at: folder.file, creates: false, patience: 0)
    try database.execute("CREATE TABLE theirs(x)")
    #expect(throws: DatabaseError(.foreign, "it is not skein's")) { try folder.store() }
    #expect(try database.rows("SELECT count(*) FROM sqlite_schema") { $0.number(0) } == [1])
  }

  @Test("is read as it was left where it cannot be written, unless changes were left in the log")
  func unchanging() throws {
    let folder = try TemporaryFolder()
    let record = Discussion(comments: ["Ann"]).record(at: "a.html", opened: 1)
    _ = try folder.store().write(record, since: RecordBase())
    // What programs share beside the file cannot be made.
    #expect((folder.file + "-shm").withFileName { symlink("nowhere", $0) } == 0)
    #expect(throws: DatabaseError.self) { try folder.store() }
    let store = try HistoryStore(lookingInto: folder.file, patience: 0)
    #expect(try store.documents().map(\.title) == ["On tides"])
    let wal = try #require(fopen(folder.file + "-wal", "w"))
    fputs("changes", wal)
    fclose(wal)
    #expect(throws: DatabaseError.self) {
      try HistoryStore(lookingInto: folder.file, patience: 0)
    }
  }

  @Test("is found under any name", arguments: ["a?b#c d.db", "100%.db", "é:;.db"])
  func names(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    try PrivateFile.create(at: path)
    try Database(at: path, creates: false, patience: 0).execute("CREATE TABLE here(x)")
    let tables = try Database(unchanging: path).rows("SELECT name FROM sqlite_schema") {
      $0.text(0)
    }
    #expect(tables == ["here"])
  }

  @Test("on a full disk is waited for, whatever failed there")
  func fullDisk() {
    for code in [SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_FULL] {
      #expect(DatabaseError(code: code, "", systemError: ENOSPC).reason == .full)
    }
    #expect(DatabaseError(SystemError(number: EDQUOT)).reason == .full)
    #expect(DatabaseError(SystemError(number: EROFS)).reason == .unavailable)
    #expect(DatabaseError(code: SQLITE_IOERR, "").reason == .unavailable)
  }

  @Test("is not made where nothing is to be written")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DatabaseError.self) { try folder.store(creates: false) }
    #expect(!HistoryStore.exists(at: folder.file))
  }
}
