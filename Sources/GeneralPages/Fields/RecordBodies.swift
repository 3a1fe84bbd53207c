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
  /// Whether what style sheets hide is no text: there is less of it than of what they show.
  private let skipsUnseen: Bool

  /// The texts of records whose dates and authors are known.
  init(_ elements: RecordElements, labels: RecordLabels, parts: [RecordFields.Parts]) {
    self.elements = elements
    self.labels = labels
    self.parts = parts
    outline = elements.survey.outline
    policy = outline.page.policies[FieldPolicy.self]
    skipsUnseen = Self.mostIsSeen(elements)
    let kind = kind()
    bodies = parts.indices.map { index in
      let places = elements.own[index].filter {
        Int(outline.kinds[$0]) == kind && mayBeBody($0, in: index)
      }
      return body(places, in: index)
    }
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
    skipsUnseen && elements.evidence.isUnseen(place)
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
        let length = outline.textLength(outline.range(place))
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
    guard outline.textLength(range) > 0, range.upperBound <= end else { return false }
    if labels.contains(place) || isHidden(place) { return false }
    if let date = parts[index].date?.place, range.overlaps(outline.range(date)) { return false }
    if let author = parts[index].author, range.overlaps(outline.range(author)) { return false }
    return !elements.holdsOther(range, than: index)
  }

  private func body(_ places: [Int], in index: Int) -> [HTMLNodeID] {
    var outermost: [Int] = []
    for place in places where place >= outermost.last.map({ outline.ends[$0] }) ?? 0 {
      outermost.append(place)
    }
    if outermost.count == 1, let only = outermost.first, isWhole(only) {
      return [outline.nodes[only]]
    }
    let stretches = stretches(of: index)
    let held = stretches.filter { stretch in outermost.contains { stretch.contains($0) } }
    let texts = (held.isEmpty ? stretches : held).map { pieces($0, in: index) }
    let longest = texts.max { left, right in length(left) < length(right) }
    return (longest ?? []).map { outline.nodes[$0] }
  }

  /// The widest element around a part that adds no more than a few words to it.
  private func line(around part: Int, in index: Int) -> Int {
    let start = elements.places[index]
    let longest = outline.textLength(outline.range(part)) + policy.lineSurplus
    var place = part
    while place > start {
      let parent = outline.parents[place]
      guard parent > start, !elements.holdsOther(outline.range(parent), than: index),
        outline.textLength(outline.range(parent)) <= longest
      else { break }
      place = parent
    }
    return place
  }

  private func length(_ places: [Int]) -> Int {
    places.reduce(0) { $0 + outline.proseLength(outline.range($1)) }
  }

  /// What stands before, between and behind the author and the date of a record, the last first.
  private func stretches(of index: Int) -> [Range<Int>] {
    var date = parts[index].date.map { outline.range(line(around: $0.place, in: index)) }
    var author = parts[index].author.map { outline.range(line(around: $0, in: index)) }
    if let first = date, let second = author, second.lowerBound < first.lowerBound {
      swap(&date, &author)
    }
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
        if !labels.contains(place), !isHidden(place), outline.textLength(own) > 0 {
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
