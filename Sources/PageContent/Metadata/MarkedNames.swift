import HTMLParsing
import PageModel

/// The names that stand in elements of their own inside a byline.
struct MarkedNames {
  /// The names in the order of the page, each once.
  private(set) var all: [String] = []

  /// Reads what is marked as a name inside an element, else its links; O(its size).
  ///
  /// Of several links the first counts, and those that only a comma or an “and” parts from it: behind
  /// others stands what the author writes about.
  init(_ node: HTMLNodeID, on page: HTMLPage, admitsLinks: Bool) {
    let tree = page.tree
    let kinds: [(HTMLNodeID) -> Bool] = [
      { tree.attribute(.itemprop, of: $0) == "name" },
      { page.has("fn", $0) },
      { tree.attribute(.rel, of: $0)?.has("author") == true },
    ]
    for isMarked in kinds {
      add(Self.outermost(in: node, on: page, where: isMarked).map { page.text($0) })
      if !all.isEmpty { return }
    }
    guard admitsLinks else { return }
    var last: HTMLNodeID?
    for link in Self.outermost(in: node, on: page, where: { tree[$0].tag == .a }) {
      let text = page.text(link)
      guard !text.isEmpty else { continue }
      if let last {
        let between = Self.text(between: last, link, on: page)
        guard Self.isJoint(between), between.contains(where: { !$0.isWhitespace }) else { break }
      }
      add([text])
      last = link
    }
  }

  /// Whether a text joins two names and says nothing else.
  static func isJoint(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || ",&/•·|".contains($0) }
    return words.isEmpty || words.count == 1 && joints.contains(words[0].lowercased())
  }

  private mutating func add(_ texts: [String]) {
    for text in texts {
      let name = text.fieldPrefix.withoutBy
      if !name.isEmpty, !all.contains(name) { all.append(name) }
    }
  }

  private static func outermost(
    in top: HTMLNodeID,
    on page: HTMLPage,
    where isWanted: (HTMLNodeID) -> Bool
  ) -> [HTMLNodeID] {
    var found: [HTMLNodeID] = []
    var next: HTMLNodeID? = top
    while let node = next, found.count < mostMarks {
      let isOne = page.tree[node].kind == .element && isWanted(node)
      if isOne { found.append(node) }
      next = page.tree.node(after: node, in: top, skippingChildren: isOne)
    }
    return found
  }

  private static func text(
    between first: HTMLNodeID,
    _ second: HTMLNodeID,
    on page: HTMLPage
  ) -> String {
    var text = ""
    var next = page.tree.node(after: first, skippingChildren: true)
    while let node = next, node != second, text.utf8.count < 64 {
      if page.tree[node].kind == .text { text += page.tree.decodedText(of: node) }
      next = page.tree.node(after: node)
    }
    return text
  }

  private static let mostMarks = 32
  /// “And” in the languages whose bylines are read.
  private static let joints: Set<String> = [
    "and", "und", "et", "y", "e", "ed", "en", "och", "og", "ja", "i", "a", "és", "и", "і",
    "with", "mit", "avec", "con", "şi", "și", "ve",
  ]
}
