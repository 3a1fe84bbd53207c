extension UInt8 {
  /// The byte with A to Z folded to a to z.
  @inline(__always)
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// Whether this is one of A to Z and a to z.
  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether this is white space in a tag: tab, newline, form feed, return, space.
  @inline(__always)
  var isSpace: Bool {
    self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C)
  }
}
