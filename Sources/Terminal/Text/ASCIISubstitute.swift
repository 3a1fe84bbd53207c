/// ASCII characters that replace others on terminals without UTF-8.
package enum ASCIISubstitute {
  /// The printable ASCII character most like `scalar`, "?" if there is none.
  package static func of(_ scalar: UInt32) -> UInt32 {
    if 0x20..<0x7F ~= scalar { return scalar }
    return switch scalar {
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x3000: ascii(" ")
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509: ascii("-")
    case 0x2550, 0x2574, 0x2576: ascii("-")
    case 0x2502, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x258C, 0x258F, 0x2590, 0x2595:
      ascii("|")
    case 0x2514...0x2517, 0x2570: ascii("`")
    case 0x250C...0x2513, 0x2518...0x254B, 0x2552...0x256F: ascii("+")
    case 0x25B8, 0x25B6, 0x25BA, 0x203A, 0x2192, 0x00BB: ascii(">")
    case 0x21B3: ascii("`")
    case 0x25BE, 0x25BC, 0x2193: ascii("v")
    case 0x25C2, 0x25C0, 0x2039, 0x2190, 0x00AB: ascii("<")
    case 0x25B4, 0x25B2, 0x2191: ascii("^")
    case 0x25CF, 0x2022, 0x25A0, 0x25AA, 0x2605: ascii("*")
    case 0x00B7, 0x2219: ascii("-")
    case 0x25C6: ascii("=")
    case 0x25CB, 0x25E6, 0x25A1: ascii("o")
    case 0x2026: ascii(".")
    case 0x2018...0x201B, 0x2032, 0x00B4: ascii("'")
    case 0x201C...0x201F, 0x2033: ascii("\"")
    case 0x2503, 0x2588, 0x2589...0x258B, 0x2593, 0x25A6: ascii("#")
    case 0x2591, 0x2592: ascii(":")
    case 0x2581...0x2587: ascii("_")
    case 0x00D7, 0x2702, 0x2715...0x2718: ascii("x")
    case 0x2713, 0x2714: ascii("+")
    default: letter(scalar) ?? ascii("?")
    }
  }

  /// The letter without its accent, for Latin-1 and Latin Extended-A.
  private static func letter(_ scalar: UInt32) -> UInt32? {
    guard 0xC0...0x17F ~= scalar else { return nil }
    return UInt32(letters[Int(scalar) - 0xC0])
  }

  private static let letters = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8
  )

  private static func ascii(_ character: Unicode.Scalar) -> UInt32 { character.value }
}
