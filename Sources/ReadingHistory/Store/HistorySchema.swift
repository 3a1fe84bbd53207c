/// The tables of the history, and the way there from every earlier version.
enum HistorySchema {
  /// `skei`: tells files of this program from those of others.
  static let applicationID = 0x736B_6569

  /// The version that this program writes.
  static var version: Int { steps.count }

  /// What makes each version of the one before; the first makes it of nothing.
  ///
  /// Steps never change once they are released: a file may be of any version.
  static let steps = [
    """
    CREATE TABLE document(
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      location TEXT NOT NULL,
      address TEXT,
      format TEXT NOT NULL,
      first_opened INTEGER NOT NULL,
      last_opened INTEGER NOT NULL,
      visits INTEGER NOT NULL,
      comments INTEGER NOT NULL,
      read INTEGER NOT NULL,
      new INTEGER NOT NULL,
      place INTEGER
    ) STRICT;
    CREATE INDEX document_by_time ON document(last_opened);
    CREATE TABLE name(
      hash INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX name_by_document ON name(document);
    CREATE TABLE roster(
      document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      traits BLOB NOT NULL,
      flags BLOB NOT NULL
    ) STRICT;
    CREATE TABLE view(
      document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      state BLOB NOT NULL
    ) STRICT;
    CREATE TABLE typed(
      kind TEXT NOT NULL,
      line TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY(kind, line)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE document ADD COLUMN kept INTEGER;
    CREATE INDEX document_kept ON document(kept) WHERE kept IS NOT NULL;
    CREATE TABLE source(
      name TEXT PRIMARY KEY,
      address TEXT NOT NULL,
      added INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE full_texts(
      document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      json BLOB NOT NULL
    ) STRICT;
    """,
  ]

  /// Brings `database` to the newest version, in one step or not at all; does nothing to one that is
  /// there already.
  ///
  /// Throws if another program, or a newer version of this one, wrote it.
  static func adopt(_ database: Database) throws(DatabaseError) {
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
  private static func check(_ database: Database) throws(DatabaseError) -> Bool {
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

  private static func pragma(
    _ name: String,
    of database: Database
  ) throws(DatabaseError) -> Int {
    try database.rows("PRAGMA \(name)") { $0.number(0) }.first ?? 0
  }
}
