/// How many columns characters take on a terminal, as glibc and so ncurses count them.
public enum DisplayWidth {
  /// The columns of one scalar: 0 for combining marks, 2 for wide characters, else 1.
  @inlinable
  public static func of(_ scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    if scalar <= 0x36F { return 0 }
    if 0x1100...0x115F ~= scalar || 0x2E80...0xA4CF ~= scalar || 0xAC00...0xD7A3 ~= scalar
      || 0xF900...0xFAFF ~= scalar || 0xFE30...0xFE6F ~= scalar || 0xFF00...0xFF60 ~= scalar
      || 0x1F300...0x1FAFF ~= scalar || 0x20000...0x3FFFD ~= scalar
    {
      return 2
    }
    return 1
  }
}
