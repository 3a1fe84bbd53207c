import DocumentModel

/// A word of a comment, normalised so that it is equal in two copies of the comment.
///
/// Case, quotes, dashes, punctuation, emoji and white space are ignored; all links are equal.
struct CommentWord {
  /// The hash of the letters.
  let hash: UInt64
  /// The offsets of the word in the arena it was read from.
  let offsets: Range<Int>
  /// Whether it holds combining accents, which another copy may have composed.
  let hasMarks: Bool
  /// Whether it is the first word of a line or a block.
  let startsLine: Bool

  /// The hash of every link.
  static let link: UInt64 = 1
}

/// What a scalar means for the word around it.
enum ScalarRole {
  /// A letter, a digit or a mark: part of the word.
  case part
  /// A word of its own: a character of a script written without spaces.
  case whole
  /// Ignored: an apostrophe, a soft hyphen, a joiner.
  case ignored
  /// Ends the word.
  case other

  /// The role of `scalar`.
  static func of(_ scalar: UInt32) -> ScalarRole {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .part
    case 0x27, 0x60, 0xAD, 0x2BC, 0x2018, 0x2019, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: .ignored
    case 0xAA, 0xB5, 0xBA: .part
    case 0x0...0xBF, 0xD7, 0xF7: .other
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: .whole
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF: .whole
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xE000...0xF8FF: .other
    case 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40: .other
    case 0xFF5B...0xFF65, 0xFFF0...0xFFFF, 0x1F000...0x1FBFF, 0xE0000...: .other
    case 0x20000...0x3FFFF: .whole
    default: .part
    }
  }

  /// Whether `scalar` is a combining accent.
  static func isMark(_ scalar: UInt32) -> Bool { 0x300...0x36F ~= scalar }
}
