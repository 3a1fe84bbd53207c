/// How the bytes of a piece of text are to be read.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Character references in it are decoded.
  static let references = TextTraits(rawValue: 1)
  /// References follow the rules of attribute values.
  static let attribute = TextTraits(rawValue: 2)
  /// A NUL becomes U+FFFD.
  static let replacesNUL = TextTraits(rawValue: 4)
  /// A NUL is left out; without this and `replacesNUL` it is kept.
  static let dropsNUL = TextTraits(rawValue: 8)
  /// The bytes stand in the document's own buffer, decoded.
  static let isDecoded = TextTraits(rawValue: 16)
}
