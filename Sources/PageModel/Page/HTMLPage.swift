import DocumentModel
import DocumentParsing
import HTMLParsing

/// A saved page as the readers of discussions see it: the tree, and an index of its classes.
///
/// Immutable; a class like its tree, for all readers hold on to the page.
public final class HTMLPage: Sendable {
  /// The tree.
  public let tree: HTMLDocument
  /// The page's own address as it was fetched, if known.
  public let address: String?
  /// The file's name, without folders.
  public let fileName: String
  /// Elements whose text is hidden from those who do not want to know yet.
  package let spoilers: SpoilerBoxes
  /// Elements that show what somebody else wrote, where no `blockquote` does, with its source.
  package let quotations: Set<HTMLNodeID>
  /// Code that stands in tables.
  package let code: CodeTables
  /// Marks beside headings, which are no part of them.
  package let headingMarks: Set<HTMLNodeID>
  /// Formulas, each to be read as one.
  package let formulas: FormulaBoxes
  /// The attribute that hides mail addresses, nil on pages that hide none.
  let hiddenMailName: HTMLName?
  /// The numbers by which readers decide.
  package let policies: Policies
  /// Where readers note what they considered; nil: nowhere.
  package let decisions: DecisionLog?
  private let classes: ClassIndex

  private static let headingMarkNames = Vocabulary.names(.headingMark)

  /// Whether the page has more names in `class` attributes than are known.
  package var lacksClasses: Bool { classes.isCut }

  /// Parses a page; never fails.
  package init(_ source: SourceText) {
    tree = HTMLDocument(
      HTMLBytes(borrowing: source.raw.bytes, from: source.raw),
      options: HTMLOptions(encoding: source.charset)
    )
    address = source.url
    fileName = source.location.split(separator: "/").last.map(String.init) ?? ""
    policies = source.policies
    decisions = source.decisions
    let classes = ClassIndex(tree)
    self.classes = classes
    spoilers = SpoilerBoxes(tree, classes)
    quotations = QuotationBoxes.find(in: tree, classes)
    code = CodeTables(tree, classes)
    headingMarks = Set(classes.elements(Self.headingMarkNames))
    formulas = FormulaBoxes(tree, classes)
    hiddenMailName = tree.findName("data-cfemail")
  }

  /// A page of some mark-up that stands by itself.
  package convenience init(markup: String) { self.init(SourceText(markup: markup)) }

  /// The elements whose `class` has a word, in the order of the page.
  ///
  /// O(their number).
  public func elements(_ word: StaticString) -> ArraySlice<HTMLNodeID> { classes.elements(word) }

  /// How many elements have a word in their `class`.
  public func count(_ word: StaticString) -> Int { classes.elements(word).count }

  /// Whether an element has a word in its `class`.
  public func has(_ word: StaticString, _ id: HTMLNodeID) -> Bool { tree.hasClass(word, of: id) }

  /// The words of an element's `class` that begin with `prefix`.
  public func words(of id: HTMLNodeID, startingWith prefix: String = "") -> [Substring] {
    guard let value = tree.attribute(.class, of: id) else { return [] }
    return value.utf8.split { $0 == 0x20 || 0x09...0x0D ~= $0 }.map(Substring.init)
      .filter { $0.hasPrefix(prefix) }
  }

  /// The first element inside `id` that `isWanted` accepts.
  public func first(in id: HTMLNodeID, where isWanted: (HTMLNodeID) -> Bool) -> HTMLNodeID? {
    tree.descendants(of: id).first { tree[$0].kind == .element && isWanted($0) }
  }

  /// The first element inside `id` with a word in its `class`.
  public func first(_ word: StaticString, in id: HTMLNodeID) -> HTMLNodeID? {
    first(in: id) { has(word, $0) }
  }

  /// Whether `id` is `ancestor` or stands inside it.
  public func isInside(_ id: HTMLNodeID, _ ancestor: HTMLNodeID) -> Bool {
    id == ancestor || tree.ancestor(of: id) { $0 == ancestor } != nil
  }

  /// The text inside a node, runs of white space as one blank, none at the ends.
  ///
  /// Scripts and styles are left out.
  public func text(_ id: HTMLNodeID?) -> String {
    guard let id else { return "" }
    if let only = loneText(in: id), tree.isPlain(only) {
      return tree.withRawText(of: only, CollapsedText.string)
    }
    return text(id) { _ in false }
  }

  /// The text inside a node without what is inside other elements that `isLeftOut` accepts.
  public func text(_ id: HTMLNodeID?, without isLeftOut: (HTMLNodeID) -> Bool) -> String {
    guard let id else { return "" }
    var bytes: [UInt8] = []
    appendDecodedText(id, without: isLeftOut, to: &bytes)
    return bytes.withUnsafeBytes(CollapsedText.string)
  }

  /// Appends the text inside a node, as `text` gives it, in UTF-8.
  ///
  /// `buffer` is overwritten; whoever asks often keeps it.
  package func appendText(_ id: HTMLNodeID, to output: inout [UInt8], buffer: inout [UInt8]) {
    if let only = loneText(in: id), tree.isPlain(only) {
      tree.withRawText(of: only) { CollapsedText.append($0, to: &output) }
      return
    }
    buffer.removeAll(keepingCapacity: true)
    appendDecodedText(id, without: { _ in false }, to: &buffer)
    buffer.withUnsafeBytes { CollapsedText.append($0, to: &output) }
  }

  /// The only node inside an element if it is a text, the node itself if that is one.
  private func loneText(in id: HTMLNodeID) -> HTMLNodeID? {
    let node = tree[id]
    if node.kind == .text { return id }
    guard node.kind == .element, node.tag != .script, node.tag != .style,
      let child = node.firstChild, tree[child].kind == .text, tree[child].nextSibling == nil
    else { return nil }
    return child
  }

  private func appendDecodedText(
    _ id: HTMLNodeID,
    without isLeftOut: (HTMLNodeID) -> Bool,
    to bytes: inout [UInt8]
  ) {
    var next: HTMLNodeID? = id
    while let node = next {
      let (kind, tag) = (tree[node].kind, tree[node].tag)
      if kind == .text { tree.appendDecodedText(of: node, to: &bytes) }
      let skips =
        kind == .content || tag == .script || tag == .style || node != id && isLeftOut(node)
      next = tree.node(after: node, in: id, skippingChildren: skips)
    }
  }

  /// The address an attribute holds, with what cannot be seen percent-encoded; nil if it is missing,
  /// empty or a script.
  public func link(_ id: HTMLNodeID?, _ name: HTMLName = .href) -> String? {
    var address: String?
    if let id { withLink(id, name) { address = String(decoding: $0, as: UTF8.self) } }
    return address
  }

  /// Calls `body` with the address that `link` gives, in UTF-8, if there is one.
  package func withLink(
    _ id: HTMLNodeID,
    _ name: HTMLName = .href,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    guard let index = tree.attributeIndex(name, of: id) else { return }
    tree.withValue(of: tree.attributes[index]) { value in
      if CollapsedText.isCollapsed(value) {
        if Self.isAddress(value) { body(value) }
        return
      }
      var address = LinkAddress.escaped(String(decoding: value, as: UTF8.self)).collapsed
      address.withUTF8 { address in
        let address = UnsafeRawBufferPointer(address)
        if Self.isAddress(address) { body(address) }
      }
    }
  }

  /// Whether an attribute's value is neither empty nor a script.
  private static func isAddress(_ value: UnsafeRawBufferPointer) -> Bool {
    let script: StaticString = "javascript:"
    guard value.count >= script.utf8CodeUnitCount else { return !value.isEmpty }
    for offset in 0..<script.utf8CodeUnitCount {
      let byte = value[offset]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != script.utf8Start[offset] { return true }
    }
    return false
  }

  /// Calls `body` with each word of an element's `class`.
  package func forEachWord(of id: HTMLNodeID, _ body: (UnsafeRawBufferPointer) -> Void) {
    guard let index = tree.attributeIndex(.class, of: id) else { return }
    tree.withValue(of: tree.attributes[index]) { value in
      var start = 0
      for (offset, byte) in value.enumerated() where byte == 0x20 || 0x09...0x0D ~= byte {
        if offset > start { body(UnsafeRawBufferPointer(rebasing: value[start..<offset])) }
        start = offset + 1
      }
      if value.count > start { body(UnsafeRawBufferPointer(rebasing: value[start...])) }
    }
  }
}

extension SourceText {
  /// Mark-up that stands by itself, from the page at `address`.
  package init(markup: String, address: String? = nil) {
    self.init(
      decoding: TextStorage(copying: markup.utf8),
      location: address ?? "",
      url: address,
      charset: "utf-8"
    )
  }
}
