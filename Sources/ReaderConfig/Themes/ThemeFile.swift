import ReaderUI
import TOMLKit
import Terminal

/// The content of one theme file, before it is combined with the themes it inherits.
///
/// Colours are kept as names until then, since a theme may redefine a name of the palette it
/// inherits. Wrong entries are left out and reported by `problems`.
struct ThemeFile {
  /// The style of a role, with colours as they are written.
  struct Entry: Hashable {
    var foreground: String?
    var background: String?
    var attributes: Attributes = []
  }

  /// The name of the file in messages.
  let name: String
  /// The name of the theme that this one inherits.
  var parent: String?
  /// Colours by name, for any background.
  var palette: [String: Color] = [:]
  /// Colours that replace those of `palette` on a dark background.
  var darkPalette: [String: Color] = [:]
  /// Colours that replace those of `palette` on a light background.
  var lightPalette: [String: Color] = [:]
  /// The styles by role.
  var entries: [StyleRole: Entry] = [:]

  private var document: TOMLDocument?
  private var found: [Problem] = []

  /// An empty theme.
  init(name: String) { self.name = name }

  /// Reads a theme, or a base16 scheme, which then inherits the theme `base16`.
  init(_ document: TOMLDocument) {
    self.init(name: document.name)
    self.document = document
    if Base16Scheme.isScheme(document.table) {
      parent = Base16Scheme.template
      palette = Base16Scheme.palette(of: document.table, problems: &found)
    } else {
      readTheme(document.table)
    }
  }

  /// The problems of the file and `more`, as messages in the order of their lines.
  func problems(and more: [Problem] = []) -> [String] {
    document?.located(found + more) ?? []
  }

  /// The file and line of the key at `path`, as messages begin with.
  func place(of path: [String]) -> String {
    document.map { "\(name):\($0.lines[path])" } ?? name
  }

  private mutating func readTheme(_ table: TOMLTable) {
    for key in table.keys {
      guard let value = table[key] else { continue }
      switch key {
      case "inherits":
        parent = value.string
        if parent == nil { found.append(Problem([key], "inherits must be the name of a theme")) }
      case "palette": palette = readPalette(key, value)
      case "dark": darkPalette = readPalette(key, value)
      case "light": lightPalette = readPalette(key, value)
      case "styles": readStyles(value)
      case "name", "author", "description": break
      default:
        let known = ["inherits", "palette", "dark", "light", "styles"]
        let hint =
          StyleRole(rawValue: key) == nil
          ? suggestion(for: key, among: known) : "; roles belong below [styles]"
        found.append(Problem([key], "unknown key \"\(key)\"\(hint)"))
      }
    }
  }

  private mutating func readPalette(
    _ section: String,
    _ value: any TOMLValueConvertible
  ) -> [String: Color] {
    guard let table = value.table else {
      found.append(Problem([section], "[\(section)] must be a table of colours by name"))
      return [:]
    }
    var colors: [String: Color] = [:]
    for key in table.keys {
      guard let text = table[key]?.colorText, let color = ColorName.parse(text) else {
        let written = table[key]?.colorText.map { ": \"\($0)\"" } ?? ""
        let hint = suggestion(for: table[key]?.string ?? "", among: ColorName.ansi)
        found.append(
          Problem(
            [section, key],
            "not a colour\(written)\(hint.isEmpty ? "; write \"#rrggbb\", 0 to 255 or a name" : hint)"
          )
        )
        continue
      }
      colors[key] = color
    }
    return colors
  }

  private mutating func readStyles(_ value: any TOMLValueConvertible) {
    guard let table = value.table else {
      found.append(Problem(["styles"], "[styles] must be a table of styles by role"))
      return
    }
    for key in table.keys {
      guard let value = table[key] else { continue }
      let path = ["styles", key]
      guard let role = StyleRole(rawValue: key) else {
        let hint = suggestion(for: key, among: StyleRole.allCases.lazy.map(\.rawValue))
        found.append(Problem(path, "unknown role \"\(key)\"\(hint)"))
        continue
      }
      if let color = value.colorText {
        entries[role] = Entry(foreground: color)
      } else if let look = value.table {
        entries[role] = readEntry(look, path: path)
      } else {
        found.append(Problem(path, "\"\(key)\" must be a colour or { fg, bg, bold, … }"))
      }
    }
  }

  private static let attributes: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse), ("strikethrough", .strikethrough),
  ]

  /// The attribute called `name`; `nil` if there is none.
  static func attribute(named name: String) -> Attributes? {
    attributes.first { $0.name == name }?.attribute
  }

  private mutating func readEntry(_ look: TOMLTable, path: [String]) -> Entry {
    var entry = Entry()
    for key in look.keys {
      guard let value = look[key] else { continue }
      if key == "fg" || key == "bg" {
        guard let color = value.colorText else {
          found.append(Problem(path + [key], "\(key) must be a colour"))
          continue
        }
        if key == "fg" { entry.foreground = color } else { entry.background = color }
      } else if let attribute = Self.attribute(named: key) {
        guard let isOn = value.bool else {
          found.append(Problem(path + [key], "\(key) must be true or false"))
          continue
        }
        if isOn { entry.attributes.insert(attribute) }
      } else {
        found.append(Problem(path + [key], unknownEntryKey(key, in: path)))
      }
    }
    return entry
  }

  /// The message for an unknown key of a style, often a role without its quotes.
  private func unknownEntryKey(_ key: String, in path: [String]) -> String {
    let role = "\(path.last ?? "").\(key)"
    let hint =
      StyleRole(rawValue: role) == nil
      ? suggestion(for: key, among: ["fg", "bg"] + Self.attributes.map(\.name))
      : "; a role with a dot needs quotes: \"\(role)\" = …"
    return "unknown key \"\(key)\"\(hint)"
  }
}

extension TOMLValueConvertible {
  /// A colour as text, from a string or a number.
  var colorText: String? { string ?? int.map(String.init) }
}
