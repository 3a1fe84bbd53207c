import DocumentParsing
import HTMLParsing
import PageModel

/// Finds the names of authors on pages that write none beside the text: those in place of whose picture
/// the name is shown.
struct PicturedNames {
  private let elements: RecordElements
  private let outline: PageOutline
  private let policy: HeaderNamePolicy
  private let names: AuthorPolicy

  /// The names of records of which none is signed in words.
  init(_ elements: RecordElements) {
    self.elements = elements
    outline = elements.survey.outline
    policy = outline.page.policies[HeaderNamePolicy.self]
    names = outline.page.policies[AuthorPolicy.self]
  }

  /// The pictures with the names, by the records' indices; empty unless nearly all records have one
  /// and the names differ by more than a number.
  func places() -> [Int: Int] {
    var places: [Int: Int] = [:]
    var wordings: Set<String> = []
    for index in 0..<elements.count {
      let picture = elements.own[index].first { outline.tag($0) == .img && !name($0).isEmpty }
      guard let picture else { continue }
      places[index] = picture
      wordings.insert(name(picture).filter { !$0.isNumber })
    }
    guard Double(places.count) >= policy.besideDates * Double(elements.count),
      wordings.count >= policy.differentNames
    else { return [:] }
    return places
  }

  private func name(_ place: Int) -> String {
    let text = outline.page.value(.alt, outline.nodes[place]).collapsed
    let isFile = text.utf8.contains(0x2E) && !text.utf8.contains(0x20)
    guard text.utf8.count <= names.longestName, !isFile else { return "" }
    return RecordAuthors.name(in: text, names)
  }
}
