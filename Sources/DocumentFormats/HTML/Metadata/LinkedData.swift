import DocumentModel
import DocumentParsing
import HTMLParsing

/// What JSON-LD in a page says of its article (schema.org `Article` and the like).
struct LinkedData: Sendable {
  /// The headline and the name, in this order, each if it is there.
  private(set) var titles: [String] = []
  /// The names of the authors, parted by commas; empty if unknown.
  private(set) var author = ""
  /// When it was published, as the page writes it.
  private(set) var date = ""
  private(set) var url = ""
  private(set) var site = ""
  /// How well the description fits an article; 0 for none.
  private var rank = 0

  /// Reads the scripts of a page that hold JSON-LD.
  init(_ scripts: [HTMLNodeID], _ page: HTMLPage) {
    for script in scripts {
      var bytes: [UInt8] = []
      page.tree.appendText(of: script, to: &bytes)
      if let root = JSONTree(copying: Self.data(bytes)).root { read(root) }
    }
  }

  /// The data without the comment or CDATA section that some pages wrap it in.
  private static func data(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...].drop { $0 != 0x7B && $0 != 0x5B }
    if rest.starts(with: "[CDATA[".utf8) {
      rest = rest.dropFirst(7).drop { $0 != 0x7B && $0 != 0x5B }
    }
    return rest
  }

  /// Reads the objects of one script, those in its arrays and its graph too.
  private mutating func read(_ root: JSONValue) {
    var objects: [JSONValue] = []
    var rest = root.kind == .array ? Array(root.elements.prefix(Self.limit)) : [root]
    while let value = rest.popLast(), objects.count < Self.limit {
      objects.append(value)
      for inner in [value["@graph"], value["mainEntity"], value["mainEntityOfPage"]] {
        guard let inner else { continue }
        if inner.kind == .object { rest.append(inner) }
        rest += inner.elements.prefix(Self.limit)
      }
    }
    for object in objects {
      let rank = Self.types(object).map(Self.rank).max() ?? 0
      if rank > self.rank {
        self.rank = rank
        describe(object, objects)
      }
    }
  }

  private mutating func describe(_ object: JSONValue, _ objects: [JSONValue]) {
    titles = ["headline", "name"].compactMap { (name: StaticString) in
      object[name]?.string.map(\.decodedReferences)
    }
    .filter { !$0.isEmpty }
    author = Self.names(object["author"], objects).joined(separator: ", ")
    date = object["datePublished"]?.string ?? object["dateCreated"]?.string ?? ""
    url = object["url"]?.string ?? ""
    site = Self.names(object["publisher"] ?? object["isPartOf"], objects).first ?? ""
  }

  /// The names of people: plain, in objects, in arrays, or in objects that are described elsewhere.
  private static func names(_ value: JSONValue?, _ objects: [JSONValue]) -> [String] {
    guard let value else { return [] }
    let people = value.kind == .array ? Array(value.elements.prefix(20)) : [value]
    return people.compactMap { person in
      var name = person.string ?? person["name"]?.string
      if name == nil, let id = person["@id"]?.string {
        name = objects.first { $0["@id"]?.string == id && $0["name"] != nil }?["name"]?.string
      }
      let text = (name ?? "").decodedReferences
      return text.isEmpty || text.contains("://") ? nil : text
    }
  }

  private static func types(_ object: JSONValue) -> [String] {
    guard let type = object["@type"] else { return [] }
    return type.string.map { [$0] } ?? type.elements.prefix(8).compactMap(\.string)
  }

  /// How surely a type is that of a page's main text.
  private static func rank(_ type: String) -> Int {
    let name = type.split(separator: "/").last.map(String.init) ?? type
    if name.hasSuffix("Article") || name.hasSuffix("Posting") { return 3 }
    switch name {
    case "Report", "Question", "QAPage", "Recipe", "Review", "Book", "Chapter", "CreativeWork",
      "APIReference":
      return 2
    case "WebPage", "ItemPage": return 1
    default: return 0
    }
  }

  private static let limit = 200
}
