/// Keys as messages name them: those that are bound now.
extension AppState {
  /// The key that calls the command called `name` in the panes, how to type it if it has none.
  public func key(_ name: String) -> String {
    let here = keymap.key(of: name, in: context)
    return here.hasPrefix(":") ? keymap.key(of: name, in: KeyContext(focus.other)) : here
  }

  /// `text` with keys in place of the names of commands in braces; only for the program's own words.
  func namingKeys(_ text: String) -> String {
    var named = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      named += rest[..<open] + key(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return named + rest
  }
}
