import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// How each element is read.
extension ContentReader {
  /// Handles the start of an element; returns whether to read its content.
  ///
  /// If not, the element was read as a whole, and `close` must not be called.
  mutating func open(_ node: HTMLNodeID, into builder: inout DocumentBuilder) -> Bool {
    let tag = page.tree[node].tag
    if let span = Self.span(tag) {
      inline.openStretch(span)
      return true
    }
    switch tag {
    case .a:
      inline.openStretch(.link, url: address(of: node))
    case .sup, .sub:
      return openMoved(node, tag)
    case .rt:
      return openReading(node)
    case .other where page.isImage(node):
      readImage(node, into: &builder)
      return false
    case .br:
      breakLine(into: &builder)
    case .img:
      readImage(node, into: &builder)
    case .q:
      inline.append(folding: "“")
    case .figure, .div, .dl, .table:
      return openBox(node, tag, into: &builder)
    case .wbr, .colgroup, .col, .track, .source:
      return false
    case .td, .th:
      if verbatim == 0 { flush(into: &builder) }
    default:
      openBlock(node, tag, into: &builder)
    }
    return true
  }

  /// Handles the end of an element.
  mutating func close(_ node: HTMLNodeID, into builder: inout DocumentBuilder) {
    let tag = page.tree[node].tag
    if Self.span(tag) != nil || tag == .a {
      inline.closeStretch()
      // A quotation that begins with its source: that is a line of its own.
      let isSource = tag == .cite && quoteDepth > 0 && item == nil
      if isSource, inline.stretches.last?.range.lowerBound == 0 { flush(into: &builder) }
      return
    }
    switch tag {
    case .q:
      inline.append(folding: "”")
    case .sup where isNote(node):
      inline.append(folding: "]")
    case .rt where !isParted(node):
      inline.append(folding: ")")
    case .h1, .h2, .h3, .h4, .h5, .h6:
      flush(into: &builder)
      heading = 0
    case .blockquote:
      closeQuotation(into: &builder)
    case .dt:
      inline.closeStretch()
      endBlock(tag, into: &builder)
    case .ul, .ol, .dl, .menu, .dir:
      guard verbatim == 0 else { return inline.startLine() }
      flush(into: &builder)
      if !lists.isEmpty { lists.removeLast() }
    case .pre, .listing, .xmp:
      flush(into: &builder)
      verbatim -= 1
      isPatch = false
    case .table where page.code.tables.contains(node):
      flush(into: &builder)
      verbatim -= 1
    case .td where verbatim > 0 && page.text(node).isEmpty:
      inline.breakLine()
    case .span where isLabel(node):
      inline.partWords()
    default:
      if Self.isBlock(tag) { endBlock(tag, into: &builder) }
    }
  }

  /// Handles the start of an element that may be a picture or a table, read as a whole.
  private mutating func openBox(
    _ node: HTMLNodeID,
    _ tag: HTMLTag,
    into builder: inout DocumentBuilder
  ) -> Bool {
    if item == nil, let picture = PictureContent(node, in: self) {
      flush(into: &builder)
      picture.add(self, into: &builder)
      return false
    }
    if tag == .table, page.code.tables.contains(node) {
      flush(into: &builder)
      verbatim += 1
      return true
    }
    if tag == .table, TableContent.isData(node, on: page, policy: policy) {
      flush(into: &builder)
      TableContent(node, self).add(into: &builder)
      return false
    }
    openBlock(node, tag, into: &builder)
    return true
  }

  private mutating func openBlock(
    _ node: HTMLNodeID,
    _ tag: HTMLTag,
    into builder: inout DocumentBuilder
  ) {
    // Inside code a list holds its lines.
    if verbatim > 0, [.ol, .ul, .li].contains(tag) { return inline.startLine() }
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      flush(into: &builder)
      heading = 1 + tag.rawValue - HTMLTag.h1.rawValue
    case .blockquote:
      openQuotation(isBox: false, into: &builder)
    case .ul, .ol, .dl, .menu, .dir:
      flush(into: &builder)
      lists.append(tag == .ol ? numberedList(node) : ListContext())
    case .li where node != top:
      flush(into: &builder)
      beginItem(page.tree.attribute(.value, of: node).flatMap { Int32($0) })
    case .dd where !lists.isEmpty:
      flush(into: &builder)
      beginItem()
    case .dt:
      flush(into: &builder)
      inline.openStretch(.strong)
    case .pre, .listing, .xmp:
      flush(into: &builder)
      verbatim += 1
      isPatch = page.isLabelledPatch(node)
    case .hr:
      addRule(into: &builder)
    default:
      if Self.isBlock(tag) { endBlock(tag, into: &builder) }
    }
  }

  /// Whether an element is a label, which a style separates from what follows.
  private func isLabel(_ node: HTMLNodeID) -> Bool {
    guard verbatim == 0, page.tree.hasAttribute(.class, of: node) else { return false }
    return page.words(of: node).contains { $0.hasSuffix("label") }
  }

  /// Begins an item of the innermost list; an item without a list is one of an unnumbered list.
  ///
  /// `number` is what the item says of itself.
  private mutating func beginItem(_ number: Int32? = nil) {
    if lists.isEmpty { lists.append(ListContext()) }
    let last = lists.count - 1
    if let number, lists[last].next != nil { lists[last].next = number }
    item = .some(lists[last].next)
    if let number = lists[last].next { lists[last].next = number &+ lists[last].step }
  }

  /// A list whose items are counted, upwards or down to 1.
  private func numberedList(_ node: HTMLNodeID) -> ListContext {
    let start = page.tree.attribute(.start, of: node).flatMap { Int32($0) }
    guard page.tree.attribute(named: "reversed", of: node) != nil else {
      return ListContext(next: start ?? 1)
    }
    let items = page.tree.children(of: node).count { page.tree[$0].tag == .li }
    return ListContext(next: start ?? Int32(clamping: items), step: -1)
  }

  /// Handles the start of an element that stands above or below the line.
  private mutating func openMoved(_ node: HTMLNodeID, _ tag: HTMLTag) -> Bool {
    if tag == .sup, isNote(node) {
      inline.append(folding: "[")
      return true
    }
    guard verbatim == 0, page.tree.first(.a, in: node) == nil,
      page.tree.first(.img, in: node) == nil
    else { return true }
    let form = RaisedText.form(
      of: page.text(node),
      tag == .sup ? .up : .down,
      behind: inline.lastCharacter,
      policy: policy
    )
    guard let form else { return true }
    inline.append(folding: form)
    return false
  }

  /// Handles the start of the reading of a word, which stands in parentheses behind it.
  private mutating func openReading(_ node: HTMLNodeID) -> Bool {
    guard !page.text(node).isEmpty else { return false }
    if !isParted(node) { inline.append(folding: "(") }
    return true
  }

  /// Whether a page parts the reading of a word from it for browsers that cannot set it above.
  private func isParted(_ reading: HTMLNodeID) -> Bool {
    let beside = page.tree[reading].parent.map { page.tree.children(of: $0) }
    return beside?.contains { page.tree[$0].tag == .rp } ?? false
  }

  /// Ends a block, or inside an item a line of it.
  private mutating func endBlock(_ tag: HTMLTag, into builder: inout DocumentBuilder) {
    if item != nil, tag != .li, tag != .dd, heading == 0 { return inline.startLine() }
    guard verbatim == 0 else { return inline.startLine() }
    guard heading == 0 else { return inline.append(folding: " ") }
    flush(into: &builder)
  }

  /// Breaks the line; a second consecutive break ends the paragraph.
  private mutating func breakLine(into builder: inout DocumentBuilder) {
    guard inline.bytes.last == 0x0A, verbatim == 0 else { return inline.breakLine() }
    if item == nil, heading == 0 { flush(into: &builder) }
  }

  /// Whether superscript text refers to a note on the page.
  private func isNote(_ node: HTMLNodeID) -> Bool {
    guard let link = page.tree.first(.a, in: node), page.link(link)?.contains("#") == true else {
      return false
    }
    let mark = page.text(node)
    return 1...policy.longestNoteMark ~= mark.count
      && mark.allSatisfy { $0.isNumber || $0.isLetter || $0 == "*" }
  }

  private func address(of node: HTMLNodeID) -> String {
    page.link(node).flatMap { HiddenMail.link($0) ?? base.resolve($0) } ?? ""
  }

  private static func span(_ tag: HTMLTag) -> Span.Kind? {
    switch tag {
    case .em, .i, .cite, .var, .dfn: .emphasis
    case .strong, .b: .strong
    case .code, .kbd, .samp, .tt: .code
    case .del, .s, .strike: .strikethrough
    default: nil
    }
  }

  /// Whether browsers begin a line before and after an element (HTML, section 15.3).
  static func isBlock(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .address, .article, .aside, .body, .caption, .center, .dd, .details, .dir, .div, .dl, .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .header, .hgroup, .html, .legend, .li,
      .main, .menu, .optgroup, .option, .p, .search, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .tr, .ul, .ol, .blockquote, .pre, .hr, .h1, .h2, .h3, .h4, .h5, .h6:
      true
    default: false
    }
  }
}
