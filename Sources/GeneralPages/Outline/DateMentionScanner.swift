import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// A date on a page.
struct DateMention {
  /// Where it stands in the outline.
  let place: Int
  /// What it says.
  let date: PageDate
  /// What stands before it in the same text: `Posted by Ines on`.
  var before = ""
  /// What stands behind it in the same text.
  var behind = ""
  /// Whether it may be none, for other things are written like this: `15h`.
  var isWeak = false
  /// Whether an attribute of a box tells it, so that what stands in the box is no part of it.
  var isAround = false
}

/// Finds the dates on a page: elements that give one for machines, and short texts that are one.
struct DateMentionScanner {
  private let outline: PageOutline
  private let page: HTMLPage
  private let policy: DateMentionPolicy
  private let epochNames: Set<HTMLName>
  /// The text that is looked at, and what its nodes hold; kept so that each text needs no memory.
  private var text: [UInt8] = []
  private var buffer: [UInt8] = []

  init(_ outline: PageOutline) {
    self.outline = outline
    page = outline.page
    policy = page.policies[DateMentionPolicy.self]
    epochNames = Set(Self.epochAttributes.compactMap(page.tree.findName))
  }

  /// Attributes in which scripts look for a moment: seconds or milliseconds since 1970, or ISO 8601.
  private static let epochAttributes = [
    "data-timestamp", "data-time", "data-date", "data-created", "data-utime",
    "data-datetime", "data-created-at", "data-epoch", "unixtime",
  ]

  /// The dates in reading order; O(size of the page).
  mutating func scan() -> [DateMention] {
    var dates: [DateMention] = []
    var place = 0
    while place < outline.nodes.count {
      let date = outline.isElement(place) ? element(place) : text(place)
      if let date { dates.append(date) }
      let isPassed = date.map { !$0.isAround } ?? false
      place = isPassed ? max(place + 1, outline.ends[place]) : place + 1
    }
    return dates
  }

  private mutating func element(_ place: Int) -> DateMention? {
    let range = outline.range(place)
    let length = outline.textLength(range)
    if outline.tag(place) == .meta { return nil }
    let node = outline.nodes[place]
    guard length <= policy.longestElement, range.count < policy.nodeLimit else {
      return epoch(node).map {
        DateMention(place: place, date: PageDate(moment: $0), isWeak: true, isAround: true)
      }
    }
    if let absolute = stated(node, isTime: outline.tag(place) == .time) {
      let text = page.text(node)
      if absolute.text.isEmpty, isBox(range, text), let moment = epoch(node) {
        return DateMention(
          place: place,
          date: PageDate(moment: moment),
          isWeak: true,
          isAround: true
        )
      }
      return DateMention(
        place: place,
        date: PageDate(
          moment: absolute.moment,
          text: text.isEmpty ? absolute.text : text,
          absolute: absolute.text
        )
      )
    }
    guard length > 0, range.count > 1, outline.mayHaveDigits(place) else { return nil }
    readText(of: node)
    return text.withUnsafeBytes { text in
      guard text.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
      if EmbeddedDate.isDateLine(text, unknownWords: 0), !isNameAndAge(range) {
        return DateMention(
          place: place,
          date: PageDate(text: String(decoding: text, as: UTF8.self))
        )
      }
      let hints = outline.hints[place]
      guard range.count(where: { !outline.isElement($0) }) == 1 else { return nil }
      if EmbeddedDate.isAge(text) ? hints.contains(.date) : mayBeDate(text, hints) {
        let wording = String(decoding: text, as: UTF8.self)
        return DateMention(place: place, date: PageDate(text: wording), isWeak: true)
      }
      return nil
    }
  }

  private mutating func readText(of node: HTMLNodeID) {
    text.removeAll(keepingCapacity: true)
    page.appendText(node, to: &text, buffer: &buffer)
    partWords()
  }

  /// Makes no-break spaces blanks, which they are between a date and what stands beside it.
  private mutating func partWords() {
    guard text.contains(0xC2) else { return }
    var end = 0
    var next = 0
    while next < text.count {
      let isNoBreak = text[next] == 0xC2 && next + 1 < text.count && text[next + 1] == 0xA0
      let byte = isNoBreak ? 0x20 : text[next]
      next += isNoBreak ? 2 : 1
      if byte == 0x20, end == 0 || text[end - 1] == 0x20 { continue }
      text[end] = byte
      end += 1
    }
    if end > 0, text[end - 1] == 0x20 { end -= 1 }
    text.removeLast(text.count - end)
  }

  /// Whether a text says how long ago something was and another holds letters: `Jan, 3 years ago` is a
  /// name and an age, though names of months are parts of dates.
  private func isNameAndAge(_ range: Range<Int>) -> Bool {
    let texts = range.lazy.filter { !outline.isElement($0) }.map { page.text(outline.nodes[$0]) }
    guard texts.count > 1 else { return false }
    let ages = texts.filter { text in
      Array(text.utf8).withUnsafeBytes { RelativeDate.isMentioned($0, 0..<$0.count) }
    }
    return !ages.isEmpty
      && texts.contains { text in !ages.contains(text) && text.contains(where: \.isLetter) }
  }

  /// Whether a text may be a date that cannot be read: `March 2018`, `50 minutes 46 seconds ago`.
  private func mayBeDate(_ text: UnsafeRawBufferPointer, _ hints: MarkupHints) -> Bool {
    guard text.count <= policy.longestWording,
      text.count(where: { $0 == 0x20 }) < policy.mostWords
    else { return false }
    if hints.contains(.date) && !hints.contains(.accessory) {
      let wording = String(decoding: text, as: UTF8.self)
      let years = wording.split { !$0.isNumber }.compactMap { Int($0) }
      if wording.contains(":")
        || years.contains(where: { policy.firstYear...policy.lastYear ~= $0 })
      {
        return true
      }
    }
    return RelativeDate.isMentioned(text, 0..<text.count)
  }

  private mutating func text(_ place: Int) -> DateMention? {
    let node = outline.nodes[place]
    guard outline.textLength(place..<place + 1) <= policy.longestText else { return nil }
    if let age = age(place) { return age }
    guard outline.mayHaveDigits(place),
      page.tree.withRawText(of: node, { $0.contains { 0x30...0x39 ~= $0 } })
    else { return nil }
    readText(of: node)
    return text.withUnsafeBytes { text in
      if let found = EmbeddedDate(in: text) {
        return DateMention(
          place: place,
          date: PageDate(text: found.date),
          before: found.before,
          behind: found.behind
        )
      }
      guard EmbeddedDate.isAge(text) else { return nil }
      let wording = String(decoding: text, as: UTF8.self)
      return DateMention(place: place, date: PageDate(text: wording), isWeak: true)
    }
  }

  /// A text that says without a number how long ago something was, alone or behind other words.
  private mutating func age(_ place: Int) -> DateMention? {
    guard outline.textLength(place..<place + 1) <= policy.longestAge,
      page.tree.withRawText(of: outline.nodes[place], WordedAge.mayStand)
    else { return nil }
    readText(of: outline.nodes[place])
    return text.withUnsafeBytes { text in
      let line = UnsafeRawBufferPointer(rebasing: text[text.trimmingMarks(0..<text.count)])
      let hints = outline.hints[outline.parents[place]]
      switch WordedAge.certainty(line) {
      case .certain?:
        return DateMention(
          place: place,
          date: PageDate(text: String(decoding: line, as: UTF8.self))
        )
      case .possible?:
        return DateMention(
          place: place,
          date: PageDate(text: String(decoding: line, as: UTF8.self)),
          isWeak: !hints.contains(.date)
        )
      case nil:
        guard let start = WordedAge.suffix(of: line) else { return nil }
        return DateMention(
          place: place,
          date: PageDate(text: String(decoding: line[start...], as: UTF8.self)),
          before: String(decoding: line[..<start], as: UTF8.self).collapsed
        )
      }
    }
  }

  /// The date that the attributes of an element give, for machines or in words.
  private func stated(_ node: HTMLNodeID, isTime: Bool) -> (moment: Timestamp?, text: String)? {
    for index in page.tree.attributeRange(of: node) {
      let attribute = page.tree.attributes[index]
      switch attribute.name {
      case .datetime, .content:
        if let found = date(in: attribute, orWords: isTime) { return found }
      case .title:
        if let found = date(in: attribute, orWords: true) { return found }
      case let name where epochNames.contains(name):
        if let moment = EmbeddedDate.epoch(page.tree.value(of: attribute)) { return (moment, "") }
      default: break
      }
    }
    return nil
  }

  /// Whether an element holds several texts and they are no date together.
  private func isBox(_ range: Range<Int>, _ text: String) -> Bool {
    range.count(where: { !outline.isElement($0) }) > 1 && !EmbeddedDate.isDate(text)
  }

  /// The moment that an attribute for scripts gives of an element.
  private func epoch(_ node: HTMLNodeID) -> Timestamp? {
    guard !epochNames.isEmpty else { return nil }
    for index in page.tree.attributeRange(of: node) {
      let attribute = page.tree.attributes[index]
      guard epochNames.contains(attribute.name) else { continue }
      if let moment = EmbeddedDate.epoch(page.tree.value(of: attribute)) { return moment }
    }
    return nil
  }

  /// The moment that a value names, else what it says if that is a date in words and these count.
  private func date(
    in attribute: HTMLAttribute,
    orWords: Bool
  ) -> (moment: Timestamp?, text: String)? {
    page.tree.withValue(of: attribute) { value in
      CollapsedText.with(value) { text in
        if let moment = Timestamp(iso: text), moment.precision >= .day { return (moment, "") }
        guard orWords, EmbeddedDate.isDateLine(text) else { return nil }
        return (nil, String(decoding: text, as: UTF8.self))
      }
    }
  }
}
