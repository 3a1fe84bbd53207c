/// Where a line may be broken, asked scalar by scalar from the start of a line.
///
/// UAX #14 of Unicode 15 with the numbers of its example 7, and of Unicode 16 what shows in running
/// text: quotation marks with spaces inside (`« mot »`, LB15a, LB15b) or among ideographs (LB19a),
/// and signs that start a word (`--help`, `/usr`, `.5`, LB15c, LB20a). Looks ahead one scalar at
/// most.
struct BreakState {
  /// What stands before that the class before does not say.
  private struct Context: OptionSet {
    let rawValue: UInt8
    /// ZWJ: holds what follows (LB8a).
    static let joiner = Context(rawValue: 1)
    /// A Hebrew letter and a hyphen (LB21a).
    static let hebrewHyphen = Context(rawValue: 2)
    /// A regional indicator without its pair (LB30a).
    static let oddIndicator = Context(rawValue: 4)
    /// A number goes on (LB25).
    static let digits = Context(rawValue: 8)
    /// A number and a closing bracket (LB25).
    static let closedNumber = Context(rawValue: 16)
    /// A hyphen or slash that starts a word.
    static let initialSign = Context(rawValue: 32)
    /// A quotation mark that opens, spaces after it included.
    static let openingQuote = Context(rawValue: 64)
    /// A closing quotation mark after an ideograph.
    static let ideographicQuote = Context(rawValue: 128)
  }

  private let rules: BreakRules
  /// The class before, marks resolved; a space keeps the class before the spaces.
  private var before: BreakClass = .alphabetic
  private var isAtStart = true
  private var isAfterSpaces = false
  private var context: Context = []

  /// A state at the start of a line.
  init(_ rules: BreakRules = .standard) { self.rules = rules }

  /// Whether a break before `next` depends on what follows that: `$(1` holds, `$(a` does not.
  @inline(__always)
  func asksAhead(at next: BreakClass) -> Bool {
    switch next {
    case .openPunctuation, .openPunctuationWide: before == .prefix || before == .postfix
    case .quotationFinal, .symbol, .infixSeparator: isAfterSpaces
    case .quotationInitial: !isAfterSpaces && rules.ideographic.contains(before)
    default: false
    }
  }

  /// Whether a line may be broken before a scalar of class `next`; moves on past it.
  ///
  /// `following`: the class after `next`, `nil` at the end or where `asksAhead` does not ask.
  @inline(__always)
  mutating func breaks(before next: BreakClass, following: BreakClass? = nil) -> Bool {
    if next == .combiningMark || next == .zeroWidthJoiner { return breaksBeforeMark(next) }
    let may = !isAtStart && mayBreak(before: next, following: following)
    advance(to: next)
    return may
  }

  /// LB9 and LB10: a mark goes with what it marks, or stands alone as a letter.
  private mutating func breaksBeforeMark(_ mark: BreakClass) -> Bool {
    let standsAlone =
      isAtStart || isAfterSpaces
      || rules.lineStarts.contains(before)
    var may = false
    if standsAlone {
      may = !isAtStart && mayBreak(before: .alphabetic, following: nil)
      advance(to: .alphabetic)
    }
    if mark == .zeroWidthJoiner { context.insert(.joiner) } else { context.remove(.joiner) }
    return may
  }

  private func mayBreak(before next: BreakClass, following: BreakClass?) -> Bool {
    if isAfterSpaces { return mayBreakAtSpaces(before: next, following: following) }
    let bit = UInt64(1) &<< UInt64(next.rawValue)
    if rules.direct[Int(before.rawValue)] & bit != 0 {
      return partsQuotation(before: next, following: following)
    }
    if context.isEmpty { return !holdsNumber(before: next, following: following) }
    return !isHeld(next) && !holdsNumber(before: next, following: following)
  }

  private func mayBreakAtSpaces(before next: BreakClass, following: BreakClass?) -> Bool {
    if context.contains(.openingQuote) { return false }  // LB15a
    var next = next
    switch next {
    case .symbol, .infixSeparator:
      // A path, a file's name, a fraction: a word, though LB13 would hold its first sign.
      if let following, rules.wordStarts.contains(following) { next = .alphabetic }
    case .quotationFinal:  // LB15b
      guard let following, !rules.closers.contains(following) else { return false }
    default: break
    }
    return rules.overSpaces[Int(before.rawValue)] >> UInt64(next.rawValue) & 1 == 0
  }

  /// Whether what stands before holds `next`, which the pair of classes does not.
  private func isHeld(_ next: BreakClass) -> Bool {
    if context.contains(.joiner) { return true }
    if context.contains(.hebrewHyphen) { return next != .contingent }
    if context.contains(.initialSign), rules.wordStarts.contains(next) { return true }
    switch next {
    case .number: return context.contains(.digits)
    case .prefix, .postfix: return !context.isDisjoint(with: [.digits, .closedNumber])
    case .regionalIndicator: return context.contains(.oddIndicator)
    default: return false
    }
  }

  /// LB25: a currency sign holds a bracket with a number in it.
  private func holdsNumber(before next: BreakClass, following: BreakClass?) -> Bool {
    following == .number && asksAhead(at: next)
  }

  /// LB19a: among ideographs a quotation mark holds on its inner side alone.
  private func partsQuotation(before next: BreakClass, following: BreakClass?) -> Bool {
    if next == .quotationInitial {
      return rules.ideographic.contains(before)
        && following.map { rules.ideographic.contains($0) } ?? false
    }
    return before == .quotationFinal && next == .ideograph && context.contains(.ideographicQuote)
  }

  private mutating func advance(to next: BreakClass) {
    if next == .space || next == .tab {
      isAtStart = false
      isAfterSpaces = true
      context.formIntersection(.openingQuote)
      return
    }
    var context: Context = []
    switch next {
    case .number: context = .digits
    case .symbol, .infixSeparator, .hyphen, .breakAfter, .softHyphen:
      context = contextAfterSign(next)
    case .closePunctuation, .closeParenthesis, .closeParenthesisWide:
      if self.context.contains(.digits) { context = .closedNumber }
    case .regionalIndicator:
      if !self.context.contains(.oddIndicator) { context = .oddIndicator }
    case .quotationInitial where startsWord: context = .openingQuote
    case .quotationFinal where !isAfterSpaces && rules.ideographic.contains(before):
      context = .ideographicQuote
    default: break
    }
    self.context = context
    isAtStart = false
    isAfterSpaces = false
    before = next
  }

  private var startsWord: Bool { isAtStart || isAfterSpaces || rules.openers.contains(before) }

  private func contextAfterSign(_ sign: BreakClass) -> Context {
    var context: Context = []
    if sign == .symbol || sign == .infixSeparator { context = self.context.intersection(.digits) }
    if sign == .symbol || sign == .hyphen {
      if startsWord || self.context.contains(.initialSign) { context.insert(.initialSign) }
    }
    if sign == .hyphen || sign == .breakAfter || sign == .softHyphen {
      if before == .hebrew, !isAfterSpaces { context.insert(.hebrewHyphen) }
    }
    return context
  }
}
