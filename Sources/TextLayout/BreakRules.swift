/// Between which classes a line must not be broken: the rules of UAX #14 that look at two classes.
///
/// A space counts as a class after which everything may break (LB18); what is forbidden even over
/// spaces is a mask of its own. Rules that need more than a pair are in `BreakState`. A tab is a
/// space here, and a number is not parted from a full stop or comma before it (`.5`, Unicode 16).
struct BreakRules {
  /// For each class, the classes that must not be parted from it when they follow directly.
  private(set) var direct: [UInt64]
  /// For each class, the classes that must not be parted from it when spaces stand between.
  private(set) var overSpaces: [UInt64]

  static let standard = BreakRules()

  private static let hangul = BreakClassSet(.hangulL, .hangulV, .hangulT, .hangulLV, .hangulLVT)
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

  init() {
    let lines = BreakClassSet(.mandatory, .carriageReturn, .lineFeed)
    // LB6, LB7, LB11, LB13.
    let never: BreakClassSet = [
      lines, BreakClassSet(.space, .tab, .zeroWidthSpace), Self.close,
      BreakClassSet(.exclamation, .infixSeparator, .symbol, .wordJoiner),
    ]
    direct = []
    overSpaces = []
    for before in BreakClass.allCases {
      var direct = never.union(Self.pairs(after: before))
      var spaced = never.union(Self.overSpaces(after: before))
      switch before {
      case .mandatory, .lineFeed: direct = []  // LB4, LB5
      case .carriageReturn: direct = BreakClassSet(.lineFeed)
      case .zeroWidthSpace:  // LB8
        direct = [lines, BreakClassSet(.space, .tab, .zeroWidthSpace)]
        spaced = direct
      case .space, .tab: direct = spaced
      default: break
      }
      self.direct.append(direct.rawValue)
      overSpaces.append(spaced.rawValue)
    }
  }

  /// Calls `body` with a state at the start of a line, valid only inside the call.
  func withState<Result>(_ body: (BreakState) -> Result) -> Result {
    direct.withUnsafeBufferPointer { direct in
      overSpaces.withUnsafeBufferPointer { overSpaces in
        body(BreakState(direct: direct, overSpaces: overSpaces))
      }
    }
  }

  /// Whether a line must not be broken between two classes with spaces between them.
  func holds(_ before: UInt8, overSpacesTo next: UInt8) -> Bool {
    overSpaces[Int(before)] >> UInt64(next) & 1 == 1
  }

  /// What LB14 to LB17 forbid over spaces.
  private static func overSpaces(after before: BreakClass) -> BreakClassSet {
    switch before {
    case .openPunctuation, .openPunctuationWide: .all  // LB14
    case .quotation: open  // LB15
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
    if before == .contingent { return BreakClassSet(.glue, .quotation) }
    var pairs = overSpaces(after: before)
    // LB19, LB21, LB22.
    pairs.insert(
      BreakClassSet(.quotation, .breakAfter, .softHyphen, .hyphen, .nonstarter, .inseparable)
    )
    if ![BreakClass.hyphen, .breakAfter, .softHyphen].contains(before) {  // LB12a
      pairs.insert(BreakClassSet(.glue))
    }
    pairs.insert(words(after: before))
    pairs.insert(syllables(after: before))
    if before == .quotation || before == .breakBefore {  // LB19, LB21
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
