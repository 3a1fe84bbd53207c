extension Settings {
  /// One setting as it stands.
  package struct Entry: Hashable, Sendable {
    /// The key in the file.
    package let name: String
    /// The value as the file would write it; `nil`: none is set and none is needed.
    package let value: String?
    /// The line it is set in; `nil`: the default.
    package let line: Int?
  }

  /// All settings but the keys, with where each comes from.
  package var entries: [Entry] {
    SettingRow.all.map { row in
      Entry(name: row.name, value: row.value(self), line: lines[row.name])
    }
  }
}
