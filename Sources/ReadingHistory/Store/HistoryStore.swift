import DocumentMerging
import Glibc
import SystemServices

/// What is remembered of documents that were read; used by one thread at a time.
///
/// Several programs may use one file at the same time. Everything written is whole or not there,
/// whatever ends the program.
package final class HistoryStore: StoredFile {
  /// Follows «nothing is».
  package static let purpose = "remembered"

  let database: Database
  /// The file.
  package let path: String

  /// Opens the file at `path`; without one makes it if `creates`, and throws otherwise.
  ///
  /// `patience`: how many milliseconds another program is waited for. A new file, and the folders
  /// made for it, are for its owner alone.
  package init(at path: String, creates: Bool, patience: Int32) throws(DatabaseError) {
    self.path = path
    if creates { try PrivateFile.create(at: path) }
    database = try Database(at: path, creates: false, patience: patience)
    try database.execute(
      "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL"
    )
    try HistorySchema.schema.adopt(database)
  }

  /// Opens the file at `path` to look something up, which prepares no more than that needs; throws
  /// without one.
  package init(lookingInto path: String, patience: Int32) throws(DatabaseError) {
    self.path = path
    database = try HistorySchema.schema.open(toLookInto: path, patience: patience)
  }

  /// Whether there is a file at `path`.
  package static func exists(at path: String) -> Bool {
    path.withFileName { access($0, F_OK) } == 0
  }

  /// How long another program is waited for, in milliseconds.
  package var patience: Int32 {
    get { database.patience }
    set { database.patience = newValue }
  }

  // MARK: Finding

  /// The document with any of `names`, `nil` if none is remembered.
  ///
  /// One that has another address is another document.
  package func find(_ names: DocumentNames) throws(DatabaseError) -> Int64? {
    if let hash = names.addressHash, let found = try document(named: hash) { return found.id }
    for hash in names.contentHashes {
      guard let found = try document(named: hash) else { continue }
      guard let address = names.address, let other = found.address, address != other else {
        return found.id
      }
    }
    return nil
  }

  private func document(
    named hash: Int64
  ) throws(DatabaseError) -> (id: Int64, address: String?)? {
    // Two statements about a table each: one about both takes longer to prepare than to run.
    let named = try database.rows("SELECT document FROM name WHERE hash = ?", .integer(hash)) {
      $0.integer(0)
    }
    guard let id = named.first else { return nil }
    return try database.rows("SELECT address FROM document WHERE id = ?", .integer(id)) {
      (id, $0.optionalText(0))
    }.first
  }

  /// What is remembered of the document `id`; O(its comments).
  package func recall(_ id: Int64) throws(DatabaseError) -> Recollection? {
    guard
      let opened = try database.rows(
        "SELECT last_opened, location FROM document WHERE id = ? AND visits > 0",
        .integer(id),
        as: { (moment: $0.integer(0), location: $0.text(1)) }
      ).first
    else { return nil }
    let (roster, flags) = try roster(of: id)
    return Recollection(
      document: id,
      lastOpened: opened.moment,
      location: opened.location,
      roster: roster,
      flags: flags,
      view: try view(of: id),
      fullTexts: try fullTexts(of: id)
    )
  }

  func roster(of id: Int64) throws(DatabaseError) -> (CommentRoster, [CommentFlags]) {
    try database.rows(
      "SELECT traits, flags FROM roster WHERE document = ?",
      .integer(id)
    ) { row in
      let roster = CommentRoster(bytes: row.bytes(0))
      var flags = row.bytes(1).prefix(roster.count).map { CommentFlags(rawValue: $0) }
      flags += repeatElement([], count: roster.count - flags.count)
      return (roster, flags)
    }.first ?? (CommentRoster(), [])
  }

  func view(of id: Int64) throws(DatabaseError) -> RememberedView? {
    try database.rows("SELECT state FROM view WHERE document = ?", .integer(id)) {
      RememberedView(bytes: $0.bytes(0))
    }.first ?? nil
  }
}

/// What is remembered of a document that is opened again.
package struct Recollection: Sendable {
  /// Which document it is.
  package let document: Int64
  /// When it was opened the last time, in seconds since 1970.
  package let lastOpened: Int64
  /// The file or address it was read from then.
  package let location: String
  /// Its comments, those of the last version first.
  package let roster: CommentRoster
  /// What is remembered of each.
  package let flags: [CommentFlags]
  /// How it was looked at, `nil` if that was not kept.
  package let view: RememberedView?
  /// Full texts of comments that its site cut, each line a document in JSON, the oldest first.
  package let fullTexts: [[UInt8]]
}
