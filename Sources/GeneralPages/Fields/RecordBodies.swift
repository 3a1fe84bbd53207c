import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the text of each record: elements of the kind that most records have their text in, else
/// what stands behind the header, else what stands before it.
struct RecordBodies {
  /// The nodes that hold the text of each record.
  private(set) var bodies: [[HTMLNodeID]] = []

  private let elements: RecordElements
  private let outline: PageOutline
  private let policy: FieldPolicy
  private let labels: RecordLabels
  private let parts: [RecordFields.Parts]
  /// The hidden elements in records whose text no element holds as a whole; inside one they are the
  /// rest of the text.
  private(set) var leftOut: Set<HTMLNodeID> = []
  /// What style sheets hide, where that is no text: there is less of it than of what they show.
  private var hidden = HiddenStretches()

  /// The texts of records whose dates and authors are known.
  init(_ elements: RecordElements, labels: RecordLabels, parts: [RecordFields.Parts]) {
    self.elements = elements
    self.labels = labels
    self.parts = parts
    outline = elements.survey.outline
    policy = outline.page.policies[FieldPolicy.self]
    if Self.mostIsSeen(elements) { hidden = HiddenStretches(elements) }
    let kind = kind()
    let usual = usualStretch(kind: kind)
    bodies = parts.indices.map { index in
      let places = elements.own[index].filter {
        Int(outline.kinds[$0]) == kind && mayBeBody($0, in: index)
      }
      if let whole = whole(places) { return [outline.nodes[whole]] }
      let range = elements.places[index]..<elements.ends[index]
      leftOut.formUnion(hidden.places(in: range).map { outline.nodes[$0] })
      return pieces(around: places, in: index, usual: usual)
    }
  }

  /// Which stretch most records without an element of the body's kind have their text in, counted as
  /// `stretches` gives them; nil if they differ.
  private func usualStretch(kind: Int?) -> Int? {
    guard kind == nil else { return nil }
    var counts = [0, 0, 0]
    for index in parts.indices {
      let lengths = stretches(of: index).map { length(pieces($0, in: index)) }
      guard lengths.count == counts.count, let longest = lengths.max(), longest > 0 else {
        continue
      }
      counts[lengths.firstIndex(of: longest) ?? 0] += 1
    }
    let most = counts.max() ?? 0
    return most * 2 > parts.count ? counts.firstIndex(of: most) : nil
  }

  private static func mostIsSeen(_ elements: RecordElements) -> Bool {
    let outline = elements.survey.outline
    var (all, unseen) = (0, 0)
    for index in 0..<elements.count {
      all += outline.textLength(elements.places[index]..<elements.ends[index])
      var end = 0
      for place in elements.own[index]
      where place >= end && elements.evidence.isUnseen(place) {
        end = outline.ends[place]
        let range = outline.range(place)
        // An address is there for scripts alone.
        let isAddress = range.count <= 2 && outline.page.text(outline.nodes[place]).has("://")
        if !isAddress { unseen += outline.textLength(range) }
      }
    }
    return unseen * 2 < all
  }

  private func isHidden(_ place: Int) -> Bool {
    !hidden.isEmpty && elements.evidence.isUnseen(place)
  }

  /// How much text stands in a range that style sheets show.
  private func seenLength(_ range: Range<Int>) -> Int {
    outline.textLength(range) - hidden.textLength(range)
  }

  /// The kind of element that most records have their text in, nil if there is none.
  private func kind() -> Int? {
    var tallies = KindTallies(kinds: outline.kindCount)
    // Where the last element of each kind ends, and its record: what stands inside is part of it.
    var ends = [(record: Int, end: Int)](repeating: (-1, 0), count: outline.kindCount)
    for index in parts.indices {
      for place in elements.own[index] {
        let kind = Int(outline.kinds[place])
        guard ends[kind].record != index || place >= ends[kind].end, mayBeBody(place, in: index)
        else { continue }
        ends[kind] = (index, outline.ends[place])
        let range = outline.range(place)
        let length = seenLength(range)
        // Where all that is seen is links there are tools.
        guard outline.proseLength(range) > hidden.textLength(range) else { continue }
        tallies.count(kind, in: index) { $0.weight += Double(min(policy.longestBody, length)) }
      }
    }
    let factors = factors()
    let count = Double(parts.count)
    let scored = tallies.all.map { tally in
      let score = tally.weight * Double(tally.records) / count * factors[tally.kind]
      return (tally: tally, score: score)
    }
    guard let best = scored.max(by: { $0.score < $1.score })?.tally,
      Double(best.records) >= policy.bodyCoverage * count
    else { return nil }
    return best.kind
  }

  /// How the mark-up of each kind of element counts, learnt from the first records.
  private func factors() -> [Double] {
    var factors = [Double](repeating: 1, count: outline.kindCount)
    var isKnown = [Bool](repeating: false, count: outline.kindCount)
    for index in 0..<min(policy.sampledRecords, parts.count) {
      for place in elements.own[index] where !isKnown[Int(outline.kinds[place])] {
        let hints = outline.hints[place]
        let isBody = hints.contains(.body) && !hints.contains(.accessory)
        let other = hints.contains(.quotation) ? policy.quoteFactor : 1
        factors[Int(outline.kinds[place])] = isBody ? policy.namedBodyFactor : other
        isKnown[Int(outline.kinds[place])] = true
      }
    }
    return factors
  }

  /// Whether an element may hold the text: nothing of the other parts, no record inside it.
  private func mayBeBody(_ place: Int, in index: Int) -> Bool {
    let range = outline.range(place)
    let end = elements.ends[index]
    guard seenLength(range) > 0, range.upperBound <= end else { return false }
    if labels.contains(place) || isHidden(place) { return false }
    if let date = parts[index].date?.place, range.overlaps(outline.range(date)) { return false }
    if let author = parts[index].author, range.overlaps(outline.range(author)) { return false }
    return !elements.holdsOther(range, than: index)
  }

  private func outermost(_ places: [Int]) -> [Int] {
    var outermost: [Int] = []
    for place in places where place >= outermost.last.map({ outline.ends[$0] }) ?? 0 {
      outermost.append(place)
    }
    return outermost
  }

  /// The one element of several that holds a text as a whole.
  private func whole(_ places: [Int]) -> Int? {
    let outermost = outermost(places)
    return outermost.count == 1 && isWhole(outermost[0]) ? outermost[0] : nil
  }

  /// The nodes that hold a text, by the elements in which some of it stands.
  private func pieces(around places: [Int], in index: Int, usual: Int?) -> [HTMLNodeID] {
    let outermost = outermost(places)
    let stretches = stretches(of: index)
    if let usual, stretches.indices.contains(usual) {
      let text = pieces(stretches[usual], in: index)
      if length(text) > 0 { return text.map { outline.nodes[$0] } }
      // A text of a few words looks like a part of the line with the date.
      let all = self.stretches(of: index, lines: false)
      let short = all.indices.contains(usual) ? pieces(all[usual], in: index) : []
      if length(short) > 0 { return short.map { outline.nodes[$0] } }
    }
    let held = stretches.filter { stretch in outermost.contains { stretch.contains($0) } }
    let texts = (held.isEmpty ? stretches : held).map { pieces($0, in: index) }
    var longest = texts.max { left, right in length(left) < length(right) } ?? []
    if longest.isEmpty {
      // A text of a few words looks like a part of the line with the date.
      longest = self.stretches(of: index, lines: false).flatMap { pieces($0, in: index) }
        .filter { outline.tag($0) == .p || outline.hints[$0].contains(.body) }
    }
    return longest.map { outline.nodes[$0] }
  }

  /// The widest element around a part that adds no more than a few words to it.
  private func line(around part: Int, in index: Int) -> Int {
    let start = elements.places[index]
    let longest = outline.textLength(outline.range(part)) + policy.lineSurplus
    var place = part
    while place > start {
      let parent = outline.parents[place]
      guard parent > start, !elements.holdsOther(outline.range(parent), than: index),
        outline.textLength(outline.range(parent)) <= longest,
        !holdsParagraph(parent, besides: place)
      else { break }
      place = parent
    }
    return place
  }

  /// Whether an element holds a paragraph with a text beside one of its children: a text of a few
  /// words is no part of a line.
  private func holdsParagraph(_ place: Int, besides child: Int) -> Bool {
    var next = outline.ends[child]
    let end = outline.ends[place]
    while next < end {
      if outline.tag(next) == .p, outline.textLength(outline.range(next)) > 0,
        !labels.contains(next)
      {
        return true
      }
      next = outline.ends[next]
    }
    return false
  }

  /// The element around a date that stands beside another one, or is that.
  private func line(of date: Int, beside other: Int) -> Int {
    var line = date
    while line > 0, outline.parents[line] != outline.parents[other] { line = outline.parents[line] }
    return line
  }

  /// The element that is called a heading or the like and holds author and date of a record with little
  /// else, if the record has text besides.
  private func head(of index: Int) -> Int? {
    guard let date = parts[index].date?.place, let author = parts[index].author else { return nil }
    let start = elements.places[index]
    if elements.arePaired { return line(of: date, beside: start) }
    let known = outline.textLength(outline.range(date)) + outline.textLength(outline.range(author))
    var head: Int?
    var place = outline.parents[author]
    while place > start, !elements.holdsOther(outline.range(place), than: index) {
      let range = outline.range(place)
      let length = outline.textLength(range)
      guard length <= known + policy.headSurplus,
        length < outline.textLength(start..<elements.ends[index])
      else { break }
      if range.contains(date), isHead(place) { head = place }
      place = outline.parents[place]
    }
    return head
  }

  /// Whether the mark-up calls an element a heading, or a box of authors or dates and not of texts.
  private func isHead(_ place: Int) -> Bool {
    switch outline.tag(place) {
    case .summary, .header, .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .dt, .legend: return true
    default: break
    }
    let hints = outline.hints[place]
    return hints.intersects(.author.union(.date)) && !hints.contains(.body)
  }

  private func length(_ places: [Int]) -> Int {
    places.reduce(0) { sum, place in
      let range = outline.range(place)
      return sum + max(0, outline.proseLength(range) - hidden.textLength(range))
    }
  }

  /// What stands before, between and behind the author and the date of a record, the last first; with
  /// `lines` what is on the line with one of them belongs to it.
  private func stretches(of index: Int, lines: Bool = true) -> [Range<Int>] {
    func part(_ place: Int) -> Range<Int> {
      outline.range(lines ? line(around: place, in: index) : place)
    }
    var date = parts[index].date.map { part($0.place) }
    var author = parts[index].author.map(part)
    if let first = date, let second = author, second.lowerBound < first.lowerBound {
      swap(&date, &author)
    }
    if let head = head(of: index) { (date, author) = (outline.range(head), nil) }
    var stretches: [Range<Int>] = []
    var start = elements.places[index]
    for case let part? in [date, author] where part.lowerBound >= start {
      stretches.insert(start..<part.lowerBound, at: 0)
      start = part.upperBound
    }
    stretches.insert(start..<max(start, elements.ends[index]), at: 0)
    return stretches
  }

  /// Whether an element that may hold a text holds all of it: it is no paragraph among others.
  private func isWhole(_ place: Int) -> Bool {
    if outline.tag(place) != .p { return true }
    return outline.page.tree.hasAttribute(.class, of: outline.nodes[place])
  }

  /// The largest nodes that lie in a range and hold none of the record's other parts.
  private func pieces(_ range: Range<Int>, in index: Int) -> [Int] {
    var places: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let own = outline.range(place)
      if let other = elements.record(at: place), other != index {
        place = max(place + 1, elements.ends[other])
        continue
      }
      if !elements.holdsOther(own, than: index), own.upperBound <= range.upperBound {
        if !labels.contains(place), !isHidden(place), seenLength(own) > 0 {
          places.append(place)
        }
        place = max(place + 1, own.upperBound)
      } else {
        place += 1
      }
    }
    return places
  }
}
