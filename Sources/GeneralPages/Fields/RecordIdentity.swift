import DocumentParsing
import HTMLParsing
import PageModel

/// What each record is called, and the address it has.
struct RecordIdentity {
  /// The ids, empty where there is none; no two alike.
  private(set) var ids: [String]
  /// The addresses.
  private(set) var links: [String?]

  private let outline: PageOutline
  private let policy: LinkPolicy
  private let idNames: [HTMLName]

  init(_ group: RecordGroup, fields: RecordFields, in outline: PageOutline) {
    self.outline = outline
    policy = outline.page.policies[LinkPolicy.self]
    idNames = Self.idAttributes.compactMap(outline.page.tree.findName)
    ids = []
    links = []
    var seen: Set<String> = []
    for (index, record) in group.records.enumerated() {
      let elements = fields.elements[index]
      let own = id(record.place, elements)
      let link = permalink(elements, date: fields.parts[index].date?.place)
      var id = own ?? link?.behind("#").map { RecordNesting.tail(String($0)) } ?? ""
      if !id.isEmpty, !seen.insert(id).inserted { id = "" }
      ids.append(id)
      links.append(
        link ?? own.flatMap { _ in fragment(elements.prefix(policy.idElements)) }.map { "#\($0)" }
      )
    }
  }

  /// Attributes that hold the id of a comment on one site or another.
  private static let idAttributes = [
    "data-comment-id", "data-id", "data-message-id", "data-post-id", "data-commentid",
    "data-cid", "data-reply-id", "data-key", "data-postid", "data-review-id",
  ]

  private func id(_ place: Int, _ elements: ArraySlice<Int>) -> String? {
    let tree = outline.page.tree
    let parent = outline.parents[place]
    let isAlone =
      parent >= 0 && outline.tag(place) != .li
      && outline.range(parent).count <= outline.range(place).count + policy.wrapperNodes
    let near = (isAlone ? [parent] : []) + elements.prefix(policy.idElements)
    for name in idNames {
      for place in near.prefix(policy.idAttributeElements) {
        if let id = tree.attribute(name, of: outline.nodes[place]), !id.isEmpty {
          return id.collapsed
        }
      }
    }
    return fragment(near).map(RecordNesting.tail)
  }

  /// The first id or name with a number that stands near the beginning.
  private func fragment(_ elements: some Sequence<Int>) -> String? {
    for place in elements {
      if let id = numbered(.id, place) { return id }
      if outline.tag(place) == .a, let name = numbered(.name, place) { return name }
    }
    return nil
  }

  /// The value of an attribute, if it is no longer than an id and has a number.
  private func numbered(_ name: HTMLName, _ place: Int) -> String? {
    let tree = outline.page.tree
    guard let index = tree.attributeIndex(name, of: outline.nodes[place]) else { return nil }
    return tree.withValue(of: tree.attributes[index]) { value in
      value.count <= policy.longestID && value.contains { 0x30...0x39 ~= $0 }
        ? String(decoding: value, as: UTF8.self) : nil
    }
  }

  /// The link around the date, else the first that leads to a fragment.
  private func permalink(_ elements: ArraySlice<Int>, date: Int?) -> String? {
    let page = outline.page
    if let date {
      var place = date
      for _ in 0..<policy.dateLinkLevels where place >= 0 {
        if outline.tag(place) == .a { return page.link(outline.nodes[place]) }
        place = outline.parents[place]
      }
      for place in outline.range(date) where outline.tag(place) == .a {
        return page.link(outline.nodes[place])
      }
    }
    for place in elements.prefix(policy.linkElements) where outline.tag(place) == .a {
      var isNumbered = false
      page.withLink(outline.nodes[place]) { link in
        guard let mark = link.first(0x23, in: link.indices) else { return }
        isNumbered = link[mark...].contains { 0x30...0x39 ~= $0 }
      }
      if isNumbered { return page.link(outline.nodes[place]) }
    }
    return nil
  }
}
