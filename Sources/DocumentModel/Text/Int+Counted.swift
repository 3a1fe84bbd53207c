extension Int {
  /// So many of what `noun` names: `1 comment`, `12 comments`, `3 entries`.
  package func counted(_ noun: String) -> String {
    guard self != 1 else { return "1 \(noun)" }
    return noun.hasSuffix("ry") ? "\(self) \(noun.dropLast())ies" : "\(self) \(noun)s"
  }
}
