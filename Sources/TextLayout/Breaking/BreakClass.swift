import Terminal

/// The line breaking class of a scalar: those of UAX #14 after rule LB1, and a few of our own.
///
/// The raw values are those of the generated table.
enum BreakClass: UInt8, CaseIterable {
  case alphabetic, hebrew, number, ideograph, emojiUnassigned, emojiBase, emojiModifier
  case openPunctuation, openPunctuationWide, closePunctuation, closeParenthesis
  case closeParenthesisWide, quotation, glue, nonstarter, exclamation, symbol, infixSeparator
  case prefix, postfix, inseparable, breakAfter, breakBefore, hyphen, breakBoth, contingent
  case combiningMark, zeroWidthJoiner, wordJoiner, zeroWidthSpace, space, mandatory
  case carriageReturn, lineFeed, hangulL, hangulV, hangulT, hangulLV, hangulLVT
  case regionalIndicator
  /// A letter that belongs to the cluster before it, such as Thai sara am.
  case attachedLetter
  /// U+00AD: a break after it shows a hyphen.
  case softHyphen
  /// U+0009: a space of several columns.
  case tab
  /// Quotation marks of which Unicode knows that they open, or close, in most languages.
  case quotationInitial, quotationFinal

  static let table = ScalarTable(index: BreakClassTable.index, blocks: BreakClassTable.blocks)
}

/// Break classes as a bit mask.
struct BreakClassSet: OptionSet {
  let rawValue: UInt64

  static let all = BreakClassSet(rawValue: ~0)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ members: BreakClass...) {
    rawValue = members.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  func contains(_ member: BreakClass) -> Bool {
    rawValue >> UInt64(member.rawValue) & 1 == 1
  }
}
