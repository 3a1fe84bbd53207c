import SystemServices

/// Full texts that were found for comments their sites cut, as lines of JSON, packed.
extension HistoryStore {
  /// How many bytes the lines of a document may unpack to.
  private static let textLimit = 32 << 20
  /// How many lines of a document are kept; the oldest are let go of.
  private static let mostLines = 64

  /// The lines kept of the document `id`, the oldest first.
  func fullTexts(of id: Int64) throws(DatabaseError) -> [[UInt8]] {
    try database.rows("SELECT json FROM full_texts WHERE document = ?", .integer(id)) {
      Self.lines($0.bytes(0))
    }.first ?? []
  }

  /// Keeps `line`, which holds no line break, behind those of the document `id`.
  ///
  /// Nothing is kept of a line that is too long with the others. O(size of all lines).
  func add(fullTexts line: [UInt8], to id: Int64) throws(DatabaseError) {
    var lines = try fullTexts(of: id).suffix(Self.mostLines - 1)
    lines.append(line)
    let joined = Array(lines.joined(separator: [Self.lineBreak]))
    guard joined.count <= Self.textLimit, let packed = GzipData.pack(joined) else { return }
    try database.run(
      "INSERT OR REPLACE INTO full_texts(document, json) VALUES(?, ?)",
      .integer(id),
      .bytes(packed)
    )
  }

  private static let lineBreak = UInt8(ascii: "\n")

  private static func lines(_ packed: [UInt8]) -> [[UInt8]] {
    (GzipData.unpacked(packed, limit: textLimit) ?? []).split(separator: lineBreak).map(Array.init)
  }
}
