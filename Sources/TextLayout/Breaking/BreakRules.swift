/// Between which classes a line must not be broken: the rules of UAX #14 that look at two classes.
///
/// A space counts as a class after which everything may break (LB18); what is forbidden even over
/// spaces is a mask of its own. Rules that need more than a pair are in `BreakState`. A tab is a
/// space here, and a number is not parted from a full stop or comma before it (`.5`, Unicode 16).
struct BreakRules: @unchecked Sendable {
  /// For each class, the classes that must not be parted from it when they follow directly.
  let direct: UnsafePointer<UInt64>
  /// For each class, the classes that must not be parted from it when spaces stand between.
  let overSpaces: UnsafePointer<UInt64>

  /// Between these a quotation mark holds on its inner side alone.
  let ideographic = BreakClassSet(
    .ideograph,
    .nonstarter,
    .closePunctuation,
    .hangulLV,
    .hangulLVT
  )
  /// After these a mark has nothing to join.
  let lineStarts = BreakClassSet(.mandatory, .carriageReturn, .lineFeed, .zeroWidthSpace)
  /// After these a word starts although no space stands there.
  let openers = BreakClassSet(
    .mandatory,
    .carriageReturn,
    .lineFeed,
    .zeroWidthSpace,
    .openPunctuation,
    .openPunctuationWide,
    .quotation,
    .quotationInitial,
    .glue,
    .contingent
  )
  /// Before these, and at the end, a quotation mark closes.
  let closers = BreakClassSet(
    .space,
    .tab,
    .glue,
    .wordJoiner,
    .closePunctuation,
    .closeParenthesis,
    .quotation,
    .quotationFinal,
    .exclamation,
    .infixSeparator,
    .symbol,
    .mandatory,
    .lineFeed
  )
  /// What a sign at the start of a word belongs to.
  let wordStarts = BreakClassSet(.alphabetic, .hebrew, .attachedLetter, .number)

  /// The rules, in memory that lives as long as the program: reading them counts no references.
  static let standard = BreakRules()

  private static let hangul = BreakClassSet(.hangulL, .hangulV, .hangulT, .hangulLV, .hangulLVT)
  private static let quotations = BreakClassSet(
    .quotation,
    .quotationInitial,
    .quotationFinal
  )
  private static let letters = BreakClassSet(.alphabetic, .hebrew, .attachedLetter)
  private static let ideographs = BreakClassSet(
    .ideograph,
    .emojiUnassigned,
    .emojiBase,
    .emojiModifier
  )
  private static let open = BreakClassSet(.openPunctuation, .openPunctuationWide)
  private static let close = BreakClassSet(
    .closePunctuation,
    .closeParenthesis,
    .closeParenthesisWide
  )

  private init() {
    let count = BreakClass.allCases.count
    let direct = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    let overSpaces = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    for before in BreakClass.allCases {
      let masks = Self.masks(after: before)
      (direct + Int(before.rawValue)).initialize(to: masks.direct.rawValue)
      (overSpaces + Int(before.rawValue)).initialize(to: masks.overSpaces.rawValue)
    }
    self.direct = UnsafePointer(direct)
    self.overSpaces = UnsafePointer(overSpaces)
  }

  /// Whether a line must not be broken between two classes with spaces between them.
  func holds(_ before: UInt8, overSpacesTo next: UInt8) -> Bool {
    overSpaces[Int(before)] >> UInt64(next) & 1 == 1
  }

  private static func masks(
    after before: BreakClass
  ) -> (direct: BreakClassSet, overSpaces: BreakClassSet) {
    let lines = BreakClassSet(.mandatory, .carriageReturn, .lineFeed)
    let spaces = BreakClassSet(.space, .tab, .zeroWidthSpace)
    // LB6, LB7, LB11, LB13.
    let signs = BreakClassSet(.exclamation, .infixSeparator, .symbol, .wordJoiner)
    let never: BreakClassSet = [lines, spaces, close, signs]
    let overSpaces = never.union(Self.overSpaces(after: before))
    switch before {
    case .mandatory, .lineFeed: return ([], overSpaces)  // LB4, LB5
    case .carriageReturn: return (BreakClassSet(.lineFeed), overSpaces)
    case .zeroWidthSpace: return (lines.union(spaces), lines.union(spaces))  // LB8
    case .space, .tab: return (overSpaces, overSpaces)
    default: return (never.union(pairs(after: before)), overSpaces)
    }
  }

  /// What LB14 to LB17 forbid over spaces.
  private static func overSpaces(after before: BreakClass) -> BreakClassSet {
    switch before {
    case .openPunctuation, .openPunctuationWide: .all  // LB14
    case .quotation, .quotationInitial, .quotationFinal: open  // LB15
    case .closePunctuation, .closeParenthesis, .closeParenthesisWide:  // LB16
      BreakClassSet(.nonstarter)
    case .breakBoth: BreakClassSet(.breakBoth)  // LB17
    default: []
    }
  }

  /// What LB11 to LB30b forbid between neighbours.
  private static func pairs(after before: BreakClass) -> BreakClassSet {
    if before == .wordJoiner || before == .glue { return .all }  // LB11, LB12
    // LB20: nothing below holds on to an object of unknown kind.
    if before == .contingent { return BreakClassSet(.glue).union(quotations) }
    var pairs = overSpaces(after: before)
    // LB19, LB21, LB22.
    pairs.insert(quotations)
    pairs.insert(
      BreakClassSet(.breakAfter, .softHyphen, .hyphen, .nonstarter, .inseparable)
    )
    if ![BreakClass.hyphen, .breakAfter, .softHyphen].contains(before) {  // LB12a
      pairs.insert(BreakClassSet(.glue))
    }
    pairs.insert(words(after: before))
    pairs.insert(syllables(after: before))
    if quotations.contains(before) || before == .breakBefore {  // LB19, LB21
      pairs = BreakClassSet.all
      if before == .breakBefore { pairs.remove(BreakClassSet(.contingent)) }
    }
    return pairs
  }

  /// LB21b, LB23 to LB25, LB28 to LB30: letters, numbers and the signs about them.
  private static func words(after before: BreakClass) -> BreakClassSet {
    let number = BreakClassSet(.number)
    switch before {
    case .alphabetic, .hebrew, .attachedLetter:
      return [letters, number, BreakClassSet(.prefix, .postfix, .openPunctuation)]
    case .number: return [letters, number, BreakClassSet(.prefix, .postfix, .openPunctuation)]
    case .symbol: return BreakClassSet(.hebrew)
    case .infixSeparator: return [letters, number]
    case .closeParenthesis: return [letters, number]
    case .prefix: return [ideographs, hangul, letters, number]
    case .postfix: return [letters, number]
    case .hyphen: return number
    case .ideograph, .emojiUnassigned, .emojiBase, .emojiModifier:
      return BreakClassSet(.postfix)
    default: return []
    }
  }

  /// LB26, LB27, LB30b: Hangul syllables and emoji with their modifiers.
  private static func syllables(after before: BreakClass) -> BreakClassSet {
    let postfix = BreakClassSet(.postfix)
    switch before {
    case .hangulL:
      return [BreakClassSet(.hangulL, .hangulV, .hangulLV, .hangulLVT), postfix]
    case .hangulV, .hangulLV: return [BreakClassSet(.hangulV, .hangulT), postfix]
    case .hangulT, .hangulLVT: return [BreakClassSet(.hangulT), postfix]
    case .emojiBase, .emojiUnassigned: return BreakClassSet(.emojiModifier)
    default: return []
    }
  }
}
