import SystemServices

/// A document that is remembered, as lists show it.
package struct RememberedDocument: Hashable, Sendable {
  /// Which document it is.
  package let id: Int64
  /// Its title, empty if it has none.
  package let title: String
  /// The file or address it was read from last.
  package let location: String
  /// Its address in canonical form, `nil` if it is not known.
  package let address: String?
  /// The format that read it.
  package let format: String
  /// When it was opened the last time, in seconds since 1970.
  package let lastOpened: Int64
  /// How often it was opened.
  package let visits: Int
  /// How many comments it had then.
  package let comments: Int
  /// How many of them were on the screen.
  package let read: Int
  /// How many came after the first visit and were not on the screen.
  package let new: Int
  /// The number of the comment where the reader was, from 1; `nil` for none.
  package let place: Int?
  /// Whether it is kept for later.
  package let isKept: Bool

  fileprivate static let columns = """
    id, title, location, address, format, last_opened, visits, comments, read, new, place, kept
    """

  fileprivate init(_ row: Statement) {
    id = row.integer(0)
    title = row.text(1)
    location = row.text(2)
    address = row.optionalText(3)
    format = row.text(4)
    lastOpened = row.integer(5)
    visits = row.number(6)
    comments = row.number(7)
    read = row.number(8)
    new = row.number(9)
    place = row.isNull(10) ? nil : row.number(10)
    isKept = !row.isNull(11)
  }
}

extension HistoryStore {
  /// The documents read last, the last one first, at most `limit`.
  package func documents(limit: Int = .max) throws(DatabaseError) -> [RememberedDocument] {
    try database.rows(
      "SELECT \(RememberedDocument.columns) FROM document ORDER BY last_opened DESC LIMIT ?",
      .number(limit),
      as: RememberedDocument.init
    )
  }

  /// The documents kept for later, the one kept last first.
  package func documentsKept() throws(DatabaseError) -> [RememberedDocument] {
    try database.rows(
      "SELECT \(RememberedDocument.columns) FROM document WHERE kept IS NOT NULL ORDER BY kept DESC",
      as: RememberedDocument.init
    )
  }

  /// The document `id`, `nil` if it is not remembered.
  package func document(_ id: Int64) throws(DatabaseError) -> RememberedDocument? {
    try database.rows(
      "SELECT \(RememberedDocument.columns) FROM document WHERE id = ?",
      .integer(id),
      as: RememberedDocument.init
    ).first
  }

  /// The document that was last read from `location`, `nil` if none was.
  package func document(at location: String) throws(DatabaseError) -> RememberedDocument? {
    try database.rows(
      """
      SELECT \(RememberedDocument.columns) FROM document WHERE location = ?
      ORDER BY last_opened DESC LIMIT 1
      """,
      .text(location),
      as: RememberedDocument.init
    ).first
  }

  /// The documents whose locations begin with `start` and go on; O(documents).
  package func documents(inside start: String) throws(DatabaseError) -> [RememberedDocument] {
    try database.rows(
      """
      SELECT \(RememberedDocument.columns) FROM document
      WHERE substr(location, 1, length(?1)) = ?1 AND length(location) > length(?1)
      """,
      .text(start),
      as: RememberedDocument.init
    )
  }

  /// Keeps the document `id` for later, or no more.
  package func keep(_ id: Int64, _ isKept: Bool) throws(DatabaseError) {
    try database.run(
      "UPDATE document SET kept = ? WHERE id = ?",
      isKept ? .integer(Clock.now) : .null,
      .integer(id)
    )
  }

  /// The hashes by which the document `id` is known.
  package func names(of id: Int64) throws(DatabaseError) -> [Int64] {
    try database.rows("SELECT hash FROM name WHERE document = ?", .integer(id)) { $0.integer(0) }
  }

  /// The hashes by which the document `id` is known, those that are in `names` first.
  package func names(of id: Int64, first names: DocumentNames) throws(DatabaseError) -> [Int64] {
    let all = try self.names(of: id)
    let current = names.hashes.filter(all.contains)
    return current + all.filter { !current.contains($0) }
  }

  // MARK: Forgetting

  /// Removes every trace of the document `id` from the file.
  package func forget(_ id: Int64) throws(DatabaseError) {
    try database.run("DELETE FROM document WHERE id = ?", .integer(id))
    try clearLog()
  }

  /// Removes everything from the file.
  package func forgetAll() throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      try database.execute(
        "DELETE FROM document; DELETE FROM typed; DELETE FROM source; DELETE FROM list"
      )
    }
    try clearLog()
  }

  /// Removes the documents that were opened before `moment`, in seconds since 1970, for the last time
  /// and are not kept for later, and how lists were looked at before it; returns the hashes by which
  /// the documents were known.
  package func forget(before moment: Int64) throws(DatabaseError) -> [Int64] {
    try database.run("DELETE FROM list WHERE changed < ?", .integer(moment))
    let old = "SELECT id FROM document WHERE last_opened < ? AND kept IS NULL"
    guard try !database.rows(old + " LIMIT 1", .integer(moment), as: { $0.integer(0) }).isEmpty
    else { return [] }
    let names = try database.transaction { () throws(DatabaseError) in
      let names = try database.rows(
        "SELECT hash FROM name WHERE document IN (\(old))",
        .integer(moment)
      ) { $0.integer(0) }
      try database.run("DELETE FROM document WHERE id IN (\(old))", .integer(moment))
      return names
    }
    try clearLog()
    return names
  }

  /// Takes what was deleted out of the log of changes as well.
  private func clearLog() throws(DatabaseError) {
    // Another program that reads at the moment keeps it; it ends with that at the latest.
    _ = try database.rows("PRAGMA wal_checkpoint(TRUNCATE)") { $0.number(0) }
  }

  // MARK: Lines that were typed

  /// How many lines of a kind are kept.
  private static let mostLines = 100

  /// The lines typed for `kind`, the oldest first.
  package func lines(typedFor kind: String) throws(DatabaseError) -> [String] {
    try database.rows(
      "SELECT line FROM typed WHERE kind = ? ORDER BY at",
      .text(kind)
    ) { $0.text(0) }
  }

  /// Keeps `lines`, typed for `kind` one after the other.
  package func add(_ lines: [String], typedFor kind: String) throws(DatabaseError) {
    guard !lines.isEmpty else { return }
    try database.transaction { () throws(DatabaseError) in try insert(lines, typedFor: kind) }
  }

  /// Keeps `lines` as part of a transaction.
  func insert(_ lines: [String], typedFor kind: String) throws(DatabaseError) {
    for line in lines {
      try database.run(
        """
        INSERT INTO typed(kind, line, at)
        VALUES(?1, ?2, (SELECT coalesce(max(at), 0) + 1 FROM typed WHERE kind = ?1))
        ON CONFLICT DO UPDATE SET at = excluded.at
        """,
        .text(kind),
        .text(line)
      )
    }
    try database.run(
      """
      DELETE FROM typed WHERE kind = ?1 AND at <=
        (SELECT at FROM typed WHERE kind = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)
      """,
      .text(kind),
      .number(Self.mostLines)
    )
  }
}
