/// A key press, with the modifiers the terminal reports.
public struct Key: Hashable, Sendable {
  /// A key without its modifiers.
  public enum Code: Hashable, Sendable {
    /// A key that types a character; Shift is part of the character.
    case character(Unicode.Scalar)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 and up.
    case function(Int)
  }

  /// Modifier keys; Shift only if it does not change the character.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit for each modifier.
    public let rawValue: UInt8

    /// Modifiers from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Control.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, or Escape sent before the key.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift with a key that types no character.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// The key.
  public let code: Code
  /// The modifiers held down with it.
  public let modifiers: Modifiers

  /// A key press.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The key that types `scalar`.
  public init(_ scalar: Unicode.Scalar) { self.init(.character(scalar)) }
}

extension Key: CustomStringConvertible {
  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Tab", .tab), ("Esc", .escape), ("Backspace", .backspace),
    ("Delete", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
    ("PageDown", .pageDown), ("Space", .character(" ")),
  ]

  /// The key called `name`, in lower case.
  private static func named(_ name: String) -> Code? {
    names.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }?.code
  }

  /// The key as settings, help and messages write it: `J`, `^F`, `Space`, `F1`, `S-Tab`.
  public var description: String {
    let base =
      switch code {
      case .function(let number): "F\(number)"
      case .character(let scalar) where scalar != " ":
        modifiers.contains(.control) ? String(scalar).uppercased() : String(scalar)
      default: Self.names.first { $0.code == code }?.name ?? "?"
      }
    var prefix = modifiers.contains(.alt) ? "A-" : ""
    if modifiers.contains(.shift) { prefix += "S-" }
    if modifiers.contains(.control) { prefix += base.unicodeScalars.count == 1 ? "^" : "C-" }
    return prefix + base
  }

  /// The key with this `description`, ignoring the case of names; `nil` if there is none.
  public init?(parsing text: some StringProtocol) {
    if text.utf8.count == 1, let scalar = text.unicodeScalars.first {
      self.init(scalar)
      return
    }
    var rest = Substring(text)
    var modifiers: Modifiers = []
    while rest.utf8.count > 2, rest.dropFirst().first == "-", let first = rest.first {
      switch first {
      case "C", "c": modifiers.insert(.control)
      case "A", "a", "M", "m": modifiers.insert(.alt)
      case "S", "s": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    if rest.utf8.count > 1, rest.first == "^" {
      modifiers.insert(.control)
      rest = rest.dropFirst()
    }
    let scalars = rest.unicodeScalars
    let name = rest.lowercased()
    if scalars.count == 1, let scalar = scalars.first {
      let isControl = modifiers.contains(.control)
      self.init(
        .character(isControl ? Unicode.Scalar(name) ?? scalar : scalar),
        modifiers
      )
    } else if let code = Self.named(name) {
      self.init(code, modifiers)
    } else if rest.first == "F" || rest.first == "f", let number = Int(rest.dropFirst()),
      1...63 ~= number
    {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }
}
