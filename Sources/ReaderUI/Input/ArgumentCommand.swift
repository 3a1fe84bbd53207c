/// Commands that are given by name, with an argument, after `:`.
enum ArgumentCommand: String, CaseIterable {
  case full, url, more, theme, goto, export, layout, search

  /// The command `name` names in full, or alone of all begins with.
  init?(abbreviated name: String) {
    let matching = Self.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard let command = Self(rawValue: name) ?? (matching.count == 1 ? matching.first : nil) else {
      return nil
    }
    self = command
  }

  /// What the argument is called.
  var argument: String {
    switch self {
    case .full: "FILE"
    case .url: "ADDRESS"
    case .more: "all or N"
    case .theme: "NAME"
    case .goto: "N"
    case .export: "FILE"
    case .layout: "NAME"
    case .search: "PATTERN"
    }
  }

  /// What it does, in one line.
  var help: String {
    switch self {
    case .full: "Complete cut comments from a fuller copy"
    case .url: "Set the page's address, for o and e"
    case .more: "Load the whole discussion, or N parts of it"
    case .theme: "Change the theme"
    case .goto: "Go to comment N; :N for short"
    case .export: "Save as .txt, .md or .json"
    case .layout: "Choose auto, side, stacked, article or thread"
    case .search: "Search, as / does"
    }
  }
}
