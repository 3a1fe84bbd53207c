/// Case mapping for the Unicode blocks Latin-1, Latin Extended-A, Greek and Cyrillic, without tables.
///
/// Enough to compare names and month names; not meant for text in general.
@usableFromInline
package enum LetterCase {
  /// The lower-case form of a scalar, or the scalar itself.
  @inlinable
  package static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x130: 0x69
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1 ? scalar + 1 : scalar
    case 0x178: 0xFF
    case 0x391...0x3A9: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x410...0x42F: scalar + 0x20
    case 0x490...0x4BF: scalar | 1
    default: scalar
    }
  }

  /// Whether a scalar is a letter or a mark for the purposes of cutting lines into words.
  @inlinable
  package static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1FFF: true
    case 0x3005...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Whether a scalar belongs to a script that writes without blanks.
  @inlinable
  package static func isIdeographic(_ scalar: UInt32) -> Bool {
    0x3005...0x30FF ~= scalar || 0x3400...0x9FFF ~= scalar || 0xAC00...0xD7A3 ~= scalar
  }
}
