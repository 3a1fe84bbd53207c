import DocumentModel
import DocumentParsing
import PageContent
import PageModel
import XMLParsing

/// A feed: what it is of, and its entries.
struct Feed: Sendable {
  let root: XMLElement
  let channel: XMLElement
  let system: FeedSystem
  /// The address that relative ones start from.
  let base: String?
  let elements: [XMLElement]

  /// The feed under `root`.
  init(_ root: XMLElement, _ system: FeedSystem, address: String?) {
    self.root = root
    self.system = system
    channel = system.channel.lazy.compactMap { $0.element(in: root) }.first ?? root
    let page = system.page.text(in: channel)
    let stated = channel.attribute("xml:base") ?? root.attribute("xml:base")
    let own = address ?? XMLPath("atom:link[rel=self]@href").text(in: channel) ?? page
    base = stated.flatMap { PageAddress(own ?? "").resolve($0) } ?? own
    elements = system.entries.flatMap { $0.elements(in: root) }
  }

  /// Its title on one line.
  var title: String {
    guard let title = system.title.lazy.compactMap({ $0.element(in: channel) }).first else {
      return ""
    }
    return system.fields.isAtom ? XMLText(atom: title).line : title.text.readAsTitle
  }

  /// The page it is a feed of.
  var page: String? { system.page.text(in: channel).flatMap(PageAddress(base ?? "").resolve) }

  /// The feed of what follows.
  var next: String? { system.next.text(in: channel).flatMap(PageAddress(base ?? "").resolve) }

  /// How many entries there are altogether, if it says so and is not all there is.
  var total: Int? { system.total.number(in: channel) }

  /// The entry at `index`.
  func entry(_ index: Int) -> FeedEntry {
    var entry = FeedEntry(elements[index], system, base: base)
    if entry.author == nil { entry.author = system.author.text(in: channel) }
    return entry
  }
}
