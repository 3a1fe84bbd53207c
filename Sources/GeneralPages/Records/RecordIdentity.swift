import HTMLParsing
import PageModel

/// What each record is called, and the address it has.
struct RecordIdentity {
  /// The ids, empty where there is none; no two alike.
  private(set) var ids: [String]
  /// The addresses.
  private(set) var links: [String?]

  init(_ group: RecordGroup, _ fields: RecordFields, _ outline: PageOutline) {
    let page = outline.page
    let names =
      [
        "data-comment-id", "data-id", "data-message-id", "data-post-id", "data-commentid",
        "data-cid", "data-reply-id", "data-key", "data-postid",
      ].compactMap(page.tree.findName)
    ids = []
    links = []
    var seen: Set<String> = []
    for (index, record) in group.records.enumerated() {
      let elements = fields.elements[index]
      let own = Self.id(record.place, elements, names, outline)
      let link = Self.permalink(elements, fields.parts[index], outline)
      var id = own ?? link?.behind("#").map { RecordNesting.tail(String($0)) } ?? ""
      if !id.isEmpty, !seen.insert(id).inserted { id = "" }
      ids.append(id)
      links.append(link ?? own.flatMap { _ in Self.fragment(elements, outline) }.map { "#\($0)" })
    }
  }

  private static func id(
    _ place: Int,
    _ elements: [Int],
    _ names: [HTMLName],
    _ outline: PageOutline
  ) -> String? {
    let page = outline.page
    let parent = outline.parents[place]
    let isAlone =
      parent >= 0 && outline.tag(place) != .li
      && outline.range(parent).count <= outline.range(place).count + 3
    let near = (isAlone ? [parent] : []) + elements.prefix(12)
    for name in names {
      for place in near.prefix(4) {
        if let id = page.tree.attribute(name, of: outline.nodes[place]), !id.isEmpty {
          return id.collapsed
        }
      }
    }
    return fragment(near, outline).map(RecordNesting.tail)
  }

  /// The first id or name with a number that stands near the beginning.
  private static func fragment(_ elements: [Int], _ outline: PageOutline) -> String? {
    let page = outline.page
    for place in elements.prefix(16) {
      let node = outline.nodes[place]
      let id = page.tree.attribute(.id, of: node)
      let name = outline.tag(place) == .a ? page.tree.attribute(.name, of: node) : nil
      for value in [id, name].compactMap({ $0 })
      where value.utf8.contains(where: { 0x30...0x39 ~= $0 }) && value.utf8.count <= 80 {
        return value
      }
    }
    return nil
  }

  /// The link around the date, else the first that leads to a fragment.
  private static func permalink(
    _ elements: [Int],
    _ parts: RecordFields.Parts,
    _ outline: PageOutline
  ) -> String? {
    let page = outline.page
    if var place = parts.date?.place {
      for _ in 0..<3 where place >= 0 {
        if outline.tag(place) == .a { return page.link(outline.nodes[place]) }
        place = outline.parents[place]
      }
      if let date = parts.date?.place {
        for place in outline.range(date) where outline.tag(place) == .a {
          return page.link(outline.nodes[place])
        }
      }
    }
    for place in elements.prefix(60) where outline.tag(place) == .a {
      guard let link = page.link(outline.nodes[place]), let part = link.behind("#") else {
        continue
      }
      if part.utf8.contains(where: { 0x30...0x39 ~= $0 }) { return link }
    }
    return nil
  }
}
