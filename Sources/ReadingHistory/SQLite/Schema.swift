import SystemServices

/// The tables of a file, and the way there from every earlier version.
struct Schema {
  /// Tells files of this kind from those of other programs.
  let applicationID: Int
  /// What makes each version of the one before; the first makes it of nothing.
  let steps: [String]

  /// The version that this program writes.
  var version: Int { steps.count }

  /// Opens the database at `path` to look something up; throws without one.
  ///
  /// Where it cannot be written, on a full disk or one that may only be read, it is read as it was left,
  /// if it is of the newest version.
  func open(toLookInto path: String, patience: Int32) throws(DatabaseError) -> Database {
    do throws(DatabaseError) {
      let database = try Database(at: path, creates: false, patience: patience)
      try adopt(database)
      return database
    } catch {
      // What is in the log of changes would be missing.
      guard [.readOnly, .full, .unavailable].contains(error.reason),
        (try? FileStatus(at: path + "-wal").size) ?? 0 == 0,
        let database = try? Database(unchanging: path), try check(database)
      else { throw error }
      return database
    }
  }

  /// Brings `database` to the newest version, in one step or not at all; does nothing to one that is
  /// there already.
  ///
  /// Throws if another program, or a newer version of this one, wrote it.
  func adopt(_ database: Database) throws(DatabaseError) {
    if try check(database) { return }
    try database.execute("PRAGMA journal_mode = WAL")
    try database.transaction { () throws(DatabaseError) in
      // Another may have been quicker.
      guard try !check(database) else { return }
      let found = try pragma("user_version", of: database)
      for step in steps[found...] { try database.execute(step) }
      try database.execute("PRAGMA application_id = \(applicationID)")
      try database.execute("PRAGMA user_version = \(version)")
    }
  }

  /// Whether `database` is of the newest version.
  private func check(_ database: Database) throws(DatabaseError) -> Bool {
    let found = try pragma("user_version", of: database)
    let owner = try pragma("application_id", of: database)
    if found == 0, owner == 0 {
      let tables = try database.rows("SELECT count(*) FROM sqlite_schema") { $0.number(0) }
      guard tables == [0] else { throw DatabaseError(.foreign, "it is not skein's") }
      return false
    }
    guard owner == applicationID else { throw DatabaseError(.foreign, "it is not skein's") }
    guard 1...version ~= found else {
      throw DatabaseError(.newer, "a newer version of skein has written it")
    }
    return found == version
  }

  private func pragma(
    _ name: String,
    of database: Database
  ) throws(DatabaseError) -> Int {
    try database.rows("PRAGMA \(name)") { $0.number(0) }.first ?? 0
  }
}
