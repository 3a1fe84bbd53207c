import DocumentParsing

/// Tells a thread that follows no subscription form from a text that has dates of its own.
struct ThreadEvidence {
  let bytes: UnsafeRawBufferPointer
  let lines: LineTable
  /// The headers that were found.
  let headers: [CommentHeader]
  /// Whether comments end in a label the page prints below each.
  let hasFooters: Bool
  private let policy: TextThreadPolicy
  /// How many lines look like the headers' dates.
  private var dates = 0
  /// How many of them name no day of the calendar.
  private var impossible = 0
  /// Whether they have words besides the date; all dates of one shape do, or none.
  private var areLabelled = false

  /// Evidence from `headers`, found among the lines `dated`.
  init(
    _ bytes: UnsafeRawBufferPointer,
    _ lines: LineTable,
    headers: [CommentHeader],
    hasFooters: Bool,
    dated: ArraySlice<ThreadMarks.DatedLine>,
    marks: ThreadMarks?,
    policy: TextThreadPolicy
  ) {
    self.policy = policy
    self.bytes = bytes
    self.lines = lines
    self.headers = headers
    self.hasFooters = hasFooters
    guard let marks else { return }
    for entry in dated where entry.date.shape == marks.dateShape {
      dates += 1
      if marks.reading.isImpossible(entry.date) { impossible += 1 }
      if entry.date.unknownWords > 0 { areLabelled = true }
    }
  }

  /// Whether the headers are a thread: several of them that somebody signed, or one that carries a
  /// name twice or a reply, or stands apart by two blank lines.
  ///
  /// A page's layout is lost when it is flattened, so dates that are indented are a text's own.
  var isThread: Bool {
    guard let first = headers.first, first.dateLine != nil else { return false }
    guard first.hasTime || headers.count >= policy.leastDayHeaders else { return false }
    let indented = headers.count(where: \.isIndented)
    guard indented * 100 < headers.count * policy.mostIndented,
      impossible * 100 <= dates * policy.mostImpossible
    else { return false }
    if headers.count >= policy.leastSignedHeaders { return hasFooters || isSigned }
    return first.isDoubled || first.replyName != nil
      || !areLabelled && standsApart(first)
  }

  private func standsApart(_ header: CommentHeader) -> Bool {
    let above = header.first - policy.blankLinesAbove..<header.first
    return above.lowerBound >= 0 && above.allSatisfy { lines.isBlank($0, in: bytes) }
  }

  /// Whether names stand above the dates as commenters' do.
  ///
  /// A list of changes has dates too, but nobody stands there twice or is answered, and they tell
  /// no time or follow a label that not all of them have a name above.
  private var isSigned: Bool {
    let certain = headers.count { $0.isDoubled || $0.replyName != nil }
    if certain * policy.certainPart >= headers.count { return true }
    let named = headers.count { $0.hasTime && !$0.name.isEmpty }
    return named * 100 >= headers.count * policy.leastNamed
      && (!areLabelled || named == headers.count)
  }
}
