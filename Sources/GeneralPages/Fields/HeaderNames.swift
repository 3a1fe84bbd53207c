import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the names of authors that stand in no element of their own: texts beside the date, or where
/// the names of other records stand.
struct HeaderNames {
  /// Where the name of a record stands, or that it stands behind the date in the same text.
  enum Place: Hashable {
    /// At this place.
    case place(Int)
    /// In the text of the date, behind it.
    case behindDate
  }

  private let elements: RecordElements
  private let outline: PageOutline
  private let labels: RecordLabels
  private let policy: HeaderNamePolicy
  private let names: AuthorPolicy
  private let parts: [RecordFields.Parts]

  /// The names of records some of whose authors are known.
  init(_ elements: RecordElements, labels: RecordLabels, parts: [RecordFields.Parts]) {
    self.elements = elements
    self.labels = labels
    self.parts = parts
    outline = elements.survey.outline
    policy = outline.page.policies[HeaderNamePolicy.self]
    names = outline.page.policies[AuthorPolicy.self]
  }

  /// The places of the names of records without one, by the records' indices; empty for none.
  func places() -> [Int: Place] {
    let unsigned = parts.indices.filter { parts[$0].author == nil && isBeforeEmpty($0) }
    let signed = parts.count - unsigned.count
    if Double(signed) > policy.mostlySigned * Double(parts.count) { return besideOthers() }
    return unsigned.isEmpty ? [:] : besideDates(unsigned)
  }

  private func isBeforeEmpty(_ index: Int) -> Bool {
    RecordAuthors.name(in: parts[index].date?.before ?? "", names).isEmpty
  }

  // MARK: Where others have theirs

  /// The first text in elements of the kind in which the names of most records come first, for those
  /// that have no name or a later one: `Guest answers Ines`.
  private func besideOthers() -> [Int: Place] {
    var tallies = KindTallies(kinds: outline.kindCount)
    var firsts: [Int?] = []
    var signed = 0
    for index in parts.indices {
      firsts.append(nil)
      guard let author = parts[index].author else { continue }
      signed += 1
      let holder = outline.parents[author]
      guard holder > elements.places[index], let first = firstText(in: holder, of: index) else {
        continue
      }
      firsts[index] = first
      guard outline.range(author).contains(first) else { continue }
      tallies.count(Int(outline.kinds[holder]), in: index) { _ in }
    }
    let most = tallies.all.max { $0.records < $1.records }
    guard let most, Double(most.records) > policy.mostlySigned * Double(signed) else { return [:] }
    var places: [Int: Place] = [:]
    for index in parts.indices {
      if let author = parts[index].author {
        guard let first = firsts[index], first < author,
          Int(outline.kinds[outline.parents[author]]) == most.kind
        else { continue }
        places[index] = .place(first)
      } else if isBeforeEmpty(index) {
        let holder = elements.own[index].first { Int(outline.kinds[$0]) == most.kind }
        if let place = holder.flatMap({ firstText(in: $0, of: index) }) {
          places[index] = .place(place)
        }
      }
    }
    return places
  }

  // MARK: Beside the date

  /// What stands before or behind the date of most records and differs from record to record.
  private func besideDates(_ unsigned: [Int]) -> [Int: Place] {
    let readings: [(Int) -> Place?] = [
      { index in line(of: index).before.first.map { .place($0) } },
      { index in name(behind: index).isEmpty ? nil : .behindDate },
      { index in line(of: index).behind.first.map { .place($0) } },
      { index in firstInRow(index).map { .place($0) } },
    ]
    for reading in readings {
      var places: [Int: Place] = [:]
      var wordings: [String: Int] = [:]
      for index in unsigned {
        guard let place = reading(index) else { continue }
        places[index] = place
        wordings[masked(place, index), default: 0] += 1
      }
      if Double(places.count) >= policy.besideDates * Double(unsigned.count),
        wordings.count >= policy.differentNames,
        // `39 points` stands beside most dates, `removed` beside some.
        !wordings.contains(where: { $0.key.hasPrefix(" ") && $0.value * 2 > places.count })
      {
        return places.merging(namesBehindDates(of: unsigned, like: places)) { first, _ in first }
      }
    }
    return [:]
  }

  /// The first text of a row of a table, in another cell than the date.
  private func firstInRow(_ index: Int) -> Int? {
    let row = elements.places[index]
    guard outline.tag(row) == .tr, let date = parts[index].date?.place,
      let cell = outline.range(row).first(where: { outline.tag($0) == .td }),
      !outline.range(cell).contains(date)
    else { return nil }
    return texts(in: outline.range(cell), of: index).first
  }

  /// The names in elements of their own that stand where most records have theirs in the text of the
  /// date, behind it: members with a page have a link there.
  private func namesBehindDates(of unsigned: [Int], like places: [Int: Place]) -> [Int: Place] {
    guard places.values.contains(.behindDate) else { return [:] }
    var found: [Int: Place] = [:]
    for index in unsigned where places[index] == nil {
      guard let date = parts[index].date?.place, let name = line(of: index).behind.first else {
        continue
      }
      let holder = outline.parents[name]
      let isBeside = outline.parents[holder] == outline.parents[date] && !outline.isElement(date)
      if isBeside, outline.tag(holder) == .a { found[index] = .place(name) }
    }
    return found
  }

  /// The name behind the date in the same text, empty if there is none.
  private func name(behind index: Int) -> String {
    RecordAuthors.name(in: parts[index].date?.behind ?? "", names)
  }

  private func masked(_ place: Place, _ index: Int) -> String {
    let text =
      switch place {
      case .place(let place): outline.page.text(outline.nodes[place])
      case .behindDate: name(behind: index)
      }
    // `1 point`, `39 points`.
    let words = text.filter { !$0.isNumber }
    return words.last == "s" && words.count < text.count ? String(words.dropLast()) : words
  }

  /// The texts that may be names in the innermost element around the date that has any; what stands
  /// in the record itself may be all it says.
  private func line(of index: Int) -> (before: [Int], behind: [Int]) {
    guard let date = parts[index].date?.place else { return ([], []) }
    let length = outline.textLength(outline.range(date))
    var holder = outline.parents[date]
    // Where the text stands behind the element, the element is the line.
    let outermost = elements.places[index] + (elements.goOn ? 0 : 1)
    while holder >= outermost {
      let range = outline.range(holder)
      guard outline.textLength(range) <= length + policy.longestLine,
        !elements.holdsOther(range, than: index)
      else { break }
      let texts = texts(in: range, of: index)
      if !texts.isEmpty { return (texts.filter { $0 < date }, texts.filter { $0 > date }) }
      holder = outline.parents[holder]
    }
    return ([], [])
  }

  // MARK: Texts

  private func firstText(in holder: Int, of index: Int) -> Int? {
    let range = outline.range(holder)
    guard range.upperBound <= elements.ends[index] else { return nil }
    return texts(in: range, of: index).first
  }

  /// Whether the mark-up calls an element a title, where no date stands in it: the title of a comment.
  private func isTitle(_ place: Int) -> Bool {
    let hints = outline.hints[place]
    return hints.contains(.title) && !hints.contains(.author)
      && elements.survey.dateCount(outline.range(place)) == 0
  }

  /// The texts in a range that may be names: words with letters that are no date and no label.
  private func texts(in range: Range<Int>, of index: Int) -> [Int] {
    let survey = elements.survey
    var found: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound, range.count <= policy.longestLine {
      let own = outline.range(place)
      if outline.isElement(place) {
        let isOther =
          labels.contains(place) || elements.evidence.isUnseen(place)
          || outline.hints[place].intersects(.quotation.union(.body)) || isTitle(place)
          || outline.tag(place) == .blockquote
        let isDate = parts[index].date?.place == place || survey.dateCount(place..<place + 1) > 0
        place = isOther || isDate ? own.upperBound : place + 1
        continue
      }
      let isDate = survey.dateCount(own) > 0
      if !isDate, outline.textLength(own) <= names.longestName,
        !RecordAuthors.name(in: outline.page.text(outline.nodes[place]), names).isEmpty
      {
        found.append(place)
      }
      place += 1
    }
    return found
  }
}
