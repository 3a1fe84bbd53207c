/// Commands that are given by name, with an argument, after `:`.
enum ArgumentCommand: String, CaseIterable {
  case full, url, more, theme, goto, export, layout, dates, search, sort, filter, read, subscribe
  case library

  /// The command `name` names in full, or alone of all begins with.
  init?(abbreviated name: String) {
    let matching = Self.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard let command = Self(rawValue: name) ?? (matching.count == 1 ? matching.first : nil) else {
      return nil
    }
    self = command
  }

  /// The command that the first word of a command line calls, short names and `!` included.
  init?(commandLine name: some StringProtocol) {
    let plain = name.hasSuffix("!") ? String(name.dropLast()) : String(name)
    switch plain {
    case "e": self = .read
    case "w": self = .export
    default: self.init(rawValue: plain)
    }
  }

  /// What the argument is called.
  var argument: String {
    switch self {
    case .full, .export, .read: "FILE"
    case .url: "ADDRESS"
    case .more: "all or N"
    case .theme, .layout, .subscribe: "NAME"
    case .goto: "N"
    case .dates: "STYLE"
    case .sort: "ORDER"
    case .filter, .library: "WORDS"
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
    case .goto: "Go to comment or entry N; :N for short"
    case .export: "Save as .txt, .md or .json; export! overwrites"
    case .layout: "Choose auto, side, stacked, article or thread"
    case .dates: "Show dates as relative or absolute"
    case .search: "Search, as / does"
    case .sort: "Sort comments or entries: given, newest, points, …"
    case .filter: "Show only comments or entries with these words"
    case .subscribe: "Subscribe to this list as NAME"
    case .library: "Search all that was read"
    case .read: "Read another file or address; :e for short"
    }
  }

  /// Whether the argument is the name of a file.
  var takesFile: Bool { self == .full || self == .export || self == .read }
}
