import HTMLParsing
import PageModel

/// The `meta` elements of a page by name, and the first of some other elements.
struct HeadValues: Sendable {
  private var values: [String: String] = [:]
  private var authors: [String: DistinctValues] = [:]
  /// What `title` says.
  private(set) var title = ""
  /// The canonical address.
  private(set) var canonical: String?
  /// Scripts that hold JSON-LD.
  private(set) var linkedData: [HTMLNodeID] = []

  /// Reads a page's elements wherever they stand; O(its elements).
  init(_ page: HTMLPage) {
    let tree = page.tree
    for index in tree.nodes.indices {
      let node = HTMLNodeID(index)
      switch tree.nodes[index].tag {
      case .meta:
        note(node, page)
      case .title where title.isEmpty:
        title = page.text(node).decodedReferences
      case .link where canonical == nil && tree.attribute(.rel, of: node) == "canonical":
        canonical = page.link(node)
      case .script where LinkedObjects.isScript(node, page):
        linkedData.append(node)
      default: break
      }
    }
  }

  /// The value of the first of `names` that has one.
  func first(_ names: [String]) -> String {
    names.lazy.compactMap { values[$0] }.first ?? ""
  }

  /// All values of the first of `names` that has any, separated by commas.
  func all(_ names: [String]) -> String {
    names.lazy.compactMap { authors[$0]?.all.joined(separator: ", ") }.first ?? ""
  }

  /// Values in their order, each once.
  private struct DistinctValues: Sendable {
    private(set) var all: [String] = []
    private var known: Set<String> = []

    mutating func append(_ value: String) {
      if known.insert(value).inserted { all.append(value) }
    }
  }

  private mutating func note(_ node: HTMLNodeID, _ page: HTMLPage) {
    guard let content = page.tree.attribute(.content, of: node)?.decodedReferences,
      !content.isEmpty
    else { return }
    for attribute in [HTMLName.property, .name, .itemprop] {
      guard let text = page.tree.attribute(attribute, of: node) else { continue }
      for word in text.split(whereSeparator: \.isWhitespace) {
        let lowered = word.lowercased()
        let name = lowered.has(".") ? lowered.replacing(".", with: ":") : lowered
        if values[name] == nil { values[name] = content }
        authors[name, default: DistinctValues()].append(content)
      }
    }
  }
}

extension String {
  /// The text with doubly escaped character references decoded, without mark-up that was escaped, and
  /// white space collapsed; at most the beginning that `fieldPrefix` leaves.
  package var decodedReferences: String {
    let field = fieldPrefix.withoutMarkup
    guard field.utf8.contains(0x26), field.utf8.contains(0x3B) else { return field.collapsed }
    let tree = HTMLDocument(
      HTMLBytes(field.has("<") ? field.replacing("<", with: "&lt;") : field),
      options: HTMLOptions(encoding: "utf-8")
    )
    return tree.text(of: HTMLDocument.root).collapsed
  }

  /// The text without tags of links and of elements that set words off, where such an element is
  /// closed, or is a `meta`; other tags are what the text is about.
  ///
  /// O(length).
  var withoutMarkup: String {
    guard utf8.contains(0x3C) else { return self }
    var kept = self[...]
    var text = ""
    while let start = kept.firstIndex(of: "<") {
      text += kept[..<start]
      let tag = kept[start...].prefix { $0 != ">" }
      let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
      let isTag = tag.endIndex < kept.endIndex && Self.setOff.contains(name)
      guard isTag, name == "meta" || has("</") else {
        text += "<"
        kept = kept[kept.index(after: start)...]
        continue
      }
      kept = kept[kept.index(after: tag.endIndex)...]
    }
    return text + kept
  }

  private static let setOff: Set<String> = [
    "a", "em", "i", "strong", "b", "span", "sup", "sub", "small", "u", "font", "q", "cite", "mark",
    "meta",
  ]
}
