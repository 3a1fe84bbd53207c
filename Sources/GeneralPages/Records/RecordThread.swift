import DocumentModel
import HTMLParsing
import PageModel

/// A group of records read as the comments of a thread.
struct RecordThread {
  private let group: RecordGroup
  private let outline: PageOutline
  private let moments: DateMentionIndex
  private let page: HTMLPage
  private let fields: RecordFields
  private let identity: RecordIdentity
  private var authors: [String] = []

  init(_ group: RecordGroup, _ outline: PageOutline, _ moments: DateMentionIndex) {
    self.group = group
    self.outline = outline
    self.moments = moments
    page = outline.page
    fields = RecordFields(group, outline, moments)
    identity = RecordIdentity(group, fields, outline)
    authors = Self.withoutFrame(group.records.indices.map(statedAuthor))
  }

  /// Whether the records are comments rather than a list of articles, files or links.
  ///
  /// Groups whose mark-up speaks of comments need little more; others must have the author, the
  /// date and the text that comments have, and must not have what lists of articles have: a title
  /// that leads elsewhere.
  var isThread: Bool {
    let count = Double(group.records.count)
    let share = { (isSo: (Int) -> Bool) in Double(group.records.indices.count(where: isSo)) / count
    }
    let dated = share { fields.parts[$0].date != nil }
    let signed = share { !author($0).isEmpty }
    let filled = share { !fields.parts[$0].body.isEmpty }
    let own = Double(group.named.own) / count
    let around = Double(group.named.around) / count
    if isListing { return false }
    if own > 0.7 || around > 0.7 {
      if filled < 0.6 || group.crowded * 2 > group.records.count { return false }
      if group.records.count == 1 {
        return signed > 0 && own > 0 && fields.parts[0].date?.isWeak == false
      }
      if dated < 0.5 { return own > 0.7 && signed > 0.8 && hasProfiles }
      return own > 0.7 ? signed >= 0.4 || dated >= 0.8 : signed >= 0.7 && dated >= 0.75
    }
    let shown = share { !(fields.parts[$0].date?.date.text.isEmpty ?? true) }
    guard shown >= 0.8, signed >= 0.8, filled >= 0.8 else { return false }
    let isPost = Double(group.named.post) > 0.7 * count
    let authors = Set(group.records.indices.map(author))
    guard group.records.count >= (isPost ? 2 : 3), authors.count > 1 else { return false }
    return (hasProfiles || identity.ids.allSatisfy { !$0.isEmpty }) && !isAside
  }

  /// Whether the records are a list of articles: most lead to a page of their own.
  var isListing: Bool {
    let titled = group.records.indices.count(where: leadsElsewhere)
    let limit = group.named.own * 2 > group.records.count ? 0.4 : 0.2
    return leadsAround || Double(titled) > limit * Double(group.records.count)
  }

  /// The group without a last record that stands far from the others and has no id when these
  /// have: a comment on some other page, picked out beside the thread.
  var withoutStray: RecordGroup? {
    let records = group.records
    guard records.count >= 4, let last = records.last, last.container == nil,
      identity.ids.last == "", identity.ids.count(where: \.isEmpty) * 5 <= records.count
    else { return nil }
    var around = records[0].place
    let end = records.dropLast().map(\.range.upperBound).max() ?? 0
    while around > 0, outline.ends[around] < end { around = outline.parents[around] }
    guard outline.ends[around] <= last.place else { return nil }
    return RecordGroup(records.dropLast().map(\.place), extends: group.extends, outline, moments)
  }

  /// The comments as the page's thread.
  func thread() -> PageThread {
    var thread = PageThread()
    let nesting = RecordNesting(group, ids: identity.ids, elements: fields.elements, outline)
    let isFlat = nesting.parents.allSatisfy { $0 == nil }
    for (index, record) in group.records.enumerated() {
      let parts = fields.parts[index]
      var comment = PageComment(element: outline.nodes[record.place])
      comment.parent = isFlat ? .root : nesting.parents[index].map { .index($0) } ?? .root
      comment.id = identity.ids[index]
      comment.url = identity.links[index]
      comment.author = author(index)
      comment.authorURL = authorLink(index)
      comment.date = parts.date?.date ?? .none
      comment.body = parts.body
      comment.leftOut = fields.labels
      thread.comments.append(comment)
    }
    thread.regions = RecordRegion(group, outline).nodes
    return thread
  }

  // MARK: Signs

  /// Whether a record has a title that leads to another page.
  private func leadsElsewhere(_ index: Int) -> Bool {
    fields.elements[index].contains { place in
      let tag = outline.tag(place)
      let isTitle = HTMLTag.h1.rawValue...HTMLTag.h6.rawValue ~= tag.rawValue
      let isNamed = outline.hints[place].contains(.title)
      guard isTitle || isNamed, place != fields.parts[index].author else { return false }
      let range = outline.range(place)
      let length = outline.textLength(range)
      if let author = fields.parts[index].author, range.contains(author) { return false }
      // A heading that calls itself one may be short.
      guard length >= (isTitle && isNamed ? 1 : 12),
        outline.textLength(range) - outline.proseLength(range) > length / 2
      else {
        return false
      }
      let around = [outline.parents[place]] + Array(range)
      return around.contains { inside in
        guard inside >= 0, outline.tag(inside) == .a, let link = page.link(outline.nodes[inside])
        else { return false }
        return !link.contains("#") && !RecordFields.isProfile(link)
      }
    }
  }

  /// Whether the records lead to comments of different pages, as lists of recent comments do.
  private var leadsAround: Bool {
    let pages = Set(
      identity.links.compactMap { $0 }.filter { $0.contains("#") }.map { link in
        link.prefix { $0 != "#" && $0 != "?" }.filter { !$0.isNumber }
      }
    )
    return pages.count > 1 && pages.count * 2 > group.records.count
  }

  /// Whether authors can be told by more than where they stand.
  private var hasProfiles: Bool {
    let marked = group.records.indices.count { index in
      guard let place = fields.parts[index].author else { return false }
      if outline.hints[place].contains(.author) { return true }
      var around = place
      for _ in 0..<3 where around >= 0 && around >= group.records[index].place {
        if outline.hints[around].contains(.author) { return true }
        if outline.tag(around) == .a, let link = page.link(outline.nodes[around]) {
          if RecordFields.isProfile(link) { return true }
        }
        around = outline.parents[around]
      }
      return outline.range(place).contains { inside in
        outline.tag(inside) == .a
          && page.link(outline.nodes[inside]).map(RecordFields.isProfile) ?? false
      }
    }
    return marked * 2 > group.records.count
  }

  /// Whether the records stand beside the page's content.
  private var isAside: Bool {
    guard let first = group.records.first else { return false }
    return page.tree.ancestor(of: outline.nodes[first.place]) {
      [.aside, .nav, .footer].contains(page.tree[$0].tag)
    } != nil
  }

  // MARK: Authors

  private func author(_ index: Int) -> String { authors[index] }

  /// Names without the first or last word that all of them have: «Ines says».
  private static func withoutFrame(_ names: [String]) -> [String] {
    var words = names.map { $0.split(separator: " ") }
    let count = names.count { !$0.isEmpty }
    guard count >= 3, Set(names).count > 2 else { return names }
    for edge in [\[Substring].first, \[Substring].last] {
      let edges = words.compactMap { $0.count > 1 ? $0[keyPath: edge] : nil }
      guard let common = edges.first, edges.count == count, Set(edges).count == 1 else { continue }
      words = words.map { name in
        guard name.count > 1 else { return name }
        return name.first == common ? Array(name.dropFirst()) : Array(name.dropLast())
      }
    }
    return words.map { $0.joined(separator: " ").trimmingSeparators }
  }

  private func statedAuthor(_ index: Int) -> String {
    let parts = fields.parts[index]
    if let place = parts.author {
      return page.text(outline.nodes[place]).trimmingSeparators
    }
    guard let before = parts.date?.before, !before.isEmpty else { return "" }
    let words = before.split(separator: " ")
    let joints: Set<String> = [
      "by", "from", "posted", "written", "submitted", "comment", "on", "at", "wrote", "said",
      "says",
      "von", "am", "um", "schrieb", "par", "le", "à", "por", "el", "em", "il", "da", "di", "the",
      "в", "от", "написал", "on:", "by:", "date", "date:", "posted:", "updated", "edited",
    ]
    let isJoint = { (word: Substring) in joints.contains(word.lowercased().trimmingMarks) }
    let start = words.drop(while: isJoint)
    let name = start.reversed().drop(while: isJoint).reversed().joined(separator: " ").trimmingMarks
    return name.utf8.count <= 60 ? name : ""
  }

  private func authorLink(_ index: Int) -> String? {
    guard let place = fields.parts[index].author else { return nil }
    let inside = outline.range(place).first { outline.tag($0) == .a }
    let around = [place, outline.parents[place]].first {
      $0 > group.records[index].place && outline.tag($0) == .a
    }
    return (inside ?? around).flatMap { page.link(outline.nodes[$0]) }
  }
}
