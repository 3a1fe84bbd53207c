import ReaderUI
import Terminal

/// All themes: the program's own and the user's.
package struct ThemeLibrary: Sendable {
  /// Where a theme comes from.
  package enum Origin: Hashable, Sendable {
    /// Part of the program.
    case builtIn
    /// A file of the user.
    case file(path: String)
  }

  private let userDirectory: String?

  /// The program's themes and the `*.toml` files in `userDirectory`, which come first if names are
  /// the same.
  package init(userDirectory: String?) { self.userDirectory = userDirectory }

  /// The names of all themes: the program's own, then the user's, each in alphabetical order.
  ///
  /// `default` comes first. Reads the user's folder, but none of the files.
  package var names: [String] {
    let builtIn = BuiltInTheme.all.map(\.name)
    return builtIn + userNames.filter { !builtIn.contains($0) }
  }

  /// Where the theme called `name` comes from; `nil` if there is none.
  package func origin(of name: String) -> Origin? {
    if let path = path(for: name) { return .file(path: path) }
    return BuiltInTheme.named(name) == nil ? nil : .builtIn
  }

  /// The theme called `name`, or in the file at that path, and its problems, one line each.
  ///
  /// A name that contains a slash or ends in `.toml` is a path. `isDark` says whether the terminal's
  /// background is dark, `nil` if that is not known. Each problem names file, line, key and the
  /// nearest valid name; the wrong entry is left out.
  package func theme(
    named name: String,
    isDark: Bool? = nil
  ) throws(ThemeError) -> (theme: Theme, problems: [String]) {
    var chain = [try file(named: name)]
    while let file = chain.last, let parent = file.parent {
      chain.append(try self.file(named: parent, inheritedBy: chain))
    }
    return ThemeResolution(chain: chain, isDark: isDark).theme(named: name)
  }

  private var userNames: [String] {
    guard let userDirectory else { return [] }
    return TextFile.names(inFolder: userDirectory).filter { $0.hasSuffix(".toml") && $0 != ".toml" }
      .map { String($0.dropLast(5)) }
  }

  /// The path of the user's theme `name`; `nil` if there is none.
  private func path(for name: String) -> String? {
    if name.contains("/") || name.hasSuffix(".toml") { return name }
    guard let path = userDirectory.map({ "\($0)/\(name).toml" }) else { return nil }
    return TextFile.exists(path) ? path : nil
  }

  private func file(named name: String) throws(ThemeError) -> ThemeFile {
    if let path = path(for: name) { return try Self.file(at: path) }
    if let theme = BuiltInTheme.named(name) { return theme.file }
    throw .unknown(name: name, hint: suggestion(for: name, among: names))
  }

  /// The theme `name`, which the last theme of `chain` inherits.
  ///
  /// If a user's theme inherits its own name, that is the program's theme of that name.
  private func file(
    named name: String,
    inheritedBy chain: [ThemeFile]
  ) throws(ThemeError) -> ThemeFile {
    guard let child = chain.last else { return try file(named: name) }
    let place = child.place(of: ["inherits"])
    let parent: ThemeFile
    if let path = path(for: name), path != child.name {
      do throws(ThemeError) {
        parent = try Self.file(at: path)
      } catch .unreadable(_, let reason) {
        throw .missingParent(place: place, name: name, hint: " (\(path): \(reason))")
      }
    } else if let theme = BuiltInTheme.named(name) {
      parent = theme.file
    } else if path(for: name) == child.name {
      throw .cycle(place: place, names: [name, name])
    } else {
      throw .missingParent(place: place, name: name, hint: suggestion(for: name, among: names))
    }
    if let start = chain.firstIndex(where: { $0.name == parent.name }) {
      throw .cycle(place: place, names: chain[start...].map(\.name) + [parent.name])
    }
    return parent
  }

  private static func file(at path: String) throws(ThemeError) -> ThemeFile {
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
    return try file(text, name: path)
  }

  /// The theme in `text`; messages call its file `name`.
  static func file(_ text: String, name: String) throws(ThemeError) -> ThemeFile {
    do {
      return ThemeFile(try TOMLDocument(text, name: name))
    } catch {
      throw .syntax(path: name, line: error.line, column: error.column, reason: error.reason)
    }
  }
}
