extension Int {
  /// So many of what `noun` names: `1 comment`, `12 comments`.
  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
