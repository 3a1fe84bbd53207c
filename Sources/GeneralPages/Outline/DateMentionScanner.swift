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
}

/// Finds the dates on a page: elements that give one for machines, and short texts that are one.
struct DateMentionScanner {
  private let outline: PageOutline
  private let page: HTMLPage
  private let policy: DateMentionPolicy
  private let epochNames: Set<HTMLName>

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
  func scan() -> [DateMention] {
    var dates: [DateMention] = []
    var place = 0
    while place < outline.nodes.count {
      let date = outline.isElement(place) ? element(place) : text(place)
      if let date { dates.append(date) }
      place = date == nil ? place + 1 : max(place + 1, outline.ends[place])
    }
    return dates
  }

  private func element(_ place: Int) -> DateMention? {
    let range = outline.range(place)
    let length = outline.textLength(range)
    if outline.tag(place) == .meta { return nil }
    guard length <= policy.longestElement, range.count < policy.nodeLimit else { return nil }
    let node = outline.nodes[place]
    if let absolute = stated(node, isTime: outline.tag(place) == .time) {
      let text = page.text(node)
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
    let text = page.text(node)
    guard text.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
    if EmbeddedDate.isDate(text, unknownWords: 0) {
      return DateMention(place: place, date: PageDate(text: text))
    }
    let hints = outline.hints[place]
    guard range.count(where: { !outline.isElement($0) }) == 1 else { return nil }
    if EmbeddedDate.isAge(text) ? hints.contains(.date) : mayBeDate(text, hints) {
      return DateMention(place: place, date: PageDate(text: text), isWeak: true)
    }
    return nil
  }

  /// Whether a text may be a date that cannot be read: `March 2018`, `50 minutes 46 seconds ago`.
  private func mayBeDate(_ text: String, _ hints: MarkupHints) -> Bool {
    guard text.utf8.count <= policy.longestWording,
      text.utf8.count(where: { $0 == 0x20 }) < policy.mostWords
    else { return false }
    if hints.contains(.date) && !hints.contains(.accessory) {
      let years = text.split { !$0.isNumber }.compactMap { Int($0) }
      if text.contains(":") || years.contains(where: { policy.firstYear...policy.lastYear ~= $0 }) {
        return true
      }
    }
    return RelativeDate.isMentioned(in: text)
  }

  private func text(_ place: Int) -> DateMention? {
    let node = outline.nodes[place]
    guard outline.textLength(place..<place + 1) <= policy.longestText else { return nil }
    let hasDigit = page.tree.withRawText(of: node) { $0.contains { 0x30...0x39 ~= $0 } }
    guard hasDigit else { return nil }
    let text = page.text(node)
    guard let found = EmbeddedDate(in: text) else {
      guard EmbeddedDate.isAge(text) else { return nil }
      return DateMention(place: place, date: PageDate(text: text), isWeak: true)
    }
    return DateMention(
      place: place,
      date: PageDate(text: found.date),
      before: found.before,
      behind: found.behind
    )
  }

  /// The date that the attributes of an element give, for machines or in words.
  private func stated(_ node: HTMLNodeID, isTime: Bool) -> (moment: Timestamp?, text: String)? {
    for index in page.tree.attributeRange(of: node) {
      let attribute = page.tree.attributes[index]
      switch attribute.name {
      case .datetime, .content:
        let value = page.tree.value(of: attribute)
        if let moment = Timestamp(iso: value.collapsed), moment.precision >= .day {
          return (moment, "")
        }
        if isTime, EmbeddedDate.isDate(value) { return (nil, value.collapsed) }
      case .title:
        let value = page.tree.value(of: attribute)
        if let moment = Timestamp(iso: value.collapsed), moment.precision >= .day {
          return (moment, "")
        }
        if EmbeddedDate.isDate(value) { return (nil, value.collapsed) }
      case let name where epochNames.contains(name):
        if let moment = EmbeddedDate.epoch(page.tree.value(of: attribute)) { return (moment, "") }
      default: break
      }
    }
    return nil
  }
}
