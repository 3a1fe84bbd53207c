import DocumentParsing

extension JSONPeople {
  /// The names by ids, the first of each; O(length of the list).
  func names(in root: JSONValue) -> [String: String] {
    guard let list = list.value(in: root), list.kind == .array else { return [:] }
    var names: [String: String] = [:]
    for person in list.elements where sign.value(in: person) != nil {
      guard let id = id.value(in: person)?.words, names[id] == nil else { continue }
      let name = name.text(in: person)
      if !name.isEmpty { names[id] = name }
    }
    return names
  }
}
