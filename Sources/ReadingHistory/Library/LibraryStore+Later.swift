/// Pages that make room last.
extension LibraryStore {
  /// Keeps the page at `address` as long as there is room for what is kept for later, of which the
  /// discussion at `owner` is a part, or which that is itself.
  package func keepForLater(_ address: String, with owner: String) throws(DatabaseError) {
    guard let name = DocumentNames(address: address)?.addressHash,
      let owner = DocumentNames(address: owner)?.addressHash
    else { return }
    try database.run(
      "INSERT OR IGNORE INTO later(name, owner) VALUES(?, ?)",
      .integer(name),
      .integer(owner)
    )
  }

  /// Lets the pages that are kept with the discussion at `owner` make room as all others do.
  package func release(_ owner: String) throws(DatabaseError) {
    guard let owner = DocumentNames(address: owner)?.addressHash else { return }
    try database.run("DELETE FROM later WHERE owner = ?", .integer(owner))
  }
}
