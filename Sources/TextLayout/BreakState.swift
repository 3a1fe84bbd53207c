/// Where a line may be broken, asked scalar by scalar from the start of a line.
///
/// UAX #14 of Unicode 15 with the numbers of its example 7; a few bytes of state, no look ahead but
/// one scalar where an opening bracket follows a currency sign.
struct BreakState {
  /// How far a number has come (LB25).
  private enum NumberPart: UInt8 { case none, digits, closed }

  private let rules: BreakRules
  /// The class before, marks resolved; a space keeps the class before the spaces.
  private var before: BreakClass = .alphabetic
  private var isAtStart = true
  private var isAfterSpaces = false
  private var isAfterJoiner = false
  private var isAfterHebrewHyphen = false
  private var hasOddIndicators = false
  private var number: NumberPart = .none

  /// A state at the start of a line.
  init(_ rules: BreakRules = .standard) { self.rules = rules }

  /// Whether a break before `next` depends on what follows that: `$(1` holds, `$(a` does not.
  func asksAhead(at next: BreakClass) -> Bool {
    (before == .prefix || before == .postfix)
      && (next == .openPunctuation || next == .openPunctuationWide)
  }

  /// Whether a line may be broken before a scalar of class `next`; moves on past it.
  ///
  /// `beforeNumber`: whether a number follows `next`; asked for by `asksAhead`.
  @inline(__always)
  mutating func breaks(before next: BreakClass, beforeNumber: Bool = false) -> Bool {
    if next == .combiningMark || next == .zeroWidthJoiner { return breaksBeforeMark(next) }
    let may = !isAtStart && mayBreak(before: next, beforeNumber: beforeNumber)
    advance(to: next)
    return may
  }

  /// LB9 and LB10: a mark goes with what it marks, or stands alone as a letter.
  private mutating func breaksBeforeMark(_ mark: BreakClass) -> Bool {
    let standsAlone: Bool =
      isAtStart || isAfterSpaces
      || BreakClassSet(.space, .tab, .mandatory, .carriageReturn, .lineFeed, .zeroWidthSpace)
        .contains(before)
    defer { isAfterJoiner = mark == .zeroWidthJoiner }
    guard standsAlone else { return false }
    let may = !isAtStart && mayBreak(before: .alphabetic, beforeNumber: false)
    advance(to: .alphabetic)
    return may
  }

  private func mayBreak(before next: BreakClass, beforeNumber: Bool) -> Bool {
    let bit = UInt64(1) &<< UInt64(next.rawValue)
    if isAfterSpaces { return rules.overSpaces[Int(before.rawValue)] & bit == 0 }
    if rules.direct[Int(before.rawValue)] & bit != 0 { return false }
    if isAfterJoiner { return false }  // LB8a
    if isAfterHebrewHyphen { return next == .contingent }  // LB21a
    switch number {
    case .none: break
    case .digits where next == .number || next == .prefix || next == .postfix: return false
    case .closed where next == .prefix || next == .postfix: return false
    default: break
    }
    if next == .regionalIndicator && hasOddIndicators { return false }  // LB30a
    if beforeNumber && asksAhead(at: next) { return false }  // LB25
    return true
  }

  private mutating func advance(to next: BreakClass) {
    isAtStart = false
    isAfterJoiner = false
    if next == .space || next == .tab {
      isAfterSpaces = true
      isAfterHebrewHyphen = false
      hasOddIndicators = false
      number = .none
      return
    }
    isAfterHebrewHyphen =
      before == .hebrew && !isAfterSpaces
      && (next == .hyphen || next == .breakAfter || next == .softHyphen)
    hasOddIndicators = next == .regionalIndicator && !hasOddIndicators
    switch next {
    case .number: number = .digits
    case .symbol, .infixSeparator: break
    case .closePunctuation, .closeParenthesis, .closeParenthesisWide:
      number = number == .digits ? .closed : .none
    default: number = .none
    }
    if next == .symbol || next == .infixSeparator, number == .closed { number = .none }
    isAfterSpaces = false
    before = next
  }
}
