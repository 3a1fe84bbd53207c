import DocumentModel
import DocumentParsing

/// One comment of a dump.
struct DumpComment {
  /// The first of its lines, header or text.
  var first: Int
  /// The lines of its text.
  var body: Range<Int>
  /// The lines of its text with all that the page prints around it.
  let raw: Range<Int>
  /// Its author's name.
  var name: Range<Int>?
  /// The name of the author of what is answered.
  var answered: Range<Int>?
  /// Whether the name is certain.
  var isCertain: Bool
  /// Its date.
  var date: LineDate?
  /// The columns its header is indented by.
  var indent: Int
}

/// Where the article and the comments of a dump begin and end.
struct DumpOutline {
  /// The line after the article's last.
  let articleEnd: Int
  /// The comments, in order.
  let comments: [DumpComment]
  /// How many comments the page says there are.
  let declared: Int?
  /// Whether dates and names stand behind the texts.
  let isSigned: Bool
  /// Whether words on the lines of the names tell these from other text.
  let isFirm: Bool
  /// How much speaks for a discussion.
  let evidence: Int
  /// What each sign counts for headers above their texts, or against it.
  let side: [Int]

  /// Puts the lines between `headers` in their places; nil if there is hardly text between them.
  init?(_ lines: TextLines, _ found: DumpHeaders, policy: DumpPolicy) {
    let builder = DumpOutlineBuilder(lines: lines, found: found, policy: policy)
    guard let outline = builder.build() else { return nil }
    self = outline
  }

  init(
    articleEnd: Int,
    comments: [DumpComment],
    declared: Int?,
    isSigned: Bool,
    isFirm: Bool,
    evidence: Int,
    side: [Int]
  ) {
    self.articleEnd = articleEnd
    self.comments = comments
    self.declared = declared
    self.isSigned = isSigned
    self.isFirm = isFirm
    self.evidence = evidence
    self.side = side
  }
}

/// Builds the outline of a dump from its headers.
struct DumpOutlineBuilder {
  let lines: TextLines
  private(set) var found: DumpHeaders
  let policy: DumpPolicy

  private var bytes: UnsafeRawBufferPointer { lines.bytes }
  private var headers: [DumpHeader] { found.headers }

  init(lines: TextLines, found: DumpHeaders, policy: DumpPolicy) {
    self.lines = lines
    self.policy = policy
    self.found = found
    self.found.headers = DumpNames.mended(found.headers, lines.bytes, policy: policy)
    widen()
  }

  func build() -> DumpOutline? {
    guard headers.count >= policy.leastHeaders else { return nil }
    let opening = DiscussionHeading(lines, above: headers[0].first, policy: policy)
    let side = DumpSide(lines: lines, found: found, heading: opening?.first, policy: policy)
    let isSigned = side.isSigned
    var builder = self
    if !isSigned { builder.beginAtBullets(side) }
    return builder.build(side, opening)
  }

  /// Lets comments begin at the bullets above their headers, where most have one.
  private mutating func beginAtBullets(_ side: DumpSide) {
    guard side.bullets.side(of: headers.count - 1, policy) > 0 else { return }
    for index in found.headers.indices {
      let start = index > 0 ? found.headers[index - 1].last + 1 : 0
      if let bullet = side.bullet(above: found.headers[index], from: start) {
        found.headers[index].first = bullet
      }
    }
  }

  private func build(_ side: DumpSide, _ opening: DiscussionHeading?) -> DumpOutline? {
    let isSigned = side.isSigned
    let heading =
      isSigned
      ? DiscussionHeading(
        lines,
        above: side.start ?? lastParagraph(above: headers[0].first),
        policy: policy
      ) : opening
    var comments = isSigned ? signed(from: side.start) : headed()
    let edges = DumpEdges(lines, bodies: comments.map(\.body), policy: policy)
    let texts = comments.count {
      !$0.body.isEmpty && !edges.trimmed($0.body, isLast: false).isEmpty
    }
    guard texts * 100 >= comments.count * policy.leastBodies else { return nil }
    for index in comments.indices {
      let isLast = index == comments.count - 1
      comments[index].body = edges.trimmed(comments[index].body, isLast: isLast)
    }
    takeReplyLines(&comments)
    if side.isUncertain {
      for index in comments.indices { comments[index].isCertain = false }
    }
    endLast(&comments)
    let evidence = DumpEvidence(
      lines: lines,
      found: found,
      comments: comments,
      hasHeading: heading != nil,
      hasControls: edges.haveControls,
      hasOpenings: edges.haveOpenings,
      isSetOff: side.gap != nil,
      policy: policy
    )
    return DumpOutline(
      articleEnd: heading?.first ?? comments[0].first,
      comments: comments,
      declared: heading?.declared,
      isSigned: isSigned,
      isFirm: found.frame.isFirm,
      evidence: evidence.score,
      side: side.signs
    )
  }

  /// Takes in lines beside the headers that belong to them: a number above, the name once more.
  private mutating func widen() {
    var numbered = 0
    for index in found.headers.indices {
      let header = found.headers[index]
      if header.first > 0, isNumber(header.first - 1) { numbered += 1 }
    }
    let takesNumbers = numbered * 100 >= headers.count * policy.leastShared
    for index in found.headers.indices {
      let header = found.headers[index]
      if let name = header.name {
        if repeats(name, header.last + 1) { found.headers[index].last += 1 }
        if names(name, header.first - 1) || isAvatar(header.first - 1) {
          found.headers[index].first -= 1
        }
      }
      let first = found.headers[index].first
      if takesNumbers, first > 0, isNumber(first - 1) { found.headers[index].first -= 1 }
    }
  }

  private func repeats(_ name: Range<Int>, _ line: Int) -> Bool {
    guard line >= 0, line < lines.count else { return false }
    return bytes.equal(NameShape.trimmed(bytes, lines.text(line)), name)
  }

  /// Whether a line is a name with at most a number before it and a word behind, as avatars have.
  private func names(_ name: Range<Int>, _ line: Int) -> Bool {
    guard line >= 0, line < lines.count else { return false }
    let text = lines.text(line)
    guard text.count <= name.count + 24 else { return false }
    var words = DumpWord.words(bytes, text)[...]
    if words.count > 1, words[words.startIndex].isNumber { words.removeFirst() }
    let own = DumpWord.words(bytes, name)
    return words.count >= own.count && words.count <= own.count + 1
      && zip(words, own).allSatisfy { bytes.equal($0.range, $1.range) }
  }

  /// Whether a line is the text of an avatar in brackets.
  private func isAvatar(_ line: Int) -> Bool {
    guard line >= 0, let first = lines.text(line).first, let last = lines.text(line).last,
      last - first > 2, bytes[first] == 0x5B, bytes[last] == 0x5D
    else { return false }
    return bytes.first(0x20, in: lines.text(line)) == nil
  }

  private func isNumber(_ line: Int) -> Bool {
    let text = lines.text(line)
    guard text.count <= 6 else { return false }
    let bare = SpeechWords.bare(bytes, text)
    return !bare.isEmpty && bytes[bare].allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Comments whose headers stand above their texts.
  private func headed() -> [DumpComment] {
    headers.indices.map { index in
      let header = headers[index]
      let end = index + 1 < headers.count ? headers[index + 1].first : lines.count
      let body = min(header.last + 1, end)..<end
      return DumpComment(
        first: header.first,
        body: body,
        raw: body,
        name: header.name,
        answered: header.answered,
        isCertain: header.isCertain && header.name != nil,
        date: header.date,
        indent: header.indent
      )
    }
  }

  /// Comments whose headers stand below their texts; a name below the date begins the next comment.
  private func signed(from start: Int?) -> [DumpComment] {
    var comments: [DumpComment] = []
    var first = start ?? lastParagraph(above: headers[0].first)
    var opening: Range<Int>?
    // The line of the first name, above the first text.
    var head: Int?
    if found.place == .below, let line = lineOfFirstName() {
      opening = NameShape.trimmed(bytes, lines.text(line))
      (head, first) = (line, line + 1)
    } else if found.place == .below, start != nil,
      let line = firstText(from: first, to: headers[0].first)
    {
      let name = found.frame.name(in: lines.text(line))
      if let name, NameShape.isName(bytes, name.range, policy: policy) {
        opening = name.range
        (head, first) = (line, line + 1)
      }
    }
    for header in headers {
      let end = found.place == .below ? header.line : header.first
      var body = min(first, end)..<end
      let name = found.place == .below ? opening : header.name
      if let name, let line = firstText(from: body.lowerBound, to: end), repeats(name, line) {
        body = line + 1..<end
      }
      comments.append(
        DumpComment(
          first: head ?? (body.isEmpty ? header.first : body.lowerBound),
          body: body,
          raw: body,
          name: name,
          answered: header.answered,
          isCertain: header.isCertain && name != nil,
          date: header.date,
          indent: header.indent
        )
      )
      first = header.last + 1
      head = nil
      if found.place == .below { opening = header.name }
    }
    return comments
  }

  /// Where the name of the first comment stands, if the page prints the same line below all names.
  private func lineOfFirstName() -> Int? {
    var counts: [UInt64: Int] = [:]
    for header in headers where header.last + 1 < lines.count && !lines.isBlank(header.last + 1) {
      counts[DumpWord.hash(bytes, lines.text(header.last + 1)), default: 0] += 1
    }
    guard let (hash, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count * 100 >= headers.count * policy.leastNamed
    else { return nil }
    let lowest = max(1, headers[0].first - Self.firstReach)
    return (lowest..<max(lowest, headers[0].first)).last { line in
      !lines.isBlank(line) && DumpWord.hash(bytes, lines.text(line)) == hash
        && NameShape.isName(bytes, lines.text(line - 1), policy: policy)
    }.map { $0 - 1 }
  }

  /// How many lines the first text has at most, where its name is looked for above it.
  private static let firstReach = 200

  /// Takes lines such as `Reply to Ines` off the beginnings of texts.
  private func takeReplyLines(_ comments: inout [DumpComment]) {
    for index in comments.indices {
      guard let line = comments[index].body.first, comments[index].answered == nil else { continue }
      guard let name = AnswerLine.name(bytes, lines.text(line), policy: policy) else { continue }
      comments[index].answered = name
      comments[index].body.removeFirst()
      while let next = comments[index].body.first, lines.isBlank(next) {
        comments[index].body.removeFirst()
      }
    }
  }

  private func firstText(from start: Int, to end: Int) -> Int? {
    (start..<max(start, end)).first { !lines.isBlank($0) }
  }

  private func lastParagraph(above line: Int) -> Int {
    var start = line
    while start > 0, lines.isBlank(start - 1) { start -= 1 }
    while start > 0, !lines.isBlank(start - 1) { start -= 1 }
    return start
  }

  private func leastIndent(of header: DumpHeader) -> Int {
    (header.first...header.last).lazy.filter { !lines.isBlank($0) }
      .map { TextIndent.columns(bytes, lines.offsets($0)) }.min() ?? 0
  }

  /// Whether a line with text begins left of a column.
  private func isLeft(of column: Int, _ line: Int) -> Bool {
    !lines.isBlank(line) && TextIndent.columns(bytes, lines.offsets(line)) < column
  }

  /// Ends the last comment where the page goes on: at a form for comments, or where lines are
  /// indented less than any header.
  private func endLast(_ comments: inout [DumpComment]) {
    let least = headers.dropFirst().map(leastIndent).min() ?? 0
    guard let last = comments.last else { return }
    // Some printers indent headers alone.
    let isIndented = comments.dropLast().allSatisfy {
      $0.body.allSatisfy { !isLeft(of: least, $0) }
    }
    let end = last.body.first { line in
      guard !lines.isBlank(line) else { return false }
      return isIndented && isLeft(of: least, line)
        || SpeechWords.opensForm(bytes, lines.text(line))
    }
    guard let end else { return }
    var body = last.body.lowerBound..<end
    while let line = body.last, lines.isBlank(line) { body.removeLast() }
    comments[comments.count - 1].body = body
  }
}

/// The line above a discussion that names or counts it: «12 Responses to …».
struct DiscussionHeading {
  /// Its line.
  let first: Int
  /// How many comments it says there are.
  let declared: Int?

  /// How many lines above the first comment are looked at.
  private static let reach = 12

  /// Finds it in the lines directly above line `start`.
  init?(_ lines: TextLines, above start: Int, policy: DumpPolicy) {
    let bytes = lines.bytes
    var (line, seen) = (start - 1, 0)
    while line >= 0, start - line <= Self.reach, seen < 3 {
      defer { line -= 1 }
      let text = lines.text(line)
      guard !text.isEmpty else { continue }
      seen += 1
      guard text.count <= policy.longestHeader else { return nil }
      let words = DumpWord.words(bytes, text)
      guard words.count <= 12,
        words.prefix(3).contains(where: { SpeechWords.isHeading(bytes, $0.range) })
          || words.count <= 3 && words.first?.isNumber == true
            && words.contains(where: { SpeechWords.isTitle(bytes, $0.range) })
      else { continue }
      first = line
      let number = words.prefix(2).first(where: \.isNumber)
      declared = number.flatMap { Self.value(bytes, $0.range) }
      return
    }
    return nil
  }

  private static func value(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Int? {
    var value = 0
    for byte in bytes[word] where byte != 0x28 && byte != 0x29 && byte != 0x23 {
      guard 0x30...0x39 ~= byte, value < 100_000_000 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
