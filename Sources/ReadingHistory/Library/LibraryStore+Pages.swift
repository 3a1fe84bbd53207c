import SystemServices

/// The pages that were fetched, and the files that were read.
extension LibraryStore {
  /// How many versions of a page or a file are kept.
  package static let mostVersions = 10
  /// How many bytes a page may unpack to; more than any that is fetched.
  private static let lengthLimit = 128 << 20
  /// How many pages of an earlier version of the file are packed beside one that is kept.
  private static let packedBeside = 4

  /// How the bytes of a page are stored.
  private enum Packing: Int64 {
    case none, gzip
  }

  /// Keeps `page`, which was fetched, unless its last version is the same, in at most `limit` bytes for
  /// all pages as they are stored.
  ///
  /// The oldest make room, those that are kept for later last; a page that takes more than a quarter of
  /// the room is not kept. O(size of the page), and O(pages) where room is made.
  package func keep(_ page: KeptPage, within limit: Int) throws(DatabaseError) {
    guard let name = DocumentNames(address: page.address)?.addressHash else { return }
    try packOlder()
    if let last = try versions(named: [name]).first, last.digest == page.digest {
      return try database.run(
        "UPDATE page SET fetched = ?1, kept = ?1 WHERE id = ?2",
        .integer(page.fetched),
        .integer(last.id)
      )
    }
    try insert(page, named: name, at: page.fetched, within: limit)
  }

  /// Keeps the file `page` of a document known by any of `names`, read at `moment`, in seconds since
  /// 1970, as `keep(_:within:)` does for pages.
  ///
  /// A version that was kept before is not kept again, and nothing is written of what was read last.
  package func keep(
    file page: KeptPage,
    named names: [Int64],
    at moment: Int64,
    within limit: Int
  ) throws(DatabaseError) {
    guard let first = names.first else { return }
    let versions = try versions(named: names)
    let digest = page.digest
    guard let same = versions.first(where: { $0.digest == digest }) else {
      return try insert(page, named: versions.first?.name ?? first, at: moment, within: limit)
    }
    guard same.id != versions[0].id else { return }
    try database.run(
      "UPDATE page SET kept = ? WHERE id = ?",
      .integer(moment),
      .integer(same.id)
    )
  }

  /// What tells versions apart without their bytes.
  private struct Version {
    let id: Int64
    let name: Int64
    let digest: Int64
    let fetched: Int64
    let kept: Int64
  }

  /// The versions of what any of `names` stands for, the one kept last first.
  private func versions(named names: [Int64]) throws(DatabaseError) -> [Version] {
    var versions: [Version] = []
    for name in names {
      versions += try database.rows(
        "SELECT id, digest, fetched, kept FROM page WHERE name = ?",
        .integer(name)
      ) { row in
        Version(
          id: row.integer(0),
          name: name,
          digest: row.integer(1),
          fetched: row.integer(2),
          kept: row.integer(3)
        )
      }
    }
    return versions.sorted { ($0.kept, $0.id) > ($1.kept, $1.id) }
  }

  private func insert(
    _ page: KeptPage,
    named name: Int64,
    at moment: Int64,
    within limit: Int
  ) throws(DatabaseError) {
    let packed = GzipData.pack(page.bytes)
    let stored = packed ?? page.bytes
    guard page.bytes.count <= Self.lengthLimit, stored.count <= limit / 4 else { return }
    try database.transaction { () throws(DatabaseError) in
      try database.run(
        """
        INSERT INTO page(
          name, address, charset, fetched, digest, packing, size, bytes, length, kept)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        .integer(name),
        .text(page.address),
        .optional(page.charset),
        .integer(page.fetched),
        .integer(page.digest),
        .integer((packed == nil ? Packing.none : .gzip).rawValue),
        .number(stored.count),
        .bytes(stored),
        .number(page.bytes.count),
        .integer(moment)
      )
      try database.run(
        """
        DELETE FROM page WHERE id IN
          (SELECT id FROM page WHERE name = ? ORDER BY kept DESC, id DESC LIMIT -1 OFFSET ?)
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
        "SELECT id, size FROM page ORDER BY name IN (SELECT name FROM later), kept LIMIT 1"
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

  /// The last version that was fetched of the page at `address`, `nil` if none is kept, or it is
  /// damaged.
  package func page(at address: String) throws(DatabaseError) -> KeptPage? {
    guard let name = DocumentNames(address: address)?.addressHash else { return nil }
    let last = try database.rows(
      """
      SELECT id FROM page WHERE name = ? AND substr(address, 1, 1) <> '/'
      ORDER BY fetched DESC LIMIT 1
      """,
      .integer(name)
    ) { $0.integer(0) }
    return try last.first.flatMap { id throws(DatabaseError) in try page(id) }
  }

  /// The versions of what any of `names` stands for, the latest first, at most `limit`; those that are
  /// damaged are left out.
  package func pages(named names: [Int64], limit: Int) throws(DatabaseError) -> [KeptPage] {
    let latest = try versions(named: names).sorted {
      ($0.fetched, $0.kept, $0.id) > ($1.fetched, $1.kept, $1.id)
    }
    var pages: [KeptPage] = []
    for version in latest.prefix(limit) {
      if let page = try page(version.id) { pages.append(page) }
    }
    return pages
  }

  /// The version that was read last of what any of `names` stands for, `nil` if none is kept.
  package func lastPage(named names: [Int64]) throws(DatabaseError) -> KeptPage? {
    try versions(named: names).first.flatMap { version throws(DatabaseError) in
      try page(version.id)
    }
  }

  private func page(_ id: Int64) throws(DatabaseError) -> KeptPage? {
    try database.rows(
      "SELECT address, charset, fetched, bytes, packing, length FROM page WHERE id = ?",
      .integer(id)
    ) { row in
      Self.unpacked(row.bytes(3), Packing(rawValue: row.integer(4)), length: row.number(5)).map {
        KeptPage(
          address: row.text(0),
          charset: row.optionalText(1),
          fetched: row.integer(2),
          bytes: $0
        )
      }
    }.first ?? nil
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
