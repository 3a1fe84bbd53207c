import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// A link beside a discussion, with what it shows.
struct PageLink {
  /// Where it leads.
  let address: String
  /// The address taken apart.
  let paged: PagedAddress
  /// The number it shows, nil if it shows none.
  let label: Int?
  /// Whether it says that it leads to the page before.
  let leadsBack: Bool
  /// Whether it says that it leads to all comments.
  let namesAllComments: Bool

  /// A link of a page; nil if it leads to a place on a page, or nowhere.
  init?(_ node: HTMLNodeID, _ page: HTMLPage, _ base: PageAddress) {
    guard let link = page.link(node), let address = base.resolve(link),
      let paged = PagedAddress(address)
    else { return nil }
    let fragment = address.utf8.firstIndex(of: 0x23).map { address[$0...].dropFirst() } ?? ""
    guard fragment.isEmpty || Self.places.contains(fragment.lowercased()) else { return nil }
    let shown = page.text(node).lowercased()
    let words = shown.isEmpty ? Self.said(of: node, page).lowercased() : shown
    self.address = address
    self.paged = paged
    label = shown.utf8.count < 7 ? Int(shown) : nil
    leadsBack =
      page.value(.rel, node).lowercased() == "prev"
      || Self.back.contains { words.hasPrefix($0) }
    namesAllComments = Self.all.contains { words.has($0) }
  }

  /// What is said of a link that shows no words.
  private static func said(of node: HTMLNodeID, _ page: HTMLPage) -> String {
    let own = [page.value("aria-label", node), page.value(.title, node)].first { !$0.isEmpty }
    return own ?? page.value(.alt, page.tree.first(.img, in: node))
  }

  /// Places on a page that are no single comment.
  private static let places: Set<String> = [
    "comments", "comment", "comments-list", "commentlist", "discussion", "respond", "replies",
    "kommentare", "commentaires", "comentarios", "top", "content", "thread",
  ]
  private static let back = ["prev", "‹", "«", "<", "←", "zurück", "préc", "anterior", "vorige"]
  /// What links to all comments say.
  private static let all: [StaticString] = [
    "all comments", "view all", "see all", "show all", "whole discussion", "full discussion",
    "without javascript", "no javascript", "noscript", "alle kommentare", "alle beiträge",
    "tous les commentaires", "todos los comentarios", "tutti i commenti", "todos os comentários",
    "alle reacties", "alla kommentarer", "wszystkie komentarze", "все комментарии",
    "all replies", "all responses",
  ]
}
