import DocumentModel
import DocumentParsing

/// Learns where the names of a page's comments stand, from lines of one kind.
struct HeaderLearner {
  let lines: TextLines
  /// The lines that tell something else about who wrote.
  let fields: MemberFields
  let policy: DumpPolicy

  var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// The headers among the lines of `group`, `nil` if these have no names.
  ///
  /// Lines without dates are taken for their words of speech, which have the name on the line.
  func headers(of group: [DumpLine]) -> DumpHeaders? {
    if let inline = inlineHeaders(group) { return inline }
    return group.contains { $0.found != nil } ? neighbouring(group) : nil
  }

  private func inlineHeaders(_ group: [DumpLine]) -> DumpHeaders? {
    let before = parts(group) { $0.lowerBound..<($1?.lowerBound ?? $0.upperBound) }
    let behind = parts(group) { text, date in date.map { $0.upperBound..<text.upperBound } ?? 0..<0
    }
    // What all lines have before the date is what the page calls it: `Post posted: 1 May 2019`.
    let areLabels = group.allSatisfy { $0.found != nil } && isLabel(before)
    let best = [areLabels ? nil : names(before, beside: behind), names(behind, beside: before)]
      .compactMap(\.self).max { $0.distinct < $1.distinct }
    guard let best, best.distinct > 1 else { return nil }
    var headers: [DumpHeader] = []
    let colons = group.map { endsInColon($0) }
    let haveColons = colons.count { $0 } * 2 > group.count
    for (index, entry) in group.enumerated() where isHeader(entry) {
      if colons[index] && !haveColons { continue }
      let name = best.names[index]
      // A line that may be one: better to know nobody than to give the text to somebody else.
      let isLikely =
        entry.found.map { name != nil || $0.date.isMoment && !$0.date.isRelative } ?? false
      if isLikely || name?.conforms == true { headers.append(header(entry, name)) }
    }
    dropByline(&headers)
    return DumpHeaders(headers: headers, place: .inline, frame: best.frame)
  }

  /// Whether a colon stands before the date of a line, as behind a label: `Date: 1 May 2019`.
  private func endsInColon(_ entry: DumpLine) -> Bool {
    guard let date = entry.found?.range else { return false }
    return bytes.trimmed(lines.text(entry.line).lowerBound..<date.lowerBound).last
      .map { bytes[$0] == 0x3A } ?? false
  }

  /// Whether nearly all of `texts` are the same words.
  private func isLabel(_ texts: [Range<Int>]) -> Bool {
    guard let text = common(texts) else { return false }
    let count = texts.count { !$0.isEmpty && DumpWord.hash(bytes, $0) == text }
    return count * 100 >= texts.count * policy.leastNamed
  }

  /// A part of each line, without blanks at its ends.
  private func parts(
    _ group: [DumpLine],
    _ part: (_ text: Range<Int>, _ date: Range<Int>?) -> Range<Int>
  ) -> [Range<Int>] {
    group.map { bytes.trimmed(part(lines.text($0.line), $0.found?.range)) }
  }

  /// Drops a first header that is unlike the others, or far above them: it signs the article.
  private func dropByline(_ headers: inout [DumpHeader]) {
    guard headers.count > policy.leastHeaders, let first = headers.first else { return }
    let alike = headers.dropFirst().count(where: \.isCertain)
    let isUnlike = !first.isCertain && alike * 100 >= (headers.count - 1) * policy.leastNamed
    // «Posted by» above the article, names alone above comments.
    let opened = headers.map {
      SpeechWords.isOpening(bytes, DumpWord.firstWord(bytes, lines.text($0.line)))
    }
    let isOnlyOpened = opened[0] && !opened.dropFirst().contains(true)
    if isUnlike || isOnlyOpened || blankRun(first.line, headers[1].line) > policy.widestGap {
      headers.removeFirst()
    }
  }

  /// The most blank lines that follow each other between two lines.
  private func blankRun(_ start: Int, _ end: Int) -> Int {
    var (run, longest) = (0, 0)
    for line in start..<end {
      run = lines.isBlank(line) ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Whether no more than a few words follow the date of a line.
  private func isHeader(_ entry: DumpLine) -> Bool {
    guard let date = entry.found?.range else { return true }
    let behind = bytes.trimmed(date.upperBound..<lines.text(entry.line).upperBound)
    return behind.count <= policy.longestBehind
  }

  private func header(_ entry: DumpLine, _ name: NameFrame.Name?) -> DumpHeader {
    DumpHeader(
      line: entry.line,
      first: entry.line,
      last: entry.line,
      name: name?.range,
      answered: name?.answered,
      isCertain: name?.conforms ?? false,
      date: entry.found,
      indent: TextIndent.textColumn(bytes, lines.offsets(entry.line))
    )
  }

  /// The names in lines of one kind, and what stands around them.
  struct Names {
    var names: [NameFrame.Name?]
    let frame: NameFrame
    var distinct = 0
  }

  /// The names in `texts`, `nil` if too few can be names.
  ///
  /// Text that stands `beside` them in most lines tells them from other text.
  func names(_ texts: [Range<Int>], beside others: [Range<Int>] = []) -> Names? {
    let frame = NameFrame(bytes, texts: texts.filter { !$0.isEmpty }, policy: policy)
    let areNicknames = areNicknames(texts, frame)
    let constant = common(others)
    var kinds: Set<UInt64> = []
    var (tried, found) = (0, 0)
    let names = texts.enumerated().map { index, text -> NameFrame.Name? in
      guard !text.isEmpty, text.count <= policy.longestHeader, !frame.lacksOpening(text) else {
        return nil
      }
      tried += 1
      guard var name = frame.name(in: text) else { return nil }
      if areNicknames { name = firstWord(name) }
      if let start = NameShape.sentenceEnd(bytes, name.range) {
        name = NameFrame.Name(
          range: start..<name.range.upperBound,
          answered: name.answered,
          conforms: false
        )
      }
      guard NameShape.isName(bytes, name.range, policy: policy) else {
        let isMarked =
          frame.isFirm && name.conforms
          || constant != nil && DumpWord.hash(bytes, others[index]) == constant
        return isMarked ? longName(name, frame) : nil
      }
      found += 1
      kinds.insert(DumpWord.hash(bytes, name.range))
      if NameShape.isPhrase(bytes, name.range) { name.conforms = false }
      return name
    }
    guard tried * 100 >= texts.count * policy.leastShared,
      found * 100 >= tried * policy.leastNamed, frame.endsInSpeech || !areLabels(names)
    else { return nil }
    return Names(names: doubted(names, frame), frame: frame, distinct: kinds.count)
  }

  /// Doubts the name that most lines have, if no word of speech marks it as one: it may be the label
  /// of something, which stands on all lines but those that are not understood.
  private func doubted(_ names: [NameFrame.Name?], _ frame: NameFrame) -> [NameFrame.Name?] {
    guard !frame.endsInSpeech else { return names }
    let usual = common(names.map { $0?.range ?? 0..<0 })
    return names.map { name in
      guard var name, DumpWord.hash(bytes, name.range) == usual else { return name }
      name.conforms = false
      return name
    }
  }

  /// Whether names are the words of a page instead, «Post», «Release»: the same again and again.
  private func areLabels(_ names: [NameFrame.Name?]) -> Bool {
    let hashes = names.compactMap { $0.map { DumpWord.hash(bytes, $0.range) } }
    let alike = zip(hashes, hashes.dropFirst()).count { $0 == $1 }
    return alike * 100 > (hashes.count - 1) * policy.mostAlike
      || Set(hashes).count * policy.mostHeadersAName < hashes.count
  }

  /// Whether nearly all names before a number are one word, as where people choose one.
  private func areNicknames(_ texts: [Range<Int>], _ frame: NameFrame) -> Bool {
    guard frame.hasNumberBehind else { return false }
    let single = texts.count { text in
      frame.name(in: text).map { DumpWord.words(bytes, $0.range).count == 1 } ?? false
    }
    return single >= policy.manyHeaders && single * 100 >= texts.count * policy.leastNamed
  }

  /// The first word of what reads like a name and a sentence, which is then no longer certain.
  private func firstWord(_ name: NameFrame.Name) -> NameFrame.Name {
    let first = DumpWord.firstWord(bytes, name.range)
    let words = DumpWord.words(bytes, first.upperBound..<name.range.upperBound)
    guard NameShape.smallWords(bytes, words) >= policy.mostSmallWords else { return name }
    return NameFrame.Name(range: NameShape.trimmed(bytes, first), conforms: false)
  }

  /// A name that is longer than names are, where the words around it mark one; what reads like a
  /// sentence is uncertain, and nobody's name unless a word of speech says so.
  private func longName(_ name: NameFrame.Name, _ frame: NameFrame) -> NameFrame.Name? {
    let words = DumpWord.words(bytes, name.range)
    guard !NameShape.isSpeech(bytes, words) else { return nil }
    var name = name
    if !NameShape.holdsLetter(bytes, name.range) { name.conforms = frame.endsInSpeech }
    let small = NameShape.smallWords(bytes, words)
    guard small > policy.mostSmallWords else { return name }
    guard frame.hasSpeech || small <= 2 * policy.mostSmallWords else { return nil }
    var uncertain = name
    uncertain.conforms = false
    return uncertain
  }

  /// The hash of the text that most of `texts` are, if there is one.
  private func common(_ texts: [Range<Int>]) -> UInt64? {
    var counts: [UInt64: Int] = [:]
    for text in texts where !text.isEmpty { counts[DumpWord.hash(bytes, text), default: 0] += 1 }
    return counts.first { $0.value * 100 >= texts.count * policy.leastShared }?.key
  }

  // MARK: Names on lines of their own

  private func neighbouring(_ group: [DumpLine]) -> DumpHeaders? {
    let taken = Set(group.map(\.line))
    let blocks = HeaderBlocks(lines, dates: group.map(\.line), policy: policy)
    let above = namesAbove(group, taken, blocks)
    let below = neighbours(group, taken, step: 1)
    let isAbove =
      switch (above, below) {
      case (let above?, let below?): above.names.distinct * 2 > below.names.distinct
      case (_?, nil): true
      default: false
      }
    guard let best = isAbove ? above : below, best.names.distinct > 1 else { return nil }
    var headers: [DumpHeader] = []
    for (index, entry) in group.enumerated() where isHeader(entry) {
      let name = best.names.names[index]
      var header = header(entry, name)
      if name != nil, let line = best.lines[index] {
        header.first = min(header.first, line)
        if line + 1 < entry.line {
          header.answered =
            (line + 1..<entry.line).lazy.compactMap {
              AnswerLine.name(bytes, lines.text($0), policy: policy)
            }.first
        }
        header.last = max(header.last, line)
      }
      headers.append(header)
    }
    if isAbove { parsePairs(&headers, blocks, group) }
    dropByline(&headers)
    return DumpHeaders(headers: headers, place: isAbove ? .above : .below, frame: best.names.frame)
  }

  func neighbours(
    _ group: [DumpLine],
    _ taken: Set<Int>,
    step: Int
  ) -> (names: Names, lines: [Int?])? {
    var places = group.map { neighbour(of: $0.line, taken, step: step) }
    if step < 0 {
      skipFields(&places, taken)
      if areValues(places) { return nil }
    }
    if step < 0, names(texts(at: places)) == nil {
      // Somebody who wrote most comments looks like a fact.
      places = group.map { neighbour(of: $0.line, taken, step: step) }
    }
    let texts = texts(at: places)
    let following = places.map { line in line.flatMap { textLine(below: $0) } ?? 0..<0 }
    guard let names = names(texts, beside: step > 0 ? following : []) else { return nil }
    return (names, places)
  }

  func texts(at places: [Int?]) -> [Range<Int>] {
    places.map { $0.map { lines.text($0) } ?? 0..<0 }
  }

  /// Moves up from lines that are facts about those who wrote, or the same in most headers.
  private func skipFields(_ places: inout [Int?], _ taken: Set<Int>) {
    for _ in 0..<Self.mostFields {
      let constant = common(places.map { $0.map { lines.text($0) } ?? 0..<0 })
      var isDone = true
      for (index, line) in places.enumerated() {
        guard let line else { continue }
        let hash = DumpWord.hash(bytes, lines.text(line))
        guard hash == constant || fields.holds(line) || isAvatar(line) else { continue }
        places[index] = neighbour(of: line, taken, step: -1)
        isDone = false
      }
      if isDone { return }
    }
  }

  /// Whether most of the lines are values of a field whose label stands above them: less indented, or
  /// a word alone.
  private func areValues(_ places: [Int?]) -> Bool {
    let labels = places.map { line -> Range<Int> in
      guard let line, line > 1 else { return 0..<0 }
      let above = lines.isBlank(line - 1) ? line - 2 : line - 1
      let label = lines.text(above)
      let words = DumpWord.words(bytes, label)
      if words.contains(where: { SpeechWords.isControl(bytes, $0.range) }) { return 0..<0 }
      let isAlone = above == line - 1 && lines.isBlank(above - 1) && words.count == 1
      return isAlone || indent(above) < indent(line) ? label : 0..<0
    }
    var counts: [UInt64: Int] = [:]
    for label in labels where !label.isEmpty {
      counts[DumpWord.hash(bytes, label), default: 0] += 1
    }
    return (counts.values.max() ?? 0) * 2 > places.count
  }

  private func indent(_ line: Int) -> Int { TextIndent.columns(bytes, lines.offsets(line)) }

  /// Whether a line is the text of a picture in brackets.
  private func isAvatar(_ line: Int) -> Bool {
    let text = lines.text(line)
    let words = DumpWord.words(bytes, text)
    return words.count == 1 && NameFrame.isMark(bytes, words[0])
  }

  /// The text of the line below another, if there is one.
  private func textLine(below line: Int) -> Range<Int>? {
    line + 1 < lines.count && !lines.isBlank(line + 1) ? lines.text(line + 1) : nil
  }

  /// How many lines of facts stand between a name and a date.
  private static let mostFields = 4

  /// The nearest line with text, at most one blank line away.
  private func neighbour(of line: Int, _ taken: Set<Int>, step: Int) -> Int? {
    var signs = 0
    for distance in 1...3 where distance <= 2 + signs {
      let other = line + step * distance
      guard other >= 0, other < lines.count, !taken.contains(other) else { return nil }
      guard !lines.isBlank(other) else { continue }
      if step < 0, signs == 0, NameShape.trimmed(bytes, lines.text(other)).isEmpty {
        signs += 1
        continue
      }
      return step < 0 ? aboveBadges(other) : other
    }
    return nil
  }

  /// The line of the name above a line that may be a badge or say whom the comment answers.
  private func aboveBadges(_ line: Int) -> Int {
    func isDoubled(_ line: Int) -> Bool {
      line > 0 && !lines.isBlank(line) && lines.same(line, line - 1)
    }
    var line = line
    for _ in 0..<2 where line > 1 && !isDoubled(line) && !lines.isBlank(line - 1) {
      let answers = AnswerLine.name(bytes, lines.text(line), policy: policy) != nil
      guard answers || isDoubled(line - 1) || isDoubled(line - 2) else { break }
      line -= 1
    }
    return line
  }
}
