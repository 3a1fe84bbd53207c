import ReaderUI
import Terminal

extension ThemeFile {
  /// Reads one of the program's own themes, before the first screen.
  ///
  /// They use a subset of TOML: one key on a line, strings without escapes, styles in braces.
  /// Reading that takes a tenth of the time of TOMLKit. A test checks that both read the same from
  /// every theme of the program.
  init(builtIn bytes: [UInt8], name: String) {
    self.init(name: name)
    var scanner = PlainScanner(bytes: bytes)
    var section = ""
    while let key = scanner.nextKey() {
      switch key {
      case .section(let name): section = name
      case .key("inherits"): parent = scanner.string()
      case .key(let key) where section == "styles":
        if let role = StyleRole(rawValue: key) { entries[role] = scanner.style() }
      case .key(let key):
        guard let color = ColorName.parse(scanner.string()) else { break }
        switch section {
        case "dark": darkPalette[key] = color
        case "light": lightPalette[key] = color
        default: palette[key] = color
        }
      }
    }
  }
}

/// Reads the subset of TOML that the program's own themes use.
private struct PlainScanner {
  enum Line {
    case section(String)
    case key(String)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next section, or the next key with its `=`; skips the rest of the line before.
  mutating func nextKey() -> Line? {
    while position < bytes.count {
      skipBlanks()
      switch peek() {
      case UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "#"): skip { $0 != UInt8(ascii: "\n") }
      case UInt8(ascii: "["):
        position += 1
        defer { skip { $0 != UInt8(ascii: "\n") } }
        return .section(word())
      default:
        let key = string()
        guard !key.isEmpty else { return nil }
        skipBlanks()
        position += 1
        return .key(key)
      }
    }
    return nil
  }

  /// The string at the current position, quoted or not.
  mutating func string() -> String {
    skipBlanks()
    guard peek() == UInt8(ascii: "\"") else { return word() }
    position += 1
    let start = position
    skip { $0 != UInt8(ascii: "\"") }
    defer { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The style at the current position: a colour, or pairs in braces.
  mutating func style() -> ThemeFile.Entry {
    skipBlanks()
    guard peek() == UInt8(ascii: "{") else { return ThemeFile.Entry(foreground: string()) }
    var entry = ThemeFile.Entry()
    while position < bytes.count, peek() != UInt8(ascii: "}"), peek() != UInt8(ascii: "\n") {
      position += 1
      let key = string()
      skipBlanks()
      position += 1
      entry.set(key, to: string())
      skipBlanks()
    }
    position += 1
    return entry
  }

  private mutating func word() -> String {
    let start = position
    skip { byte in
      byte != UInt8(ascii: " ") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: ",")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() { skip { $0 == UInt8(ascii: " ") } }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }
}

extension ThemeFile.Entry {
  fileprivate mutating func set(_ key: String, to value: String) {
    switch key {
    case "fg": foreground = value
    case "bg": background = value
    default:
      guard value == "true", let attribute = ThemeFile.attribute(named: key) else { return }
      attributes.insert(attribute)
    }
  }
}
