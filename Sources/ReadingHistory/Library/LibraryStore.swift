import DocumentMerging
import DocumentModel
import SystemServices

/// The pages that were fetched, as they came, and an index of the words of all that was read; used by
/// one thread at a time.
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

  // MARK: Pages

  /// How many versions of a page are kept.
  private static let mostVersions = 10

  /// Keeps `page`, unless its last version is the same, in at most `limit` bytes for all pages.
  ///
  /// The oldest make room; a page that is larger than a quarter of the room is not kept.
  package func keep(_ page: KeptPage, within limit: Int) throws(DatabaseError) {
    guard let name = DocumentNames(address: page.address)?.addressHash else { return }
    guard page.bytes.count <= limit / 4 else { return }
    let digest = page.digest
    try database.transaction { () throws(DatabaseError) in
      let last = try database.rows(
        "SELECT id, digest FROM page WHERE name = ? ORDER BY fetched DESC LIMIT 1",
        .integer(name)
      ) { ($0.integer(0), $0.integer(1)) }.first
      if let last, last.1 == digest {
        return try database.run(
          "UPDATE page SET fetched = ? WHERE id = ?",
          .integer(page.fetched),
          .integer(last.0)
        )
      }
      try database.run(
        """
        INSERT INTO page(name, address, charset, fetched, digest, packing, size, bytes)
        VALUES(?, ?, ?, ?, ?, 0, ?, ?)
        """,
        .integer(name),
        .text(page.address),
        .optional(page.charset),
        .integer(page.fetched),
        .integer(digest),
        .number(page.bytes.count),
        .bytes(page.bytes)
      )
      try database.run(
        """
        DELETE FROM page WHERE id IN
          (SELECT id FROM page WHERE name = ? ORDER BY fetched DESC LIMIT -1 OFFSET ?)
        """,
        .integer(name),
        .number(Self.mostVersions)
      )
      try makeRoom(within: limit)
    }
  }

  private func makeRoom(within limit: Int) throws(DatabaseError) {
    var size = try database.rows("SELECT coalesce(sum(size), 0) FROM page") { $0.number(0) }[0]
    while size > limit {
      let oldest = try database.rows(
        "SELECT id, size FROM page ORDER BY fetched LIMIT 1"
      ) { ($0.integer(0), $0.number(1)) }
      guard let oldest = oldest.first else { return }
      try database.run("DELETE FROM page WHERE id = ?", .integer(oldest.0))
      size -= oldest.1
    }
  }

  /// The last version of the page at `address`, `nil` if none is kept.
  package func page(at address: String) throws(DatabaseError) -> KeptPage? {
    try pages(at: address, limit: 1).first
  }

  /// The versions of the page at `address`, the last one first, at most `limit`.
  package func pages(at address: String, limit: Int) throws(DatabaseError) -> [KeptPage] {
    guard let name = DocumentNames(address: address)?.addressHash else { return [] }
    return try database.rows(
      """
      SELECT address, charset, fetched, bytes FROM page WHERE name = ? AND packing = 0
      ORDER BY fetched DESC LIMIT ?
      """,
      .integer(name),
      .number(limit)
    ) { row in
      KeptPage(
        address: row.text(0),
        charset: row.optionalText(1),
        fetched: row.integer(2),
        bytes: row.bytes(3)
      )
    }
  }

  // MARK: Forgetting

  /// Removes every trace of the documents with any of these names.
  package func forget(_ names: [Int64]) throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      for name in names {
        try database.run("DELETE FROM page WHERE name = ?", .integer(name))
        try removeText(named: name)
      }
    }
    try purge()
  }

  /// Removes everything.
  package func forgetAll() throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      try database.execute(
        "DELETE FROM page; DELETE FROM text; DELETE FROM passage"
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

/// A page as it was fetched.
package struct KeptPage: Hashable, Sendable {
  /// Its address after all redirects.
  package let address: String
  /// The encoding the site stated, `nil` for none.
  package let charset: String?
  /// When it was fetched, in seconds since 1970.
  package let fetched: Int64
  /// Its bytes.
  package let bytes: [UInt8]

  /// A page.
  package init(address: String, charset: String?, fetched: Int64, bytes: [UInt8]) {
    self.address = address
    self.charset = charset
    self.fetched = fetched
    self.bytes = bytes
  }

  /// The hash of its bytes.
  fileprivate var digest: Int64 {
    bytes.withUnsafeBytes { bytes in
      var hash = FNVHash()
      hash.combine(words: bytes)
      return Int64(bitPattern: hash.mixed)
    }
  }
}
