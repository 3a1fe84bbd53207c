/// The pages that were fetched and the files that were read, packed, and an index of the words of all
/// that was read; used by one thread at a time.
package final class LibraryStore: StoredFile {
  /// Follows «nothing is».
  package static let purpose = "kept for reading without the net"

  let database: Database

  /// Opens the file at `path`; without one makes it if `creates`, and throws otherwise.
  package init(at path: String, creates: Bool, patience: Int32) throws(DatabaseError) {
    if creates { try PrivateFile.create(at: path) }
    database = try Database(at: path, creates: false, patience: patience)
    try database.execute(
      "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL"
    )
    try LibrarySchema.schema.adopt(database)
  }

  /// Opens the file at `path` to look something up; throws without one.
  package init(lookingInto path: String, patience: Int32) throws(DatabaseError) {
    database = try LibrarySchema.schema.open(toLookInto: path, patience: patience)
  }

  // MARK: Forgetting

  /// Removes every trace of the documents with any of these names.
  package func forget(_ names: [Int64]) throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      for name in names {
        try database.run(
          """
          DELETE FROM page WHERE name = ?1 OR name IN (SELECT name FROM later WHERE owner = ?1
            EXCEPT SELECT name FROM later WHERE owner <> ?1)
          """,
          .integer(name)
        )
        try database.run("DELETE FROM later WHERE name = ?1 OR owner = ?1", .integer(name))
        try removeText(named: name)
      }
    }
    try purge()
  }

  /// Removes the pages that were fetched before `moment`, in seconds since 1970, for the last time and
  /// are not kept for later; files stay as long as their documents are remembered.
  package func forgetPages(before moment: Int64) throws(DatabaseError) {
    try database.run(
      """
      DELETE FROM page
      WHERE kept < ? AND substr(address, 1, 1) <> '/' AND name NOT IN (SELECT name FROM later)
      """,
      .integer(moment)
    )
  }

  /// Removes everything.
  package func forgetAll() throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      try database.execute(
        "DELETE FROM page; DELETE FROM later; DELETE FROM text; DELETE FROM passage"
      )
    }
    try purge()
  }

  /// Takes what was deleted out of the index and the log of changes as well.
  private func purge() throws(DatabaseError) {
    try database.execute("INSERT INTO passage(passage) VALUES('optimize')")
    _ = try database.rows("PRAGMA wal_checkpoint(TRUNCATE)") { $0.number(0) }
  }
}
