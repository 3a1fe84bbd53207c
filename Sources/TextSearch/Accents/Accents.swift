import Algorithms

/// Properties of letters and accents, from `AccentTable`.
enum Accents {
  /// Whether `scalar` is a combining accent or a soft hyphen.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300, let value = UInt16(exactly: scalar.value) else {
      return scalar.value == 0xAD
    }
    return stride(from: 0, to: AccentTable.marks.count, by: 2).contains {
      AccentTable.marks[$0]...AccentTable.marks[$0 + 1] ~= value
    }
  }

  /// All accents and the soft hyphen.
  static let marks: [Unicode.Scalar] =
    ["\u{AD}"]
    + stride(from: 0, to: AccentTable.marks.count, by: 2).flatMap {
      (AccentTable.marks[$0]...AccentTable.marks[$0 + 1]).compactMap(Unicode.Scalar.init)
    }

  /// The accents used with Latin letters.
  static let latinMarks = marks.filter { $0.value < 0x370 || $0.value >= 0x1AB0 }

  /// The accented forms of `plain`: `é`, `è`, `ế` … for `e`.
  static func variants(of plain: Unicode.Scalar) -> [Unicode.Scalar] {
    let folds = AccentTable.folds
    let rows = 0..<folds.count / 2
    let first = rows.partitioningIndex { folds[$0 * 2] >= plain.value }
    return rows[first...].prefix { folds[$0 * 2] == plain.value }
      .compactMap { Unicode.Scalar(folds[$0 * 2 + 1]) }
  }

  /// The base and the accents of `letter`, `nil` if it has none.
  static func decomposition(
    of letter: Unicode.Scalar
  ) -> (base: Unicode.Scalar, marks: [Unicode.Scalar])? {
    let table = AccentTable.decompositions
    guard
      let row = (0..<table.count / 5).first(where: { table[$0 * 5] == letter.value }),
      let base = Unicode.Scalar(table[row * 5 + 1])
    else { return nil }
    return (base, marks(inRow: row))
  }

  /// The one letter for `base` with `marks`, `nil` if Unicode has none.
  static func composition(
    of base: Unicode.Scalar,
    _ wanted: some Collection<Unicode.Scalar>
  ) -> Unicode.Scalar? {
    let table = AccentTable.decompositions
    return (0..<table.count / 5).first {
      table[$0 * 5 + 1] == base.value && marks(inRow: $0).elementsEqual(wanted)
    }.flatMap { Unicode.Scalar(table[$0 * 5]) }
  }

  private static func marks(inRow row: Int) -> [Unicode.Scalar] {
    (2...4).compactMap {
      let mark = AccentTable.decompositions[row * 5 + $0]
      return mark == 0 ? nil : Unicode.Scalar(mark)
    }
  }

  /// The accent that turns `plain` into a different letter: `й`, `ў`, `ї`.
  static func distinguishingMark(of plain: Unicode.Scalar) -> Unicode.Scalar? {
    switch plain {
    case "и", "И", "у", "У": "\u{306}"
    case "і", "І": "\u{308}"
    default: nil
    }
  }

  /// Characters that stand for several letters.
  static let ligatures: [(spelled: String, character: Unicode.Scalar)] = [
    ("ss", "ß"), ("SS", "ẞ"), ("ae", "æ"), ("Ae", "Æ"), ("AE", "Æ"), ("oe", "œ"), ("Oe", "Œ"),
    ("OE", "Œ"), ("th", "þ"), ("Th", "Þ"), ("TH", "Þ"), ("ij", "ĳ"), ("IJ", "Ĳ"), ("ff", "ﬀ"),
    ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬆ"), ("...", "…"),
  ]

  /// The typographic characters that a keyboard character matches.
  static func typographic(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "'": ["‘", "’", "‚", "‛", "ʼ", "′", "´"]
    case "\"": ["“", "”", "„", "‟", "«", "»", "″"]
    case "-": ["‐", "‑", "‒", "–", "—", "―", "−"]
    case " ":
      ["\n", "\t", "\u{A0}", "\u{3000}", "\u{202F}"]
        + (0x2000...0x200A as ClosedRange<UInt16>).compactMap(Unicode.Scalar.init)
    default: []
    }
  }
}
