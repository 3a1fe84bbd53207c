/// The columns that characters take on a terminal, as glibc, and therefore ncurses, counts them.
///
/// Terminals that combine clusters use fewer columns than the sum of their scalars. The scalars that
/// cause this (joiners, selectors, skin tones) are *dropped*: they take no column and are never sent,
/// so that all terminals agree.
public enum DisplayWidth {
  @usableFromInline static let table = ScalarTable(
    index: DisplayWidthTable.index,
    blocks: DisplayWidthTable.blocks
  )

  /// The columns of one scalar: 0 for combining marks and dropped scalars, 2 for wide ones, otherwise 1.
  @inlinable
  public static func of(_ scalar: UInt32) -> Int {
    if scalar &- 0x20 < 0x5F { return 1 }
    return width(ofEntry: entry(of: scalar))
  }

  /// Whether a scalar is dropped.
  ///
  /// Controls, zero-width spaces and joiners, bidi controls, variation selectors, skin tones,
  /// tags, the soft hyphen.
  @inlinable
  public static func isDropped(_ scalar: UInt32) -> Bool {
    if scalar &- 0x20 < 0x5F { return false }
    return entry(of: scalar) == 3
  }

  /// The scalar to send for `scalar`: U+FFFD if glibc does not know it.
  ///
  /// ncurses would write unprintable characters as escapes of several columns.
  @inlinable
  public static func shown(_ scalar: UInt32) -> UInt32 {
    if scalar &- 0x20 < 0x5F { return scalar }
    return entry(of: scalar) == 4 ? 0xFFFD : scalar
  }

  /// The columns of a text: the sum over its scalars.
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1.value) }
  }

  /// The table's entry: 0 to 2 columns, 3 for dropped, 4 for replaced.
  @inlinable
  static func entry(of scalar: UInt32) -> UInt8 {
    scalar < 0x110000 ? table[scalar] : 4
  }

  @inlinable
  static func width(ofEntry entry: UInt8) -> Int {
    entry < 3 ? Int(entry) : Int(entry) &- 3
  }
}
