import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Reads elements of a page as blocks of text.
///
/// What a browser shows on lines of its own becomes a block: paragraphs, headings, items of lists,
/// code, tables, images, rules; what it shows within lines becomes spans. O(size of the elements);
/// no recursion.
package struct ContentReader {
  /// The article's title; a heading with the same text is left out.
  var title = ""
  /// Whether links that are buttons count as text.
  var keepsControls = false
  /// Whether lines that begin with `>` quote somebody, as in a text that people typed.
  var readsTypedQuotes = false
  /// What is known of elements beside what their names say.
  var marks = ContentMarks()
  /// Whether to leave out lines that contain only a separator of links.
  var dropsMarks = false

  let page: HTMLPage
  let base: PageAddress
  let policy: ContentPolicy
  private let leftOut: Set<HTMLNodeID>
  var inline = InlineText()
  /// The open quotations, each with whether it adds a level.
  ///
  /// A `blockquote` directly in a box for quotations adds none.
  private var quotations: [(isDeeper: Bool, isBox: Bool)] = []
  /// The level of quotation of the text being read.
  private(set) var quoteDepth = 0
  var lists: [ListContext] = []
  /// The heading level of the block being read, 0 if it is none.
  var heading: UInt8 = 0
  /// How many `pre` elements are open.
  var verbatim = 0
  /// Whether the innermost of them is labelled as a patch.
  var isPatch = false
  /// How many elements are open that stand beside what the writer says.
  private var asides = 0
  /// The element being read; if it is a list item, it is read as plain text.
  private(set) var top: HTMLNodeID?
  /// How many blocks there were when the last rule was added.
  private var blocksToRule: Int32 = 0
  /// Whether the block being read begins an item.
  var item: Int32??

  /// A list whose items are being read.
  struct ListContext {
    /// The number of the next item; nil if the list has none.
    var next: Int32?
    /// What is added for each item.
    var step: Int32 = 1
  }

  /// A reader that leaves out some elements with their content.
  package init(_ page: HTMLPage, base: PageAddress, leftOut: Set<HTMLNodeID> = []) {
    self.page = page
    self.base = base
    policy = page.policies[ContentPolicy.self]
    self.leftOut = leftOut
  }

  /// Reads a node and its descendants.
  package mutating func read(_ top: HTMLNodeID, into builder: inout DocumentBuilder) {
    self.top = top
    var node = top
    while true {
      if enter(node, into: &builder) {
        if let child = page.tree[node].firstChild {
          node = child
          continue
        }
        leave(node, into: &builder)
      }
      while node != top, page.tree[node].nextSibling == nil {
        guard let parent = page.tree[node].parent else { return }
        node = parent
        leave(node, into: &builder)
      }
      guard node != top, let sibling = page.tree[node].nextSibling else { return }
      node = sibling
    }
  }

  /// Begins a quotation: a `blockquote`, or a box that may hold one.
  mutating func openQuotation(isBox: Bool, into builder: inout DocumentBuilder) {
    flush(into: &builder)
    let isDeeper = isBox || quotations.last?.isBox != true
    quotations.append((isDeeper, isBox))
    if isDeeper { quoteDepth += 1 }
  }

  /// Ends the innermost quotation.
  mutating func closeQuotation(into builder: inout DocumentBuilder) {
    flush(into: &builder)
    if quotations.popLast()?.isDeeper == true { quoteDepth -= 1 }
  }

  /// Ends the last block.
  package mutating func finish(into builder: inout DocumentBuilder) { flush(into: &builder) }

  /// Whether an element and its content are not part of the text.
  func isLeftOut(_ node: HTMLNodeID) -> Bool {
    if leftOut.contains(node) || page.code.numbers.contains(node)
      || page.headingMarks.contains(node)
    {
      return true
    }
    switch page.tree[node].tag {
    case .script, .style, .head, .title, .template, .noscript, .iframe, .object, .embed, .audio,
      .video, .canvas, .button, .select, .textarea, .input, .datalist, .meta, .link, .map, .nav,
      .dialog:
      return true
    case .other:
      // Drawings; formulas are text.
      return page.tree[node].namespace == .svg || AMPElement.isMachinery(node, on: page)
    case .a where !keepsControls && isControl(node):
      return true
    default:
      return page.isConcealed(node, from: .viewers)
    }
  }

  /// Whether a link is a button: it has no address and is named as one.
  private func isControl(_ node: HTMLNodeID) -> Bool {
    var leadsOn = false
    page.withLink(node) { leadsOn = $0.count > 1 || $0.first != 0x23 }
    guard !leadsOn else { return false }
    return Self.controls.contains { page.has($0, node) }
      || page.tree.attribute(.role, of: node) == "button"
  }

  private static let controls = Vocabulary.names(.control)

  /// Handles the start of a node; returns whether to read its content and call `leave`.
  private mutating func enter(_ node: HTMLNodeID, into builder: inout DocumentBuilder) -> Bool {
    switch page.tree[node].kind {
    case .text:
      appendText(node)
      return false
    case .element:
      if !leftOut.contains(node), let embed = EmbedContent(node, in: self) {
        embed.add(to: &self, into: &builder)
        return false
      }
      if let form = page.formulas.form(of: node, on: page) {
        append(FormulaText(form, on: page, policy: policy))
        return false
      }
      if let mail = page.hiddenMail(node), !leftOut.contains(node) {
        append(mail: mail, isLink: page.tree[node].tag == .a)
        return false
      }
      guard !isLeftOut(node), open(node, into: &builder) else { return false }
      if page.quotations.contains(node) { openQuotation(isBox: true, into: &builder) }
      if !marks.isEmpty { openMark(node, into: &builder) }
      if page.spoilers.texts.contains(node) { inline.openStretch(.spoiler) }
      return true
    case .document:
      return true
    case .doctype, .comment, .content:
      return false
    }
  }

  /// Handles the end of a node that was entered.
  private mutating func leave(_ node: HTMLNodeID, into builder: inout DocumentBuilder) {
    guard page.tree[node].kind == .element else { return }
    if page.spoilers.texts.contains(node) { inline.closeStretch() }
    close(node, into: &builder)
    if !marks.isEmpty { closeMark(node, into: &builder) }
    if page.quotations.contains(node) { closeQuotation(into: &builder) }
  }

  private mutating func openMark(_ node: HTMLNodeID, into builder: inout DocumentBuilder) {
    if marks.quotations.contains(node) { openQuotation(isBox: false, into: &builder) }
    guard marks.asides.contains(node) else { return }
    flush(into: &builder)
    asides += 1
  }

  private mutating func closeMark(_ node: HTMLNodeID, into builder: inout DocumentBuilder) {
    if marks.asides.contains(node) {
      flush(into: &builder)
      asides -= 1
    }
    if marks.quotations.contains(node) { closeQuotation(into: &builder) }
  }

  /// Appends a formula, within the line or on one of its own.
  private mutating func append(_ formula: FormulaText) {
    guard !formula.text.isEmpty else { return }
    if formula.isDisplayed { inline.startLine() }
    inline.append(folding: formula.text)
    if formula.isDisplayed { inline.endLine() }
  }

  private mutating func append(mail address: String, isLink: Bool) {
    if isLink { inline.openStretch(.link, url: "mailto:" + address) }
    inline.append(folding: address)
    if isLink { inline.closeStretch() }
  }

  private mutating func appendText(_ node: HTMLNodeID) {
    guard verbatim == 0 || !isLayout(node) else { return }
    if page.tree.isPlain(node) { return page.tree.withRawText(of: node) { append(text: $0) } }
    var text: [UInt8] = []
    page.tree.appendDecodedText(of: node, to: &text)
    text.withUnsafeBytes { append(text: $0) }
  }

  /// Appends decoded text, made fit to be shown.
  private mutating func append(text: UnsafeRawBufferPointer) {
    guard TextSanitizer.cleanPrefix(of: text) < text.count else { return append(clean: text) }
    var clean: [UInt8] = []
    TextSanitizer.append(text, to: &clean)
    clean.withUnsafeBytes { append(clean: $0) }
  }

  private mutating func append(clean text: UnsafeRawBufferPointer) {
    if verbatim > 0 { inline.append(verbatim: text) } else { inline.append(folding: text) }
  }

  /// Whether text only formats a table's mark-up: between cells, or white space at the end of one.
  ///
  /// White space without a line break at the start of a cell belongs to the code.
  private func isLayout(_ text: HTMLNodeID) -> Bool {
    guard let parent = page.tree[text].parent else { return false }
    switch page.tree[parent].tag {
    case .table, .tbody, .thead, .tr: return true
    case .td:
      let isLast = page.tree[text].nextSibling == nil
      guard isLast || page.tree[parent].firstChild == text, page.text(text).isEmpty else {
        return false
      }
      return isLast || page.tree.withRawText(of: text) { $0.contains(0x0A) }
    default: return false
    }
  }

  /// Ends the block being read and begins another.
  mutating func flush(into builder: inout DocumentBuilder) {
    let level = heading
    let isItem = item
    item = nil
    let (bytes, stretches) = inline.take()
    guard !isBlank(bytes), !dropsMarks || verbatim > 0 || !isMark(bytes) else { return }
    if level > 0, String(decoding: bytes, as: UTF8.self) == title { return }
    if readsTypedQuotes, verbatim == 0, level == 0, isItem == nil,
      let quotes = TypedQuotes(bytes, policy: policy)
    {
      return add(quotes, of: bytes, spans: stretches, into: &builder)
    }
    // Code in a signature is none: a program kept its lines that way.
    let isCode = verbatim > 0 && asides == 0
    let kind: Block.Kind =
      isCode ? .code : level > 0 ? .heading : isItem != nil ? .listItem : .paragraph
    let levelOfKind =
      switch kind {
      case .heading: level
      case .listItem: UInt8(clamping: lists.count - 1)
      default: mark(of: bytes)
      }
    add(
      kind,
      level: levelOfKind,
      ordinal: isItem ?? nil,
      text: bytes,
      spans: stretches,
      into: &builder
    )
  }

  /// The level of a paragraph or code: whether it is an aside, or a patch.
  private func mark(of bytes: [UInt8]) -> UInt8 {
    let isMarked = asides > 0 || verbatim > 0 && (isPatch || PatchLine.begins(bytes))
    return isMarked ? 1 : 0
  }

  /// Whether text is only the no-break spaces that editors put into empty paragraphs.
  private func isBlank(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard first >= 0xC2, bytes.count <= policy.longestBlank else { return false }
    return String(decoding: bytes, as: UTF8.self).collapsed.isEmpty
  }

  /// Whether text is only a separator of links that were left out.
  private func isMark(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= policy.longestMark else { return false }
    return ["»", "«", "›", "‹", "|", "·", "•"].contains(
      String(decoding: bytes, as: UTF8.self).collapsed
    )
  }

  /// Adds a rule, unless the last block is one.
  mutating func addRule(into builder: inout DocumentBuilder) {
    flush(into: &builder)
    guard builder.blockCount == 0 || builder.blockCount != blocksToRule else { return }
    builder.add(Block(.rule, quoteDepth: UInt8(clamping: quoteDepth), text: .empty))
    blocksToRule = builder.blockCount
  }

  /// Adds a paragraph, what it quotes apart from what its writer says.
  private func add(
    _ quotes: TypedQuotes,
    of bytes: [UInt8],
    spans stretches: [InlineText.Stretch],
    into builder: inout DocumentBuilder
  ) {
    for part in quotes.parts {
      let inside = stretches.compactMap { stretch -> InlineText.Stretch? in
        let shared = stretch.range.clamped(to: part.range)
        guard !shared.isEmpty else { return nil }
        var moved = stretch
        let start = part.range.lowerBound
        moved.range = shared.lowerBound - start..<shared.upperBound - start
        return moved
      }
      let text = Array(bytes[part.range])
      add(.paragraph, typedDepth: part.depth, text: text, spans: inside, into: &builder)
    }
  }

  /// Adds a block of text that is ready, in `typedDepth` quotations besides those that are marked up.
  func add(
    _ kind: Block.Kind,
    level: UInt8 = 0,
    typedDepth: Int = 0,
    ordinal: Int32? = nil,
    text bytes: [UInt8],
    spans stretches: [InlineText.Stretch],
    into builder: inout DocumentBuilder
  ) {
    let text = bytes.withUnsafeBytes { builder.append($0) }
    let spans = stretches.map { stretch in
      Span(
        stretch.kind,
        text: TextRange(
          start: text.start + UInt32(stretch.range.lowerBound),
          count: UInt32(stretch.range.count)
        ),
        url: builder.append(stretch.url)
      )
    }
    builder.add(
      Block(
        kind,
        level: level,
        quoteDepth: UInt8(clamping: quoteDepth + typedDepth),
        ordinal: ordinal,
        text: text
      ),
      spans: spans
    )
  }
}
