import DocumentMerging

/// What is written of a document while it is read.
package struct ReadingRecord: Sendable {
  /// By what it is known again.
  package var names: DocumentNames
  /// Its title.
  package var title: String
  /// The file or address it was read from.
  package var location: String
  /// The format that read it.
  package var format: String
  /// When it was opened, in seconds since 1970.
  package var opened: Int64
  /// Its comments.
  package var roster: CommentRoster
  /// What is to be remembered of each.
  package var flags: [CommentFlags]
  /// How it is looked at.
  package var view: RememberedView
  /// How many of its comments count as such.
  package var commentCount: Int
  /// The number of the comment with the focus, from 1; `nil` for none.
  package var place: Int?
  /// Full texts that were found since the last record, each line a document in JSON.
  package var fullTexts: [[UInt8]] = []
  /// Patterns that were searched for since the last record, the oldest first.
  package var patterns: [String] = []

  /// A record of these parts.
  package init(
    names: DocumentNames,
    title: String,
    location: String,
    format: String,
    opened: Int64,
    roster: CommentRoster,
    flags: [CommentFlags],
    view: RememberedView,
    commentCount: Int,
    place: Int?
  ) {
    self.names = names
    self.title = title
    self.location = location
    self.format = format
    self.opened = opened
    self.roster = roster
    self.flags = flags
    self.view = view
    self.commentCount = commentCount
    self.place = place
  }
}

/// What was known when it was last read or written, so that only what changed since is written.
package struct RecordBase: Sendable {
  /// Which document it is, `nil` for one that is not remembered yet.
  package var document: Int64?
  /// The flags of each comment.
  package var flags: [CommentFlags]
  /// The locations with a name.
  package var marks: [RememberedView.Mark]

  /// What was known of `document`.
  package init(
    document: Int64? = nil,
    flags: [CommentFlags] = [],
    marks: [RememberedView.Mark] = []
  ) {
    self.document = document
    self.flags = flags
    self.marks = marks
  }
}

extension HistoryStore {
  /// The kind of lines that are patterns of searches.
  package static let patternKind = "search"
  /// How many comments are remembered that a document does not hold any more.
  private static let mostAbsent = 100_000

  /// Writes `record`; returns what is known now.
  ///
  /// What others have written since `base` stays, unless the record has changed the same. O(comments).
  package func write(
    _ record: ReadingRecord,
    since base: RecordBase
  ) throws(DatabaseError) -> RecordBase {
    try database.transaction { () throws(DatabaseError) in
      let known = try document(of: record, base)
      let id: Int64
      if let known { id = known } else { id = try insert(record) }
      try writeNames(record.names, of: id)
      let merged =
        try known == nil
        ? MergedRoster(first: record) : MergedRoster(record, base, roster(of: id), view(of: id))
      try writeRoster(merged, of: id)
      var view = record.view
      view.marks = merged.marks
      try database.run(
        "INSERT OR REPLACE INTO view(document, state) VALUES(?, ?)",
        .integer(id),
        .bytes(view.bytes)
      )
      if !record.patterns.isEmpty { try insert(record.patterns, typedFor: Self.patternKind) }
      for line in record.fullTexts { try add(fullTexts: line, to: id) }
      try update(record, merged, of: id)
      return RecordBase(document: id, flags: record.flags, marks: record.view.marks)
    }
  }

  private func document(
    of record: ReadingRecord,
    _ base: RecordBase
  ) throws(DatabaseError) -> Int64? {
    guard let id = base.document else { return try find(record.names) }
    let found = try database.rows("SELECT id FROM document WHERE id = ?", .integer(id)) {
      $0.integer(0)
    }
    if let found = found.first { return found }
    return try find(record.names)
  }

  private func insert(_ record: ReadingRecord) throws(DatabaseError) -> Int64 {
    try database.run(
      """
      INSERT INTO document(
        title, location, address, format, first_opened, last_opened, visits, comments, read, new)
      VALUES(?, ?, ?, ?, ?, ?, 0, 0, 0, 0)
      """,
      .text(record.title),
      .text(record.location),
      .optional(record.names.address),
      .text(record.format),
      .integer(record.opened),
      // Counts as a visit below.
      .integer(record.opened - 1)
    )
    return database.lastID
  }

  private func writeNames(_ names: DocumentNames, of id: Int64) throws(DatabaseError) {
    for hash in names.hashes {
      try database.run(
        "INSERT OR IGNORE INTO name(hash, document) VALUES(?, ?)",
        .integer(hash),
        .integer(id)
      )
    }
  }

  private func writeRoster(_ merged: MergedRoster, of id: Int64) throws(DatabaseError) {
    let flags = SQLValue.bytes(merged.flags.map(\.rawValue))
    if merged.isSameRoster {
      try database.run(
        "UPDATE roster SET flags = ? WHERE document = ?",
        flags,
        .integer(id)
      )
    } else {
      try database.run(
        "INSERT OR REPLACE INTO roster(document, traits, flags) VALUES(?, ?, ?)",
        .integer(id),
        .bytes(merged.roster.bytes),
        flags
      )
    }
  }

  private func update(
    _ record: ReadingRecord,
    _ merged: MergedRoster,
    of id: Int64
  ) throws(DatabaseError) {
    try database.run(
      """
      UPDATE document SET
        title = ?, location = ?, address = coalesce(address, ?), format = ?,
        visits = visits + (last_opened < ?), last_opened = max(last_opened, ?),
        comments = ?, read = ?, new = ?, place = ?
      WHERE id = ?
      """,
      .text(record.title),
      .text(record.location),
      .optional(record.names.address),
      .text(record.format),
      .integer(record.opened),
      .integer(record.opened),
      .number(record.commentCount),
      .number(merged.flags.count { $0.contains(.seen) && !$0.contains(.absent) }),
      .number(merged.flags.count(where: \.isNew)),
      .optional(record.place.map(Int64.init)),
      .integer(id)
    )
  }

  /// The comments of a record with what others have written of them.
  private struct MergedRoster {
    var roster: CommentRoster
    var flags: [CommentFlags]
    var marks: [RememberedView.Mark]
    /// Whether the same comments are remembered already.
    var isSameRoster = false

    /// The comments of a document that nothing is remembered of: none of them is new.
    init(first record: ReadingRecord) {
      roster = record.roster
      flags = record.flags.map { $0.subtracting(.arrived) }
      marks = record.view.marks
    }

    init(
      _ record: ReadingRecord,
      _ base: RecordBase,
      _ stored: (roster: CommentRoster, flags: [CommentFlags]),
      _ view: RememberedView?
    ) {
      roster = record.roster
      flags = record.flags
      let isInOrder = stored.roster.begins(with: record.roster)
      let matches = isInOrder ? nil : stored.roster.matches(with: record.roster)
      for index in flags.indices {
        let older = matches.map { Int($0.olderOf[index]) } ?? index
        guard older >= 0 else { continue }
        flags[index] = stored.flags[older].merging(
          flags[index],
          since: index < base.flags.count ? base.flags[index] : []
        )
        if !record.flags[index].contains(.absent) { flags[index].remove(.absent) }
      }
      var absent = 0
      for index in (isInOrder ? roster.count : 0)..<stored.roster.count {
        guard matches.map({ $0.newerOf[index] < 0 }) ?? true, absent < HistoryStore.mostAbsent
        else { continue }
        absent += 1
        roster.append(index, of: stored.roster)
        flags.append(stored.flags[index].union(.absent))
      }
      marks = Self.marks(of: record, base, view?.marks ?? []) { item in
        guard let matches else { return item }
        return matches.newerOf.indices.contains(item) ? Int(matches.newerOf[item]) : -1
      }
      isSameRoster = isInOrder && roster == stored.roster
    }

    /// The marks of `record` that it has changed since `base`, and the `stored` ones of other names,
    /// at the comments where `place` has them now.
    private static func marks(
      of record: ReadingRecord,
      _ base: RecordBase,
      _ stored: [RememberedView.Mark],
      at place: (Int) -> Int
    ) -> [RememberedView.Mark] {
      let own = record.view.marks
      let changed = Set(Set(own).symmetricDifference(base.marks).map(\.name))
      var marks = own.filter { changed.contains($0.name) }
      for var mark in stored where !changed.contains(mark.name) {
        mark.focused = place(mark.focused)
        if !mark.isInArticle {
          let top = place(mark.place.item)
          if top < 0 { mark.place = RememberedView.Place() }
          mark.place.item = top >= 0 ? top : mark.focused
          guard mark.place.item >= 0 else { continue }
        }
        marks.append(mark)
      }
      return marks + own.filter { one in !marks.contains { $0.name == one.name } }
    }
  }
}
