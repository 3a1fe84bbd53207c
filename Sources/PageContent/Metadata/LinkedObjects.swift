import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The objects in one script of JSON-LD that may describe the page: those at its top, in its graph,
/// and the main entities these refer to.
package struct LinkedObjects: Sendable {
  /// The objects, up to `mostLinkedObjects` of each array and in all.
  package private(set) var all: [JSONValue] = []
  /// Whether the script holds more than is read.
  package private(set) var isCut = false
  /// The names of those that have one, by their ids.
  private var namesByID: [String: String] = [:]
  private let policy: MetadataPolicy

  /// Reads a script; none if it holds no JSON.
  package init(_ script: HTMLNodeID, _ page: HTMLPage) {
    policy = page.policies[MetadataPolicy.self]
    let limit = policy.mostLinkedObjects
    var bytes: [UInt8] = []
    page.tree.appendText(of: script, to: &bytes)
    let tree = JSONTree(copying: Self.data(bytes))
    isCut = tree.isCut
    guard let root = tree.root else { return }
    var rest = root.kind == .array ? Array(root.elements.prefix(limit)) : [root]
    while let value = rest.popLast(), all.count < limit {
      all.append(value)
      for inner in [value["@graph"], value["mainEntity"], value["mainEntityOfPage"]] {
        guard let inner else { continue }
        if inner.kind == .object { rest.append(inner) }
        rest += inner.elements.prefix(limit)
      }
    }
    for object in all {
      guard let id = object["@id"]?.string, namesByID[id] == nil, let name = object["name"] else {
        continue
      }
      namesByID[id] = name.string ?? ""
    }
  }

  /// Whether an element is such a script.
  package static func isScript(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard page.tree[node].tag == .script else { return false }
    let type = page.tree.attribute(.type, of: node)?.lowercased() ?? ""
    return type.hasPrefix("application/ld+json")
  }

  /// The names of people: plain, in objects, in arrays, or in objects that are described elsewhere.
  package func names(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    let people = value.kind == .array ? Array(value.elements.prefix(policy.mostNames)) : [value]
    return people.compactMap { person in
      var name = person.string ?? person["name"]?.string
      if name == nil, let id = person["@id"]?.string {
        name = namesByID[id]
      }
      let text = (name ?? "").decodedReferences
      return text.isEmpty || text.has("://") ? nil : text
    }
  }

  /// The data without the comment or CDATA section around it.
  private static func data(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...].drop { $0 != 0x7B && $0 != 0x5B }
    if rest.starts(with: "[CDATA[".utf8) {
      rest = rest.dropFirst(7).drop { $0 != 0x7B && $0 != 0x5B }
    }
    return rest
  }
}

extension JSONValue {
  /// The types of a JSON-LD object, without the vocabulary's address.
  package var linkedTypes: [String] {
    guard let type = self["@type"] else { return [] }
    let names = type.string.map { [$0] } ?? type.elements.compactMap(\.string)
    return names.map { $0.split { "/:#".contains($0) }.last.map(String.init) ?? $0 }
  }
}
