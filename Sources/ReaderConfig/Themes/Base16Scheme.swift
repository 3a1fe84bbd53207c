import TOMLKit
import Terminal

/// A base16 scheme: sixteen colours with fixed meanings.
///
/// Source: the base16 styling guidelines 0.4.2. `base00` is the background, `base01` to `base04` are
/// steps from it to `base05`, the text; `base08` to `base0F` are accents. The theme `base16` assigns
/// them to roles.
enum Base16Scheme {
  /// The name of the theme that uses a scheme's colours.
  static let template = "base16"

  private static let slots = (0..<16).map { number in
    "base0" + String(number, radix: 16, uppercase: true)
  }

  /// Whether `table` is a scheme: it has base16 colours at the top level or in `[palette]`, and no
  /// styles.
  static func isScheme(_ table: TOMLTable) -> Bool {
    guard table["styles"] == nil, table["inherits"] == nil else { return false }
    return colors(in: table).table.keys.contains { slot($0) != nil }
  }

  /// The colours of `table`; missing and wrong ones are left out and added to `problems`.
  static func palette(of table: TOMLTable, problems: inout [Problem]) -> [String: Color] {
    let (path, colors) = colors(in: table)
    var palette: [String: Color] = [:]
    for key in colors.keys {
      guard let slot = slot(key) else {
        if !path.isEmpty { problems.append(Problem(path + [key], unknown(key))) }
        continue
      }
      let text = colors[key]?.colorText ?? ""
      guard let color = ColorName.hexadecimal(text.hasPrefix("#") ? text.dropFirst() : text[...])
      else {
        problems.append(Problem(path + [key], "\(key) must be \"#rrggbb\""))
        continue
      }
      palette[slot] = color
    }
    let missing = slots.filter { palette[$0] == nil }
    if problems.isEmpty, !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      problems.append(Problem(path, "a base16 scheme has sixteen colours; missing: \(names)"))
    }
    return palette
  }

  private static func colors(in table: TOMLTable) -> (path: [String], table: TOMLTable) {
    guard let palette = table["palette"]?.table else { return ([], table) }
    return (["palette"], palette)
  }

  private static func slot(_ key: String) -> String? {
    slots.first { $0.lowercased() == key.lowercased() }
  }

  private static func unknown(_ key: String) -> String {
    "unknown colour \"\(key)\"; a base16 scheme has base00 to base0F"
  }
}
