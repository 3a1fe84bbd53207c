import DocumentParsing
import HTMLParsing
import PageModel

/// Notes to an article that stand beside it: below the text, in an element of their own.
///
/// A note is what a short link in the text leads to, and what leads back there.
struct ArticleNotes {
  /// The elements that hold the notes, in the order of the page; a list of notes as a whole.
  private(set) var boxes: [HTMLNodeID] = []

  private let page: HTMLPage
  /// The elements that hold the article.
  private let content: [HTMLNodeID]
  /// How long the mark of a note is, with brackets around it.
  private let longestMark: Int

  /// Looks for the notes of an article; O(size of the page) if its text has such links.
  init(of article: PageArticle, on page: HTMLPage, thread: PageThread) {
    self.page = page
    content = article.content
    longestMark = page.policies[ContentPolicy.self].longestNoteMark + 2
    let (links, places) = links(leftOut: article.leftOut)
    guard !links.isEmpty else { return }
    let discussion = thread.nodes
    var notes: [HTMLNodeID] = []
    for index in page.tree.nodes.indices {
      let node = HTMLNodeID(index)
      guard let id = page.tree.attribute(.id, of: node), links.contains(id),
        !isArticle(node), leadsBack(node, to: places)
      else { continue }
      let isOther =
        discussion.contains(node)
        || page.tree.ancestor(of: node) { discussion.contains($0) || page.isDiscussion($0) } != nil
      if !isOther { notes.append(node) }
    }
    let all = Set(notes)
    var known: Set<HTMLNodeID> = []
    for note in notes {
      let box = list(around: note, of: all) ?? note
      if known.insert(box).inserted { boxes.append(box) }
    }
  }

  /// What the article's short links lead to on the page, and the ids of what stands in its text.
  private func links(leftOut: Set<HTMLNodeID>) -> (targets: Set<String>, places: Set<String>) {
    var targets: Set<String> = []
    var places: Set<String> = []
    for top in content {
      var next: HTMLNodeID? = top
      while let node = next {
        let skips = leftOut.contains(node)
        if !skips, page.tree[node].kind == .element {
          if let id = page.tree.attribute(.id, of: node), places.count < Self.most {
            places.insert(id)
          }
          if page.tree[node].tag == .a, targets.count < Self.most, let target = target(of: node) {
            targets.insert(target)
          }
        }
        next = page.tree.node(after: node, in: top, skippingChildren: skips)
      }
    }
    return (targets, places)
  }

  /// The place that the mark of a note leads to.
  private func target(of link: HTMLNodeID) -> String? {
    guard let address = page.link(link), address.hasPrefix("#"),
      1...longestMark ~= page.text(link).count
    else { return nil }
    return String(address.dropFirst())
  }

  private func leadsBack(_ note: HTMLNodeID, to places: Set<String>) -> Bool {
    let holder = page.text(note).isEmpty ? page.tree[note].parent ?? note : note
    return page.tree.descendants(of: holder).contains { node in
      guard page.tree[node].tag == .a, let address = page.link(node) else { return false }
      return address.hasPrefix("#") && places.contains(String(address.dropFirst()))
    }
  }

  /// Whether a node stands in the article, or the article in it.
  private func isArticle(_ node: HTMLNodeID) -> Bool {
    content.contains { page.isInside(node, $0) || page.isInside($0, node) }
  }

  /// The list in which a note stands, if it has no items but notes.
  private func list(around note: HTMLNodeID, of notes: Set<HTMLNodeID>) -> HTMLNodeID? {
    guard page.tree[note].tag == .li, let list = page.tree[note].parent,
      [.ol, .ul].contains(page.tree[list].tag)
    else { return nil }
    let items = page.tree.children(of: list).filter { page.tree[$0].tag == .li }
    return items.allSatisfy(notes.contains) ? list : nil
  }

  /// How many links and places are looked at.
  private static let most = 2_000
}
