import SystemServices

/// What is kept for later, and sources that were subscribed to.
extension HistoryStore {
  /// Keeps the document with `names` for later, read or not; it stands at `location`.
  package func keepForLater(
    _ names: DocumentNames,
    title: String,
    location: String,
    comments: Int = 0
  ) throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      if let id = try find(names) {
        try database.run(
          "UPDATE document SET comments = max(comments, ?) WHERE id = ? AND visits = 0",
          .number(comments),
          .integer(id)
        )
        return try keep(id, true)
      }
      let now = Clock.now
      try database.run(
        """
        INSERT INTO document(
          title, location, address, format, first_opened, last_opened, visits, comments, read, new,
          kept)
        VALUES(?, ?, ?, '', ?, ?, 0, ?, 0, 0, ?)
        """,
        .text(title),
        .text(location),
        .optional(names.address),
        .integer(now),
        .integer(now - 1),
        .number(comments),
        .integer(now)
      )
      let id = database.lastID
      for hash in names.hashes {
        try database.run(
          "INSERT OR IGNORE INTO name(hash, document) VALUES(?, ?)",
          .integer(hash),
          .integer(id)
        )
      }
    }
  }

  /// Keeps the document with `names` no more; one that was never read is forgotten.
  package func release(_ names: DocumentNames) throws(DatabaseError) {
    guard let id = try find(names), let known = try document(id) else { return }
    if known.visits == 0 { try forget(id) } else { try keep(id, false) }
  }

  /// The canonical addresses of what is kept for later.
  package func addressesKept() throws(DatabaseError) -> Set<String> {
    Set(
      try database.rows("SELECT address FROM document WHERE kept IS NOT NULL") {
        $0.optionalText(0)
      }.compactMap { $0 }
    )
  }

  /// The hashes of all names by which documents are known; O(documents).
  package func knownNames() throws(DatabaseError) -> Set<Int64> {
    Set(try database.rows("SELECT hash FROM name") { $0.integer(0) })
  }

  // MARK: Sources

  /// A source that was subscribed to.
  package struct Subscription: Hashable, Sendable {
    /// What it is called.
    package let name: String
    /// Its address.
    package let address: String
  }

  /// The sources that were subscribed to, in the order of that.
  package func subscriptions() throws(DatabaseError) -> [Subscription] {
    try database.rows("SELECT name, address FROM source ORDER BY added, name") {
      Subscription(name: $0.text(0), address: $0.text(1))
    }
  }

  /// Subscribes to the source at `address`, from now on called `name`.
  package func subscribe(to address: String, name: String) throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      try database.run("DELETE FROM source WHERE address = ?", .text(address))
      try database.run(
        "INSERT OR REPLACE INTO source(name, address, added) VALUES(?, ?, ?)",
        .text(name),
        .text(address),
        .integer(Clock.now)
      )
    }
  }

  /// Ends the subscription to the source at `address`.
  package func unsubscribe(from address: String) throws(DatabaseError) {
    try database.run("DELETE FROM source WHERE address = ?", .text(address))
  }
}
