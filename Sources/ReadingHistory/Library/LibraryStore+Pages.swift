import SystemServices

/// The pages that were fetched.
extension LibraryStore {
  /// How many versions of a page are kept.
  package static let mostVersions = 10
  /// How many bytes a page may unpack to; more than any that is fetched.
  private static let lengthLimit = 128 << 20
  /// How many pages of an earlier version of the file are packed beside one that is kept.
  private static let packedBeside = 4

  /// How the bytes of a page are stored.
  private enum Packing: Int64 {
    case none, gzip
  }

  /// Keeps `page`, unless its last version is the same, in at most `limit` bytes for all pages as
  /// they are stored.
  ///
  /// The oldest make room, those that are kept for later last; a page that takes more than a quarter of
  /// the room is not kept. O(size of the page), and O(pages) where room is made.
  package func keep(_ page: KeptPage, within limit: Int) throws(DatabaseError) {
    guard let name = DocumentNames(address: page.address)?.addressHash else { return }
    let digest = page.digest
    try packOlder()
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
    let packed = GzipData.pack(page.bytes)
    let stored = packed ?? page.bytes
    guard page.bytes.count <= Self.lengthLimit, stored.count <= limit / 4 else { return }
    try database.transaction { () throws(DatabaseError) in
      try database.run(
        """
        INSERT INTO page(name, address, charset, fetched, digest, packing, size, bytes, length)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        .integer(name),
        .text(page.address),
        .optional(page.charset),
        .integer(page.fetched),
        .integer(digest),
        .integer((packed == nil ? Packing.none : .gzip).rawValue),
        .number(stored.count),
        .bytes(stored),
        .number(page.bytes.count)
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
        "SELECT id, size FROM page ORDER BY name IN (SELECT name FROM later), fetched LIMIT 1"
      ) { ($0.integer(0), $0.number(1)) }
      guard let oldest = oldest.first else { return }
      try database.run("DELETE FROM page WHERE id = ?", .integer(oldest.0))
      size -= oldest.1
    }
  }

  /// Packs some of the pages that earlier versions of the program kept as they came.
  private func packOlder() throws(DatabaseError) {
    let older = try database.rows(
      "SELECT id, bytes FROM page WHERE packing = ? LIMIT ?",
      .integer(Packing.none.rawValue),
      .number(Self.packedBeside)
    ) { ($0.integer(0), $0.bytes(1)) }
    let packed = older.compactMap { id, bytes in GzipData.pack(bytes).map { (id, $0) } }
    guard !packed.isEmpty else { return }
    try database.transaction { () throws(DatabaseError) in
      for (id, bytes) in packed {
        try database.run(
          "UPDATE page SET packing = ?, size = ?, bytes = ? WHERE id = ?",
          .integer(Packing.gzip.rawValue),
          .number(bytes.count),
          .bytes(bytes),
          .integer(id)
        )
      }
    }
  }

  /// The last version of the page at `address`, `nil` if none is kept.
  package func page(at address: String) throws(DatabaseError) -> KeptPage? {
    try pages(at: address, limit: 1).first
  }

  /// The versions of the page at `address`, the last one first, at most `limit`; those that are
  /// damaged are left out.
  package func pages(at address: String, limit: Int) throws(DatabaseError) -> [KeptPage] {
    guard let name = DocumentNames(address: address)?.addressHash else { return [] }
    return try database.rows(
      """
      SELECT address, charset, fetched, bytes, packing, length FROM page WHERE name = ?
      ORDER BY fetched DESC LIMIT ?
      """,
      .integer(name),
      .number(limit)
    ) { row in
      Self.unpacked(row.bytes(3), Packing(rawValue: row.integer(4)), length: row.number(5)).map {
        KeptPage(
          address: row.text(0),
          charset: row.optionalText(1),
          fetched: row.integer(2),
          bytes: $0
        )
      }
    }.compactMap { $0 }
  }

  /// The bytes of a page that was `length` bytes long when it came, `nil` if `stored` is something
  /// else.
  private static func unpacked(_ stored: [UInt8], _ packing: Packing?, length: Int) -> [UInt8]? {
    let bytes: [UInt8]? =
      switch packing {
      case nil: nil
      case .some(.none): stored
      case .gzip: GzipData.unpacked(stored, limit: min(max(0, length), lengthLimit))
      }
    return bytes?.count == length ? bytes : nil
  }
}
