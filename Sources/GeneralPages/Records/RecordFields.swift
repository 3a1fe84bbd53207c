import HTMLParsing
import PageModel

/// Where the parts of each record stand: date, author, text.
///
/// The records of one group are laid side by side: what recurs in most of them at an element of one
/// kind is a part of all. What has the same text everywhere is a button, not a name.
struct RecordFields {
  /// The parts of one record, as places.
  struct Parts {
    var date: DateMention?
    var author: Int?
    /// The nodes that hold the text.
    var body: [HTMLNodeID] = []
  }

  /// The parts of each record.
  private(set) var parts: [Parts] = []
  /// Elements inside the records that are buttons and labels.
  private(set) var labels: Set<HTMLNodeID> = []

  private let outline: PageOutline
  private let moments: DateMentionIndex
  private let records: [PageRecord]
  private let owners: RecordOwners
  /// The elements of each record, those of records inside it left out.
  let elements: [[Int]]

  init(_ group: RecordGroup, _ outline: PageOutline, _ moments: DateMentionIndex) {
    self.outline = outline
    self.moments = moments
    records = group.records
    owners = RecordOwners(group.records, count: outline.nodes.count)
    elements = owners.elements(outline)
    parts = records.map { _ in Parts() }
    findLabels()
    findDates()
    findAuthors()
    findBodies()
  }

  // MARK: Labels

  /// Finds short texts that most records have word for word.
  private mutating func findLabels() {
    guard records.count >= 3 else { return }
    var counts: [String: (records: Int, last: Int)] = [:]
    var texts: [(place: Int, text: String)] = []
    for (index, places) in elements.enumerated() {
      for place in places {
        let length = outline.textLength(outline.range(place))
        guard 1...40 ~= length, outline.range(place).count <= 8 else { continue }
        let text = outline.page.text(outline.nodes[place])
        guard authorWeight(place) < 2.5 else { continue }
        texts.append((place, text))
        let known = counts[text] ?? (0, -1)
        if known.last != index { counts[text] = (known.records + 1, index) }
      }
    }
    for (place, text) in texts {
      guard let count = counts[text]?.records, count * 10 > records.count * 7, count >= 3 else {
        continue
      }
      labels.insert(outline.nodes[place])
    }
  }

  // MARK: Dates

  private mutating func findDates() {
    var tallies: [UInt64: Tally] = [:]
    var own = [[DateMention]](repeating: [], count: records.count)
    for moment in moments.moments {
      if let index = owners[moment.place] { own[index].append(moment) }
    }
    for moments in own {
      var seen: Set<UInt64> = []
      for moment in moments {
        let key = dateKey(moment)
        var tally = tallies[key] ?? Tally()
        if seen.insert(key).inserted { tally.records += 1 }
        tally.uses += 1
        tally.values.insert(moment.date.text + moment.date.absolute)
        if !moment.isWeak { tally.weight += 1 }
        tallies[key] = tally
      }
    }
    for index in records.indices {
      let best = own[index].enumerated().max { left, right in
        rank(left.element, tallies) - Double(left.offset) * 0.01
          < rank(right.element, tallies) - Double(right.offset) * 0.01
      }
      parts[index].date = best?.element
    }
  }

  private func dateKey(_ moment: DateMention) -> UInt64 {
    let place = outline.isElement(moment.place) ? moment.place : outline.parents[moment.place]
    return place < 0 ? 0 : outline.keys[place] &* 2 &+ (moment.before.isEmpty ? 0 : 1)
  }

  private func rank(_ moment: DateMention, _ tallies: [UInt64: Tally]) -> Double {
    guard let tally = tallies[dateKey(moment)] else { return 0 }
    let coverage = Double(tally.records) / Double(records.count)
    let variety = Double(tally.values.count) / Double(tally.uses)
    var hint = moment.date.moment != nil ? 1.0 : 0.5
    if outline.isElement(moment.place), outline.hints[moment.place].contains(.date) { hint += 0.3 }
    if moment.date.text.contains(":") || moment.date.moment != nil { hint += 0.3 }
    return coverage * (0.3 + 0.7 * variety) * hint * (moment.isWeak ? 0.5 : 1)
  }

  // MARK: Authors

  private mutating func findAuthors() {
    var tallies: [UInt64: Tally] = [:]
    for index in records.indices {
      var seen: Set<UInt64> = []
      for place in elements[index] {
        guard let name = name(place, in: index) else { continue }
        let key = outline.keys[place]
        var tally = tallies[key] ?? Tally()
        if seen.insert(key).inserted { tally.records += 1 }
        tally.uses += 1
        tally.values.insert(name)
        tally.weight = max(tally.weight, authorWeight(place))
        tallies[key] = tally
      }
    }
    let scores = tallies.mapValues { authorScore($0) }
    for index in records.indices {
      var best: (place: Int, score: Double)?
      for place in elements[index] where name(place, in: index) != nil {
        let weight = authorWeight(place)
        let score = max(scores[outline.keys[place]] ?? 0, weight >= 2.5 ? 0.9 : 0)
        // What stands inside says the same with less around it.
        let isInside = best.map { outline.range($0.place).contains(place) } ?? false
        guard score > 0.25, score > (best?.score ?? 0) * (isInside ? 0.5 : 1.0001) else { continue }
        best = (place, score)
      }
      parts[index].author = best?.place
    }
  }

  /// A name that may stand at a place.
  private func name(_ place: Int, in index: Int) -> String? {
    let range = outline.range(place)
    let length = outline.textLength(range)
    guard 1...48 ~= length, range.count <= 12, !labels.contains(outline.nodes[place]) else {
      return nil
    }
    if let date = parts[index].date {
      if range.contains(date.place) || outline.range(date.place).contains(place) { return nil }
    }
    let text = outline.page.text(outline.nodes[place])
    let letters = text.unicodeScalars.contains { $0.properties.isAlphabetic }
    return letters && moments.count(range) == 0 ? text : nil
  }

  private func authorWeight(_ place: Int) -> Double {
    let hints = outline.hints[place]
    let node = outline.nodes[place]
    let page = outline.page
    if hints.contains(.title) && !hints.contains(.author) { return 0.2 }
    var weight = 0.35
    if hints.contains(.author) { weight = hints.contains(.other) ? 1.2 : 3 }
    switch page.tree.attribute(.itemprop, of: node) ?? page.tree.attribute(.rel, of: node) {
    case "author", "creator", "name": weight = max(weight, 3.5)
    default: break
    }
    switch outline.tag(place) {
    case .a:
      let link = page.link(node) ?? ""
      weight = max(weight, Self.isProfile(link) ? 2.6 : link.hasPrefix("#") ? 0.3 : 0.9)
    case .b, .strong, .cite, .address: weight = max(weight, 0.9)
    case .h3, .h4, .h5, .h6: weight = max(weight, 0.6)
    case .p, .blockquote, .li, .ul, .td: weight *= 0.6
    default: break
    }
    if hints.contains(.body) && !hints.contains(.author) { weight *= 0.2 }
    return weight
  }

  private func authorScore(_ tally: Tally) -> Double {
    let coverage = Double(tally.records) / Double(records.count)
    let repetition = Double(tally.records) / Double(tally.uses)
    let variety = tally.records >= 4 && tally.values.count == 1 ? 0.1 : 1.0
    return tally.weight * coverage * (0.5 + 0.5 * repetition) * variety
  }

  /// Whether a link leads to somebody's page.
  static func isProfile(_ link: String) -> Bool {
    let link = "/\(link.lowercased())"
    let parts = [
      "/user", "/u/", "/profil", "/member", "/membre", "/mitglied", "/benutzer", "/usuario",
      "/people/", "/author", "/~", "showuser=", "/@",
      "profile.php", "member.php", "/by/", "userid=", "user=", "uid=", "/account", "/commenter",
      "author=", "/id/",
    ]
    return parts.contains { link.contains($0) }
  }

  // MARK: Texts

  private mutating func findBodies() {
    var tallies: [UInt64: Tally] = [:]
    for index in records.indices {
      var until: [UInt64: Int] = [:]
      var seen: Set<UInt64> = []
      for place in elements[index] where mayBeBody(place, in: index) {
        let key = outline.keys[place]
        if place < until[key] ?? 0 { continue }
        until[key] = outline.ends[place]
        var tally = tallies[key] ?? Tally()
        if seen.insert(key).inserted { tally.records += 1 }
        tally.weight += Double(min(4000, outline.textLength(outline.range(place))))
        tallies[key] = tally
      }
    }
    let best = bodyKey(tallies)
    for index in records.indices {
      let places = best.map { key in elements[index].filter { outline.keys[$0] == key } } ?? []
      parts[index].body = body(places.filter { mayBeBody($0, in: index) }, in: index)
    }
  }

  private func bodyKey(_ tallies: [UInt64: Tally]) -> UInt64? {
    var hinted: [UInt64: Double] = [:]
    for index in records.indices.prefix(200) {
      for place in elements[index] where hinted[outline.keys[place]] == nil {
        let hints = outline.hints[place]
        let isBody = hints.contains(.body) && !hints.contains(.other)
        hinted[outline.keys[place]] = isBody ? 1.5 : hints.contains(.quote) ? 0.3 : 1
      }
    }
    let scores = tallies.mapValues { $0.weight * Double($0.records) / Double(records.count) }
    let best = scores.max { left, right in
      left.value * (hinted[left.key] ?? 1) < right.value * (hinted[right.key] ?? 1)
    }
    guard let best, let tally = tallies[best.key] else { return nil }
    return Double(tally.records) >= 0.6 * Double(records.count) ? best.key : nil
  }

  /// Whether an element may hold the text: nothing of the other parts, no record inside it.
  private func mayBeBody(_ place: Int, in index: Int) -> Bool {
    let range = outline.range(place)
    guard outline.textLength(range) > 0, range.upperBound <= records[index].range.upperBound else {
      return false
    }
    if labels.contains(outline.nodes[place]) { return false }
    if let date = parts[index].date, range.overlaps(outline.range(date.place)) { return false }
    if let author = parts[index].author, range.overlaps(outline.range(author)) { return false }
    return !owners.holdsOther(range, than: index)
  }

  /// The nodes that hold a record's text: elements of the kind that others have it in, else what
  /// stands behind the header, else what stands before it.
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
    var place = part
    while place > records[index].place {
      let parent = outline.parents[place]
      guard parent > records[index].place, !owners.holdsOther(outline.range(parent), than: index),
        outline.textLength(outline.range(parent)) <= outline.textLength(outline.range(part)) + 16
      else { break }
      place = parent
    }
    return place
  }

  private func length(_ places: [Int]) -> Int {
    places.reduce(0) { $0 + outline.proseLength(outline.range($1)) }
  }

  /// What stands before, between and behind the author and the date of a record.
  private func stretches(of index: Int) -> [Range<Int>] {
    let header = [parts[index].date?.place, parts[index].author].compactMap { $0 }
      .map { outline.range(line(around: $0, in: index)) }
      .sorted { $0.lowerBound < $1.lowerBound }
    var stretches: [Range<Int>] = []
    var start = records[index].range.lowerBound
    for part in header where part.lowerBound >= start {
      stretches.append(start..<part.lowerBound)
      start = part.upperBound
    }
    return (stretches + [start..<max(start, records[index].range.upperBound)]).reversed()
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
      if let other = owners[place], other != index {
        place = max(place + 1, records[other].range.upperBound)
        continue
      }
      if !owners.holdsOther(own, than: index), own.upperBound <= range.upperBound {
        if !labels.contains(outline.nodes[place]) && outline.textLength(own) > 0 {
          places.append(place)
        }
        place = max(place + 1, own.upperBound)
      } else {
        place += 1
      }
    }
    return places
  }

  /// What elements of one kind add up to.
  private struct Tally {
    var records = 0
    var uses = 0
    var weight = 0.0
    var values: Set<String> = []
  }
}
