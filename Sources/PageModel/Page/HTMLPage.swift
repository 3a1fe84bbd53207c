import DocumentModel
import DocumentParsing
import HTMLParsing

/// A saved page as the readers of discussions see it: the tree, and an index of its classes.
public struct HTMLPage: Sendable {
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
  /// The numbers by which readers decide.
  package let policies: Policies
  /// Where readers note what they considered; nil: nowhere.
  package let decisions: DecisionLog?
  private let classes: ClassIndex

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
  }

  /// A page of some mark-up that stands by itself.
  package init(markup: String) { self.init(SourceText(markup: markup)) }

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
  public func text(_ id: HTMLNodeID?) -> String { text(id) { _ in false } }

  /// The text inside a node without what is inside other elements that `isLeftOut` accepts.
  public func text(_ id: HTMLNodeID?, without isLeftOut: (HTMLNodeID) -> Bool) -> String {
    guard let id else { return "" }
    var bytes: [UInt8] = []
    var next: HTMLNodeID? = id
    while let node = next {
      let skips =
        tree[node].kind == .content || [.script, .style].contains(tree[node].tag)
        || node != id && isLeftOut(node)
      if tree[node].kind == .text { tree.appendDecodedText(of: node, to: &bytes) }
      next = tree.node(after: node, in: id, skippingChildren: skips)
    }
    return String(decoding: bytes, as: UTF8.self).collapsed
  }

  /// The address an attribute holds, nil if it is missing, empty or a script.
  public func link(_ id: HTMLNodeID?, _ name: HTMLName = .href) -> String? {
    guard let id, let value = tree.attribute(name, of: id) else { return nil }
    let address = value.collapsed
    let isScript = address.prefix(11).lowercased() == "javascript:"
    return address.isEmpty || isScript ? nil : address
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
