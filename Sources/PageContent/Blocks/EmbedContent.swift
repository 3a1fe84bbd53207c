import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// A film, a sound or a document that a page shows inside itself, as a block that says where it is.
///
/// Frames count that may fill the screen or come from a place for players; others hold advertisements,
/// counters and buttons.
struct EmbedContent {
  private let address: String
  private let title: String

  /// What an element embeds, nil if it is nothing to be seen or heard.
  init?(_ node: HTMLNodeID, in content: ContentReader) {
    let page = content.page
    guard let stated = Self.address(of: node, page), Self.isShown(node, at: stated, page),
      let address = content.base.resolve(stated), !page.isConcealed(node, from: .viewers)
    else { return nil }
    self.address = address
    let named = [page.value(.title, node), page.value("aria-label", node)].map(\.collapsed)
    title = named.first { !$0.isEmpty } ?? Self.bare(address)
  }

  /// Whether an element shows a film, a sound or a document.
  static func isShown(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    address(of: node, page).map { isShown(node, at: $0, page) } ?? false
  }

  private static func isShown(_ node: HTMLNodeID, at address: String, _ page: HTMLPage) -> Bool {
    let isPixel = ["width", "height"].contains { ["0", "1"].contains(page.value($0, node)) }
    guard !isPixel else { return false }
    let place = address.prefix { $0 != "?" && $0 != "#" }
    guard page.tree[node].tag == .iframe else { return !place.lowercased().hasSuffix(".swf") }
    let isPlayer =
      page.tree.attribute(named: "allowfullscreen", of: node) != nil
      || place.has("/embed") || place.has("player")
    return isPlayer && page.discussionService(of: node) == nil
  }

  /// Adds it: a block of its own, in an item or a heading a link.
  func add(to content: inout ContentReader, into builder: inout DocumentBuilder) {
    guard content.item == nil, content.heading == 0 else {
      content.inline.openStretch(.link, url: address)
      content.inline.append(folding: title)
      content.inline.closeStretch()
      return
    }
    content.flush(into: &builder)
    let text = Array(title.utf8)
    let link = InlineText.Stretch(kind: .link, range: 0..<text.count, url: address)
    content.add(.embed, text: text, spans: [link], into: &builder)
  }

  /// The address that an element of the right kind has, its own or that of its first source.
  private static func address(of node: HTMLNodeID, _ page: HTMLPage) -> String? {
    switch page.tree[node].tag {
    case .iframe:
      let later = page.value("data-src", node).collapsed
      return page.link(node, .src).flatMap { $0.hasPrefix("about:") ? nil : $0 }
        ?? (later.isEmpty ? nil : later)
    case .embed: return page.link(node, .src)
    case .object: return page.link(node, page.tree.findName("data") ?? .href)
    case .video, .audio:
      let sources = page.tree.descendants(of: node).filter { page.tree[$0].tag == .source }
      return ([node] + sources).lazy.compactMap { page.link($0, .src) }.first
    case .other: return AMPElement.address(of: node, on: page)
    default: return nil
    }
  }

  /// An address as people write it: without scheme, `www.` and query.
  private static func bare(_ address: String) -> String {
    var rest = address.prefix { $0 != "?" && $0 != "#" }
    for start in ["https://", "http://", "//", "www."] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    return String(rest)
  }
}
