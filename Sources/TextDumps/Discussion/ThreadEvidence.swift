import DocumentParsing

/// Tells a thread without a subscription form above it from a text that holds dates for other reasons.
///
/// Each rule that is applied is noted.
struct ThreadEvidence {
  private let lines: TextLines
  private let headers: [CommentHeader]
  private let hasFooters: Bool
  private let policy: TextThreadPolicy
  private let dump: DumpPolicy
  private let log: DecisionLog?
  /// How many lines look like the headers' dates.
  private var dates = 0
  /// How many of them name no day of the calendar.
  private var impossible = 0
  /// Whether they have words besides the date; all dates of one shape do, or none.
  private var areLabelled = false

  /// Evidence from `headers`, found among the lines `dated`; `hasFooters` says whether comments end
  /// in a label the page prints below each.
  init(
    _ lines: TextLines,
    headers: [CommentHeader],
    hasFooters: Bool,
    dated: ArraySlice<ThreadMarks.DatedLine>,
    marks: ThreadMarks?,
    policies: TextPolicies,
    log: DecisionLog?
  ) {
    self.lines = lines
    self.headers = headers
    self.hasFooters = hasFooters
    policy = policies.thread
    dump = policies.dump
    self.log = log
    guard let marks else { return }
    for entry in dated where entry.date.shape == marks.dateShape {
      dates += 1
      if marks.reading.isImpossible(entry.date) { impossible += 1 }
      if entry.date.unknownWords > 0 { areLabelled = true }
    }
  }

  /// Whether the headers are those of a thread: several headers with names, or a single one with its
  /// name printed twice, a reply line, or blank lines above it.
  ///
  /// Flattened pages have no indents, so indented dates belong to a text.
  func showsThread() -> Bool {
    guard let first = headers.first, first.dateLine != nil else {
      log.noteText("least-score", isMet: false) { "no date has a header's lines around it" }
      return false
    }
    let areEnough = first.hasTime || headers.count >= policy.leastDayHeaders
    log.noteText("least-day-headers", isMet: areEnough) {
      "\(headers.count) headers, the first \(first.hasTime ? "with" : "without") a time of day"
    }
    guard areEnough else { return false }
    let indented = headers.count(where: \.isIndented)
    let isFlat = indented * 100 < headers.count * policy.mostIndented
    log.noteText("most-indented", isMet: isFlat) {
      "\(indented) of \(headers.count) dates are indented"
    }
    let arePossible = impossible * 100 <= dates * policy.mostImpossible
    log.noteText("most-impossible", isMet: arePossible) {
      "\(impossible) of \(dates) dates name no day of the calendar"
    }
    guard isFlat, arePossible, arePeople else { return false }
    return headers.count >= policy.leastSignedHeaders ? areSigned() : isSetOff(first)
  }

  /// Whether the names can be those of people: short on average, without addresses of mail beside
  /// them.
  private var arePeople: Bool {
    let named = headers.filter { !$0.name.isEmpty }
    let words = named.reduce(0) { $0 + 1 + lines.bytes[$1.name].count { $0 == 0x20 } }
    let addressed = headers.count { header in
      (header.first..<header.bodyStart).contains { lines.holdsAddress($0) }
    }
    let areShort = words <= named.count * dump.mostWordsAName
    let areBare = addressed * 100 <= headers.count * dump.mostAddressed
    log.noteText("least-named", isMet: areShort && areBare) {
      "names of \(words) words in \(named.count) headers, \(addressed) with an address of mail"
    }
    return areShort && areBare
  }

  /// Whether a footer ends the comments, or names stand above the dates as commenters' do.
  ///
  /// Lists of changes have dates, too. But no name is printed twice there and nobody is answered, and
  /// their dates have no time, or a label and no names above.
  private func areSigned() -> Bool {
    if hasFooters { return true }
    let certain = headers.count { $0.isDoubled || $0.replyName != nil }
    let areCertain = certain * policy.certainPart >= headers.count
    log.noteText("certain-part", isMet: areCertain) {
      "\(certain) of \(headers.count) headers have a name printed twice or a reply line"
    }
    if areCertain { return true }
    let named = headers.count { $0.hasTime && !$0.name.isEmpty }
    let areNamed =
      named * 100 >= headers.count * policy.leastNamed
      && (!areLabelled || named == headers.count)
    log.noteText("least-named", isMet: areNamed) {
      "\(named) of \(headers.count) headers have a name and a time"
        + (areLabelled ? ", and a label before the date" : "")
    }
    return areNamed
  }

  /// Whether the only header has a name printed twice, a reply line, or blank lines above.
  private func isSetOff(_ header: CommentHeader) -> Bool {
    let above = header.first - policy.blankLinesAbove..<header.first
    let standsApart = above.lowerBound >= 0 && above.allSatisfy { lines.isBlank($0) }
    let isMet =
      header.isDoubled || header.replyName != nil || !areLabelled && standsApart
    log.noteText("blank-lines-above", isMet: isMet) {
      "one header, \(header.isDoubled ? "with its name printed twice" : "with its name once"), "
        + (standsApart ? "set off by blank lines" : "not set off by blank lines")
    }
    return isMet
  }
}
