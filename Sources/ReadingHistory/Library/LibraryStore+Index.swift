import DocumentMerging
import DocumentModel

/// The index of the words of all that was read.
extension LibraryStore {
  /// How much text of a document is in the index at most, in bytes.
  private static let indexLimit = 16 << 20

  /// Puts the words of `document` into the index, unless they are there.
  ///
  /// It is known by any of `names` and was read from `location`; `gone` are comments that the page no
  /// longer has, which have the number of the comment before. O(size of the document).
  package func index(
    _ document: Document,
    _ names: [Int64],
    gone: Set<CommentID> = [],
    location: String,
    at moment: Int64
  ) throws(DatabaseError) {
    guard let first = names.first else { return }
    let digest = Int64(
      bitPattern: CommentRoster.hash(of: TextRange(0, document.text.count), in: document.text)
    )
    var known: [(name: Int64, digest: Int64, location: String)] = []
    for name in names {
      known += try database.rows(
        "SELECT digest, location FROM text WHERE name = ?",
        .integer(name)
      ) { (name, $0.integer(0), $0.text(1)) }
    }
    let name = known.first?.name ?? first
    guard known.map(\.digest) != [digest] else {
      guard known[0].location != location else { return }
      return try database.run(
        "UPDATE text SET location = ? WHERE name = ?",
        .text(location),
        .integer(name)
      )
    }
    try database.transaction { () throws(DatabaseError) in
      for text in known { try removeText(named: text.name) }
      try database.run(
        "INSERT INTO text(name, title, location, digest, indexed) VALUES(?, ?, ?, ?, ?)",
        .integer(name),
        .text(document.title),
        .text(location),
        .integer(digest),
        .integer(moment)
      )
      let text = database.lastID
      var size = 0
      try add(document.title + "\n\n" + document.text(of: document.article), to: text)
      var count = 0
      for id in document.commentIDs where size < Self.indexLimit {
        let isComment = document[id].state.isComment
        if isComment, !gone.contains(id) { count += 1 }
        let words = document.text(of: id)
        guard !words.isEmpty else { continue }
        size += words.utf8.count
        try add(
          words,
          to: text,
          comment: isComment ? max(1, count) : nil,
          by: document.name(of: id)
        )
      }
    }
  }

  private func add(
    _ words: String,
    to text: Int64,
    comment: Int? = nil,
    by author: String? = nil
  ) throws(DatabaseError) {
    try database.run(
      "INSERT INTO place(text, comment, author) VALUES(?, ?, ?)",
      .integer(text),
      .optional(comment.map(Int64.init)),
      .optional(author)
    )
    try database.run(
      "INSERT INTO passage(rowid, body) VALUES(?, ?)",
      .integer(database.lastID),
      .text(words)
    )
  }

  /// Takes the words of the document called `name` out of the index.
  func removeText(named name: Int64) throws(DatabaseError) {
    let texts = try database.rows("SELECT id FROM text WHERE name = ?", .integer(name)) {
      $0.integer(0)
    }
    for text in texts {
      try database.run(
        "DELETE FROM passage WHERE rowid IN (SELECT id FROM place WHERE text = ?)",
        .integer(text)
      )
      try database.run("DELETE FROM text WHERE id = ?", .integer(text))
    }
  }

  /// The passages that hold all words of `pattern`, the best first, at most `limit`.
  ///
  /// Words in quotation marks stand side by side; one that ends in `*` may go on. Case and accents do
  /// not matter.
  package func search(_ pattern: String, limit: Int) throws(DatabaseError) -> [LibraryHit] {
    let query = Self.query(of: pattern)
    guard !query.isEmpty else { return [] }
    return try database.rows(
      """
      SELECT text.location, text.title, place.comment, place.author,
        snippet(passage, 0, '', '', '…', 24)
      FROM passage JOIN place ON place.id = passage.rowid JOIN text ON text.id = place.text
      WHERE passage MATCH ? ORDER BY rank LIMIT ?
      """,
      .text(query),
      .number(limit)
    ) { row in
      LibraryHit(
        location: row.text(0),
        title: row.text(1),
        comment: row.isNull(2) ? nil : row.number(2),
        author: row.optionalText(3),
        words: row.text(4)
      )
    }
  }

  /// `pattern` in the language of the index: every word and every phrase in quotation marks.
  private static func query(of pattern: String) -> String {
    let parts = pattern.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part -> [String] in
      guard index.isMultiple(of: 2) else { return part.isEmpty ? [] : ["\"\(part)\""] }
      return part.split(whereSeparator: \.isWhitespace).map { word in
        let isOpen = word.hasSuffix("*")
        return "\"\(isOpen ? word.dropLast() : word)\"" + (isOpen ? "*" : "")
      }
    }.joined(separator: " ")
  }
}

/// A passage of the library that holds what was looked for.
package struct LibraryHit: Hashable, Sendable {
  /// The file or address of its document.
  package let location: String
  /// The title of its document.
  package let title: String
  /// The number of its comment, from 1; `nil` for the article.
  package let comment: Int?
  /// Who wrote the comment, `nil` if that is unknown.
  package let author: String?
  /// The words, and some around them.
  package let words: String
}
