import DocumentParsing
import HTMLParsing
import PageModel

/// What records are that look like comments and that mark-up calls something else: the references of an
/// article, the members of a society, the rows of a table of data.
struct OtherLists {
  /// What the records are, for people; nil if nothing says so.
  let kind: String?

  init(_ thread: RecordThread) {
    let outline = thread.survey.outline
    guard let first = thread.group.records.first?.place else {
      kind = nil
      return
    }
    if thread.group.named.own == 0, let name = Self.name(around: first, outline) {
      kind = name
    } else if thread.group.named.around == 0, Self.isRowOfData(first, outline) {
      kind = "a table with headings"
    } else {
      kind = nil
    }
  }

  private static let names = Set(Vocabulary.names(.otherList).map { String(describing: $0) })

  /// The name of such a list among those of a record and of what it stands in.
  private static func name(around place: Int, _ outline: PageOutline) -> String? {
    let page = outline.page
    var place = place
    for _ in 0..<page.policies[OtherListPolicy.self].listLevels where place > 0 {
      let node = outline.nodes[place]
      let id = page.value(.id, node)
      for word in page.words(of: node) + [Substring(id)] {
        let word = word.lowercased()
        if names.contains(word) { return word }
      }
      if id.hasPrefix("cite_note") { return id }
      place = outline.parents[place]
    }
    return nil
  }

  /// Whether an element is a row of a table whose columns have headings.
  private static func isRowOfData(_ place: Int, _ outline: PageOutline) -> Bool {
    guard outline.tag(place) == .tr else { return false }
    var table = outline.parents[place]
    while table > 0, outline.tag(table) != .table { table = outline.parents[table] }
    guard let row = outline.range(table).first(where: { outline.tag($0) == .tr }) else {
      return false
    }
    let headings = outline.range(row).count { inside in
      outline.tag(inside) == .th && outline.textLength(outline.range(inside)) > 0
    }
    return headings >= outline.page.policies[OtherListPolicy.self].dataColumns
  }
}
