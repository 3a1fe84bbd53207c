import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// What elements of the page state: headings, the author's name, the date.
///
/// Microdata, `rel`, microformats and common class names. The discussion is skipped,
/// so that no commenter is taken for the author.
struct MarkedMetadata: Sendable {
  /// The page's headings, those marked as titles first.
  private(set) var headings: [String] = []
  /// The author's name; empty if no element states it.
  private(set) var author = ""
  /// When the article was published.
  private(set) var date = PageDate.none
  /// The address the page was saved from, as browsers record it.
  private(set) var savedFrom: String?

  private let page: HTMLPage
  private let policy: MetadataPolicy
  private var headingRanks: [(rank: HeadingRank, text: String)] = []
  /// Whether a heading was seen that may be the article's.
  private var followsTitle = false
  private var authorCertainty = Certainty.none
  /// The last element that named an author; who is named beside it is one, too.
  private var authorNode: HTMLNodeID?
  private var dateCertainty = Certainty.none

  /// How surely a heading is the article's title.
  private enum HeadingRank: Int {
    case site, section, main, marked
  }

  /// How surely an element names the author or the date of the article.
  private enum Certainty: Int, Comparable {
    case none, likely, named, classed, stated

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Reads a page; O(its size without the discussion).
  init(_ page: HTMLPage, leavingOut discussion: Set<HTMLNodeID>) {
    self.page = page
    policy = page.policies[MetadataPolicy.self]
    var next: HTMLNodeID? = HTMLDocument.root
    while let node = next {
      let isOut =
        discussion.contains(node) || Self.isOpaque(page.tree[node])
        || page.isDiscussion(node)
      if !isOut { note(node) }
      next = page.tree.node(after: node, skippingChildren: isOut)
    }
    headings = headingRanks.enumerated()
      .sorted { ($0.element.rank.rawValue, $1.offset) > ($1.element.rank.rawValue, $0.offset) }
      .map(\.element.text)
    headingRanks = []
  }

  private static func isOpaque(_ node: HTMLNode) -> Bool {
    switch node.tag {
    case .script, .style, .template, .svg: true
    default: false
    }
  }

  private mutating func note(_ node: HTMLNodeID) {
    switch page.tree[node].kind {
    case .comment:
      if savedFrom == nil { savedFrom = Self.address(in: page.tree, node) }
    case .element:
      switch page.tree[node].tag {
      case .h1, .h2: noteHeading(node)
      case .time: noteTime(node)
      case .a: noteArchive(node)
      default: break
      }
      if min(authorCertainty, dateCertainty) < .stated { noteNames(node) }
    default: break
    }
  }

  private mutating func noteHeading(_ node: HTMLNodeID) {
    guard headingRanks.count < policy.mostHeadings else { return }
    let text = page.text(node) { page.headingMarks.contains($0) }.fieldPrefix
    guard !text.isEmpty else { return }
    let rank = headingRank(node, text)
    headingRanks.append((rank, text))
    followsTitle = followsTitle || rank == .marked || page.tree[node].tag == .h1
  }

  /// How surely a heading is the article's title; that of the site comes last.
  private func headingRank(_ node: HTMLNodeID, _ text: String) -> HeadingRank {
    let words = page.words(of: node)
    if words.contains(where: { $0.hasSuffix("site-title") || $0 == "logo" }) { return .site }
    let link = page.tree.first(.a, in: node)
    if page.tree.attribute(.rel, of: link ?? node) == "home" { return .site }
    // An article may name a site in its title and lead there.
    if page.link(link).map(Self.isHome) ?? false, ["", text].contains(page.text(link)) {
      return .site
    }
    let isMarked =
      ["headline", "name"].contains(page.tree.attribute(.itemprop, of: node))
      || words.contains { word in
        word == "p-name"
          || ["entry-title", "post-title", "article-title"].contains(where: word.hasSuffix)
      }
    return isMarked ? .marked : page.tree[node].tag == .h1 ? .main : .section
  }

  /// Whether an address is a site's home page; web archives put their own address before it.
  private static func isHome(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard let start = bytes.lastRange(ofBytes: "://".utf8)?.upperBound else {
      return address == "/"
    }
    return bytes[start...].drop { $0 != UInt8(ascii: "/") }.count <= 1
  }

  private mutating func noteTime(_ node: HTMLNodeID) {
    let tree = page.tree
    var certainty = Certainty.likely
    if tree.attribute(named: "pubdate", of: node) != nil || page.has("published", node)
      || page.has("entry-date", node) || page.has("dt-published", node)
      || tree.attribute(.itemprop, of: node) == "datePublished"
    {
      certainty = .stated
    } else if page.has("updated", node) || tree.attribute(.itemprop, of: node) == "dateModified" {
      return
    }
    noteDate(node, stated: tree.attribute(.datetime, of: node), certainty)
  }

  private mutating func noteDate(_ node: HTMLNodeID, stated: String?, _ certainty: Certainty) {
    guard certainty > dateCertainty else { return }
    var found = PageDate()
    found.moment = stated.flatMap { Timestamp(iso: $0.collapsed) }
    found.text = stated ?? page.text(node)
    guard found.moment != nil || found.text.utf8.count <= DatePolicy().longestLine,
      PageDates([found])[found] != nil
    else { return }
    date = found
    dateCertainty = certainty
  }

  /// Reads author and date from an element's classes and properties.
  private mutating func noteNames(_ node: HTMLNodeID) {
    let tree = page.tree
    for index in tree.attributeRange(of: node) {
      let attribute = tree.attributes[index]
      switch attribute.name {
      case .class:
        let isTelling = tree.withRawValue(of: attribute) { Self.words.contains(where: $0.contains) }
        if isTelling { noteClass(node, tree.value(of: attribute)) }
      case .rel:
        if tree.value(of: attribute).split(separator: " ").contains("author") {
          noteAuthor(node, .named)
        }
      case .itemprop:
        let words = tree.value(of: attribute).split(separator: " ")
        if words.contains("author") { noteAuthor(node, .stated) }
        if words.contains("datePublished") {
          noteDate(
            node,
            stated: tree.attribute(.content, of: node) ?? tree.attribute(.datetime, of: node),
            .stated
          )
        }
      default: break
      }
    }
  }

  /// Parts of the words that `noteClass` knows: each contains one.
  private static let words: [StaticString] = ["author", "byline", "publish", "-date"]

  private mutating func noteClass(_ node: HTMLNodeID, _ value: String) {
    for word in value.split(separator: " ") {
      switch word {
      case "p-author": noteAuthor(node, .classed)
      case "author": noteAuthor(node, page.has("vcard", node) ? .classed : .named)
      case "author-name", "byline-name", "byline__name", "author__name", "byline", "authors":
        noteAuthor(node, .named)
      case "published", "dt-published", "entry-date", "post-date":
        noteDate(node, stated: tree(node, .title) ?? tree(node, .datetime), .named)
      default: break
      }
    }
  }

  private func tree(_ node: HTMLNodeID, _ name: HTMLName) -> String? {
    page.tree.attribute(name, of: node)
  }

  /// Records who an element names, and the date where a byline has one.
  private mutating func noteAuthor(_ node: HTMLNodeID, _ certainty: Certainty) {
    let isFurther = certainty == authorCertainty && authorNode.map { isBeside(node, $0) } ?? false
    guard certainty > authorCertainty || isFurther else { return }
    var names = MarkedNames(node, on: page, admitsLinks: certainty < .stated).all
    if names.isEmpty {
      let line = BylineText(node, on: page, policy: policy)
      names = [line.name]
      if certainty < .stated, dateCertainty == .none, PageDates([line.date])[line.date] != nil {
        (date, dateCertainty) = (line.date, .likely)
      }
    }
    names = names.filter(isName)
    guard !names.isEmpty else { return }
    if isFurther {
      let known = author.split(separator: ", ").map(String.init)
      names = known + names.filter { !known.contains($0) }
    }
    author = names.prefix(policy.mostNames).joined(separator: ", ")
    (authorCertainty, authorNode) = (certainty, node)
  }

  private func isName(_ name: String) -> Bool {
    policy.shortestName...policy.longestName ~= name.count && name.contains(where: \.isLetter)
      && !name.has("://")
  }

  /// Whether nothing but a comma or an “and” stands between an element and an earlier one.
  private func isBeside(_ node: HTMLNodeID, _ earlier: HTMLNodeID) -> Bool {
    guard !page.isInside(node, earlier) else { return false }
    var (between, steps, isParted) = ("", 0, false)
    var next = page.tree.node(after: earlier, skippingChildren: true)
    while let other = next, other != node {
      steps += 1
      guard steps < Self.mostSteps else { return false }
      if page.tree[other].kind == .text { between += page.tree.decodedText(of: other) }
      isParted = isParted || ContentReader.isBlock(page.tree[other].tag)
      next = page.tree.node(after: other)
    }
    if let node = next, ContentReader.isBlock(page.tree[node].tag) { isParted = true }
    // First name and surname may stand in elements of their own.
    let isSaid = between.contains { !$0.isWhitespace }
    return next == node && (isParted || isSaid) && MarkedNames.isJoint(between)
  }

  /// How many nodes stand between two names of one byline.
  private static let mostSteps = 12

  /// Parts of addresses of an author's archive.
  private static let archives: [StaticString] = ["/author/", "/autor/", "/auteur/", "/autore/"]

  /// Records the name in a link to an author's archive, after a title and outside menus.
  private mutating func noteArchive(_ node: HTMLNodeID) {
    guard authorCertainty == .none, followsTitle,
      let address = page.link(node),
      Self.archives.contains(where: address.has),
      page.tree.ancestor(of: node, where: { [.li, .nav].contains(page.tree[$0].tag) }) == nil
    else { return }
    noteAuthor(node, .likely)
  }

  /// The address in the comment that browsers and SingleFile write into saved pages.
  private static func address(in tree: HTMLDocument, _ node: HTMLNodeID) -> String? {
    let text = tree.decodedText(of: node)
    guard text.has("saved from url=") || text.has("Page saved with SingleFile") else {
      return nil
    }
    guard let start = text.place(of: "http") else { return nil }
    return String(text[start.lowerBound...].prefix { !$0.isWhitespace })
  }
}
