import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// What JSON-LD in a page says of its article (schema.org `Article` and the like).
struct LinkedData: Sendable {
  /// The headline and the name, in this order, each if it is there.
  private(set) var titles: [String] = []
  /// The names of the authors, separated by commas; empty if unknown.
  private(set) var author = ""
  /// When it was published, as the page writes it.
  private(set) var date = ""
  private(set) var url = ""
  private(set) var site = ""
  /// How well the description fits an article; 0 for none.
  private var rank = 0

  /// Reads the scripts of a page that hold JSON-LD.
  init(_ scripts: [HTMLNodeID], _ page: HTMLPage) {
    for script in scripts { read(LinkedObjects(script, page)) }
  }

  private mutating func read(_ objects: LinkedObjects) {
    for object in objects.all {
      let types = object.linkedTypes
      // Frequent questions are asked by nobody.
      if types.contains("Question"), object["author"] == nil { continue }
      let rank = types.map(Self.rank).max() ?? 0
      if rank > self.rank {
        self.rank = rank
        describe(object, objects)
      }
    }
  }

  private mutating func describe(_ object: JSONValue, _ objects: LinkedObjects) {
    titles = ["headline", "name"].compactMap { (name: StaticString) in
      object[name]?.string.map(\.decodedReferences)
    }
    .filter { !$0.isEmpty }
    author = objects.names(object["author"]).joined(separator: ", ")
    date = object["datePublished"]?.string ?? object["dateCreated"]?.string ?? ""
    url = object["url"]?.string ?? ""
    site = objects.names(object["publisher"] ?? object["isPartOf"]).first ?? ""
  }

  /// How likely a type is that of a page's main text.
  private static func rank(_ type: String) -> Int {
    if type.hasSuffix("Article") || type.hasSuffix("Posting") { return 3 }
    switch type {
    case "Report", "Question", "Recipe", "Review", "Book", "Chapter", "CreativeWork",
      "APIReference":
      return 2
    case "WebPage", "ItemPage", "QAPage": return 1
    default: return 0
    }
  }
}
