import DocumentParsing
import HTMLParsing
import PageModel

/// The names that records are signed with.
struct RecordAuthors {
  /// The name of each record, empty where there is none.
  private(set) var names: [String]
  /// Whether each name was concluded from where it stands.
  private(set) var isInferred: [Bool]

  private let survey: PageSurvey
  private let policy: AuthorPolicy

  init(_ fields: RecordFields, _ survey: PageSurvey) {
    self.survey = survey
    policy = survey.page.policies[AuthorPolicy.self]
    names = []
    isInferred = fields.parts.map(\.isAuthorInferred)
    names = withoutFrame(fields.parts.map(stated))
  }

  /// Names without the first or last word that all of them have: `Ines says`.
  private func withoutFrame(_ names: [String]) -> [String] {
    let least = policy.framedNames
    let count = names.count { !$0.isEmpty }
    guard count >= least, names.allSatisfy({ $0.isEmpty || $0.utf8.contains(0x20) }),
      Self.holds(names, different: least)
    else { return names }
    var words = names.map { $0.split(separator: " ") }
    var isFramed = false
    var isFirst = true
    // `posted by Ines on`: the words in front one by one, then those behind.
    while true {
      let edges = words.filter { $0.count > 1 }.map { isFirst ? $0[0] : $0[$0.count - 1] }
      guard edges.count == count, isFrame(edges, isFirst) else {
        if !isFirst { break }
        isFirst = false
        continue
      }
      isFramed = true
      for index in words.indices where words[index].count > 1 {
        if isFirst { words[index].removeFirst() } else { words[index].removeLast() }
      }
    }
    return isFramed ? words.map { Self.joined($0[...]).trimmingSeparators } : names
  }

  /// Whether words are no part of names: all the same, or in front the numbers of comments.
  private func isFrame(_ words: [Substring], _ isFirst: Bool) -> Bool {
    guard let common = words.first else { return false }
    if words.allSatisfy({ $0 == common }) { return true }
    let numbers = words.map { word in
      Int(String(word.drop { $0 == "#" }).trimmingMarks.filter { $0 != "." && $0 != ")" })
    }
    let isCounted = zip(numbers, numbers.dropFirst()).allSatisfy { first, second in
      guard let first, let second else { return false }
      return abs(second - first) == 1
    }
    return isFirst && isCounted
  }

  /// Whether at least so many names are different.
  private static func holds(_ names: [String], different least: Int) -> Bool {
    var known: Set<String> = []
    return names.contains { known.insert($0).inserted && known.count >= least }
  }

  /// The name at the place of the author, else what stands before the date in the same text.
  private func stated(_ parts: RecordFields.Parts) -> String {
    if let place = parts.author {
      if survey.outline.tag(place) == .img {
        let text = survey.page.value(.alt, survey.outline.nodes[place]).collapsed
        return Self.name(in: text, policy)
      }
      let text = text(place)
      return survey.outline.isElement(place)
        ? text.trimmingSeparators : Self.name(in: text, policy)
    }
    if parts.isBehindDate { return Self.name(in: parts.date?.behind ?? "", policy) }
    return Self.name(in: parts.date?.before ?? "", policy)
  }

  /// The text of an element, that of headings and paragraphs in it parted by blanks.
  private func text(_ place: Int) -> String {
    let outline = survey.outline
    let range = outline.range(place)
    let holdsBlocks = range.dropFirst().contains { inner in
      switch outline.tag(inner) {
      case .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .li, .dt, .dd: outline.isElement(inner)
      default: false
      }
    }
    guard holdsBlocks else { return survey.page.text(outline.nodes[place]) }
    return range.lazy.filter { !outline.isElement($0) }.map { survey.page.text(outline.nodes[$0]) }
      .joined(separator: " ")
  }

  /// The name in a text that stands beside a date, without the words that lead to it; empty if it
  /// holds none.
  static func name(in text: String, _ policy: AuthorPolicy) -> String {
    // Joints are short, and few stand beside a name.
    guard text.utf8.count <= 2 * policy.longestStatedName + 64 else { return "" }
    var words = text.utf8.split(separator: 0x20).map(Substring.init)[...]
    while let word = words.first, isJoint(word) { words.removeFirst() }
    while let word = words.last, isJoint(word) { words.removeLast() }
    let name = joined(words).trimmingDashes
    guard name.utf8.count <= policy.longestStatedName else { return "" }
    return name.contains(where: \.isLetter) ? name : ""
  }

  private static func joined(_ words: ArraySlice<Substring>) -> String {
    var text = ""
    for word in words {
      if !text.isEmpty { text += " " }
      text += word
    }
    return text
  }

  private static func isJoint(_ word: Substring) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return joints.contains(DateWordKind.hash(bytes, bytes.trimmingMarks(bytes.indices)))
    }
  }

  /// Words between a name and a date, which are no part of the name.
  private static let joints = DateWordKind.hashes(
    """
    於 replied to commented added by from posted written submitted comment on at wrote said \
    says von am um schrieb par le à por el em il da di the в от написал date updated edited
    """
  )
}

extension String {
  /// Without separators and dashes at its ends, and without brackets around all of it.
  fileprivate var trimmingDashes: String {
    var text = trimmingSeparators[...]
    while let last = text.last, last == "-" || last == " " || last == "(" { text.removeLast() }
    while let first = text.first, first == "-" || first == " " || first == ")" {
      text.removeFirst()
    }
    if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
    return String(text).trimmingSeparators
  }
}
