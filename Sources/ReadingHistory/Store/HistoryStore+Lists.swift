import SystemServices

/// Lists, each known by its location: a canonical address, or a path.
extension HistoryStore {
  /// How the list at `location` was looked at, `nil` if that is not remembered.
  package func list(at location: String) throws(DatabaseError) -> RememberedList? {
    try database.rows("SELECT state FROM list WHERE location = ?", .text(Self.name(of: location))) {
      RememberedList(bytes: $0.bytes(0))
    }.first ?? nil
  }

  /// Remembers how the list at `location` is looked at; nothing of one that is as its source has it.
  package func write(_ list: RememberedList, at location: String) throws(DatabaseError) {
    guard list != RememberedList() else { return try forgetList(at: location) }
    try database.run(
      "INSERT OR REPLACE INTO list(location, state, changed) VALUES(?, ?, ?)",
      .text(Self.name(of: location)),
      .bytes(list.bytes),
      .integer(Clock.now)
    )
  }

  /// Removes what is remembered of the list at `location` itself.
  package func forgetList(at location: String) throws(DatabaseError) {
    try database.run("DELETE FROM list WHERE location = ?", .text(Self.name(of: location)))
  }

  private static func name(of location: String) -> String {
    CanonicalAddress.of(location) ?? location
  }
}
