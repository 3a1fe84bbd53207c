import DocumentParsing
import HTMLParsing
import PageModel

/// Who answers whom among the records of a page.
///
/// In this order: what the mark-up names (`data-parent`), how records stand inside each other, how
/// deep they stand, what their classes, attributes and indents say of depth, links to the comment
/// that is answered.
struct RecordNesting {
  /// The parent of each record, an earlier one; nil for roots.
  private(set) var parents: [Int?]
  /// Lines that hold nothing but a link to the comment that is answered: `In reply to Ines`.
  private(set) var references: Set<HTMLNodeID> = []

  private let group: RecordGroup
  private let outline: PageOutline
  private let page: HTMLPage
  private let policy: LinkPolicy

  init(_ group: RecordGroup, ids: [String], elements: Buckets, _ outline: PageOutline) {
    self.group = group
    self.outline = outline
    page = outline.page
    policy = page.policies[LinkPolicy.self]
    parents = group.records.map { _ in nil }
    if let named = named(ids) {
      parents = named
    } else if let levels = levels([Self.level]), deepest(levels) > group.depth {
      parents = Self.parents(levels)
    } else if group.nested > 0 {
      parents = group.records.map(\.container)
    } else if let levels = levels([Self.indent, Self.styledIndent, Self.spacer, Self.nodeDepth])
      ?? replyLevels
    {
      parents = Self.parents(levels)
    } else if let linked = linked(ids, elements) {
      parents = linked
    }
  }

  /// Attributes that hold the id of the comment that is answered, on one site or another.
  private static let parentAttributes = [
    "data-parent", "data-parent-id", "data-parentid", "data-parent_id", "data-comment-parent",
    "data-parent-comment", "data-parent-comment-id", "data-reply-to", "data-in-reply-to",
    "data-pid", "parent_id", "parent", "parentid",
  ]

  /// The parents that attributes such as `data-parent` name.
  private func named(_ ids: [String]) -> [Int?]? {
    var numbers: [String: Int] = [:]
    for (index, id) in ids.enumerated() where !id.isEmpty { numbers[id] = index }
    if numbers.count < ids.count { numbers.merge(ownNumbers) { known, _ in known } }
    let names = Set(Self.parentAttributes.compactMap(page.tree.findName))
    guard !names.isEmpty else { return nil }
    var found = 0
    let parents = group.records.enumerated().map { index, record -> Int? in
      for place in record.place..<min(record.place + policy.parentNodes, record.range.upperBound) {
        for attribute in page.tree.attributeRange(of: outline.nodes[place])
        where names.contains(page.tree.attributes[attribute].name) {
          let value = page.tree.value(of: page.tree.attributes[attribute])
          guard let parent = numbers[Self.tail(value)] ?? numbers[value] else { continue }
          if parent < index {
            found += 1
            return parent
          }
        }
      }
      return nil
    }
    return found > 0 ? parents : nil
  }

  /// The records by what an attribute such as `data-node-id` calls them, if it differs in all.
  private var ownNumbers: [String: Int] {
    guard let first = group.records.first else { return [:] }
    for attribute in page.tree.attributeRange(of: outline.nodes[first.place]) {
      let name = page.tree.attributes[attribute].name
      let spelling = page.tree.spelling(of: name)
      guard spelling.hasPrefix("data-"), spelling.hasSuffix("id"),
        !Self.parentAttributes.contains(spelling)
      else { continue }
      var numbers: [String: Int] = [:]
      for (index, record) in group.records.enumerated() {
        if let value = page.tree.attribute(name, of: outline.nodes[record.place]), !value.isEmpty {
          numbers[value] = index
        }
      }
      if numbers.count == group.records.count { return numbers }
    }
    return [:]
  }

  private func deepest(_ levels: [Int]) -> Int {
    (levels.max() ?? 0) - (levels.min() ?? 0)
  }

  /// How deep each record stands by the first of some readings that tells them apart.
  private func levels(_ readings: [(RecordNesting) -> (Int) -> Int?]) -> [Int]? {
    for reading in readings {
      let levels = group.records.map { reading(self)($0.place) }
      let known = levels.compactMap { $0 }
      guard Double(known.count) > policy.knownLevels * Double(levels.count), Set(known).count > 1
      else { continue }
      let least = known.min() ?? 0
      return levels.map { $0 ?? least }
    }
    return nil
  }

  /// A number that a class or an attribute of the record, or of what it stands in, gives for depth.
  private func level(around start: Int) -> Int? {
    var places: [Int] = []
    var place = start
    while place >= 0, places.count < policy.levelParents {
      places.append(place)
      place = outline.parents[place]
    }
    places += (start + 1)..<max(start + 1, min(start + 1 + policy.levelNodes, outline.ends[start]))
    for place in places where outline.isElement(place) {
      let node = outline.nodes[place]
      for index in page.tree.attributeRange(of: node) {
        let attribute = page.tree.attributes[index]
        let name = page.tree.spelling(of: attribute.name)
        if name.hasPrefix("data-") || name.hasPrefix("aria-"),
          name.hasSuffix("depth") || name.hasSuffix("level") || name.hasSuffix("indent")
        {
          if let number = Int(page.tree.value(of: attribute)) { return number }
        }
      }
      for word in page.words(of: node) {
        if let number = level(word) { return number }
      }
    }
    return nil
  }

  private func nodeDepth(_ place: Int) -> Int? { Int(outline.depths[place]) }

  /// How wide the empty picture or cell is that stands before a record.
  private func spacer(_ place: Int) -> Int? {
    for inside in place..<min(place + policy.spacerNodes, outline.ends[place])
    where outline.isElement(inside) {
      guard outline.textLength(outline.range(inside)) == 0 else { continue }
      let node = outline.nodes[inside]
      guard outline.tag(inside) == .img || outline.tag(inside) == .td else { continue }
      if let width = page.tree.attribute(.width, of: node).flatMap({ Int($0) }) { return width }
    }
    return nil
  }

  /// What sites call depth in classes.
  private static let levelWords = [
    "depth", "level", "lvl", "indent", "nest", "nested", "tier", "generation", "deep",
  ]

  /// The number in a class such as `depth-2`, `level3`, `indent_1`.
  private func level(_ word: Substring) -> Int? {
    let digits = word.reversed().prefix { $0.isASCII && $0.isNumber }
    guard 1...policy.levelDigits ~= digits.count, let number = Int(String(digits.reversed())) else {
      return nil
    }
    let name = word.dropLast(digits.count).lowercased()
    let trimmed = name.reversed().drop { $0 == "-" || $0 == "_" }
    return Self.levelWords.contains { trimmed.starts(with: $0.reversed()) } ? number : nil
  }

  private static let indents = [
    "margin-left", "padding-left", "margin-inline-start", "text-indent",
  ]

  /// How far a record is moved to the right, by its own style or that of what it stands in.
  private func indent(around place: Int) -> Int? {
    var place = place
    for _ in 0..<policy.indentLevels where place >= 0 {
      if let style = page.tree.attribute(.style, of: outline.nodes[place]) {
        for property in Self.indents {
          if let length = Self.length(of: property, in: style) { return length }
        }
      }
      place = outline.parents[place]
    }
    return nil
  }

  /// What the names of styles begin with that move an element to the right: Bootstrap and Tailwind.
  private static let styles = ["pl-", "ml-", "ps-", "ms-"]

  /// How far a class moves a record to the right, 0 if none does: `ml-4`.
  private func styledIndent(_ place: Int) -> Int? {
    for word in page.words(of: outline.nodes[place])
    where Self.styles.contains(where: { word.hasPrefix($0) }) {
      if let number = Int(word.dropFirst(3)) { return number }
    }
    return 0
  }

  /// What sites call comments that answer another, in classes.
  private static let replyWords: Set<String> = [
    "reply", "child", "children", "nested", "indented", "indent", "subcomment", "sub", "response",
  ]

  /// 1 for what a class calls an answer, if the first record is none and others are none either:
  /// what is called so throughout answers the post above.
  private var replyLevels: [Int]? {
    let levels = group.records.map { isReply($0.place) ? 1 : 0 }
    guard levels.first == 0, levels.contains(1), levels.dropFirst().contains(0) else { return nil }
    return levels
  }

  private func isReply(_ place: Int) -> Bool {
    page.words(of: outline.nodes[place]).contains { word in
      word.lowercased().split { $0 == "-" || $0 == "_" }.contains {
        Self.replyWords.contains(String($0))
      }
    }
  }

  private static func length(of property: String, in style: String) -> Int? {
    for rule in style.split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = String(parts[0]).collapsed.lowercased()
      if name + "-left" == property {
        // Above, right, below, left.
        let sides = String(parts[1]).collapsed.split(separator: " ")
        guard sides.count == 4 else { continue }
        return Double(sides[3].prefix { $0.isNumber || $0 == "." }).flatMap {
          Int(exactly: ($0 * 10).rounded(.down))
        }
      }
      guard name == property else { continue }
      let number = String(parts[1]).collapsed.prefix { $0.isNumber || $0 == "." }
      return Double(number).flatMap { Int(exactly: ($0 * 10).rounded(.down)) }
    }
    return nil
  }

  /// The nearest earlier record that stands less deep is the parent.
  private static func parents(_ levels: [Int]) -> [Int?] {
    var open: [Int] = []
    return levels.indices.map { index in
      while let last = open.last, levels[last] >= levels[index] { open.removeLast() }
      defer { open.append(index) }
      return open.last
    }
  }

  /// The parents that links inside the records lead to, if links of one kind always lead back.
  private mutating func linked(_ ids: [String], _ elements: Buckets) -> [Int?]? {
    var numbers: [String: Int] = [:]
    for (index, id) in ids.enumerated() where !id.isEmpty { numbers[id] = index }
    var kinds = HashNumbers()
    var links: [[(record: Int, target: Int, place: Int)]] = []
    var leadsOn: [Bool] = []
    for index in group.records.indices {
      for place in elements[index] where outline.tag(place) == .a {
        guard let link = page.link(outline.nodes[place]), let part = link.behind("#"),
          let target = numbers[Self.tail(String(part))], target != index
        else { continue }
        let kind = kinds.number(outline.keys[place])
        if kind == links.count {
          links.append([])
          leadsOn.append(false)
        }
        if target > index { leadsOn[kind] = true }
        // The last of several in a record counts.
        if links[kind].last?.record == index { links[kind].removeLast() }
        links[kind].append((index, target, place))
      }
    }
    let back = links.indices.lazy.filter { !leadsOn[$0] }.map { links[$0] }
    guard let most = back.max(by: { $0.count < $1.count }) else { return nil }
    var parents = [Int?](repeating: nil, count: group.records.count)
    for link in most {
      parents[link.record] = link.target
      if let line = line(around: link.place, in: group.records[link.record]) {
        references.insert(outline.nodes[line])
      }
    }
    return parents
  }

  /// The block around a link that holds nothing else but marks.
  private func line(around link: Int, in record: PageRecord) -> Int? {
    let parent = outline.parents[link]
    guard parent > record.place, [.div, .p, .li].contains(outline.tag(parent)) else { return nil }
    let range = outline.range(parent)
    let others = range.filter { !outline.isElement($0) && !outline.range(link).contains($0) }
    let isAlone = others.allSatisfy { place in
      !page.text(outline.nodes[place]).contains { $0.isLetter || $0.isNumber }
    }
    return isAlone ? parent : nil
  }

  /// The number at the end of an id, all of it if there is none.
  static func tail(_ id: String) -> String {
    let digits = id.utf8.reversed().prefix { $0 &- 0x30 < 10 }.count
    return digits == 0 ? id : String(id.suffix(digits))
  }
}
