import XMLParsing

/// A way from an element to what is inside it, as the tables write it: `author/name` leads to an
/// element, `link[rel=next]@href` to an attribute.
///
/// `[rel=next]` asks for an attribute of that value, `[rel=]` for one that is missing.
package struct XMLPath: ExpressibleByStringLiteral, Sendable {
  private struct Step: Sendable {
    let name: String
    let condition: (attribute: String, value: String)?
  }

  private let steps: [Step]
  private let attribute: String?

  /// A path in the notation above; an empty one is the element itself.
  package init(stringLiteral path: StaticString) {
    var rest = "\(path)"[...]
    var steps: [Step] = []
    while !rest.isEmpty, rest.first != "@" {
      let name = rest.prefix { !"/[@".contains($0) }
      rest = rest.dropFirst(name.count)
      var condition: (String, String)?
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        let parts = rest[..<end].dropFirst().split(
          separator: "=",
          maxSplits: 1,
          omittingEmptySubsequences: false
        )
        condition = (String(parts[0]), String(parts.last ?? ""))
        rest = rest[end...].dropFirst()
      }
      steps.append(Step(name: String(name), condition: condition))
      if rest.first == "/" { rest = rest.dropFirst() }
    }
    self.steps = steps
    attribute = rest.isEmpty ? nil : String(rest.dropFirst())
  }

  /// The elements it leads to, in order.
  func elements(in element: XMLElement) -> [XMLElement] {
    var found = [element]
    for step in steps {
      found = found.flatMap { element in
        element.children(step.name).filter { Self.meets(step, $0) }
      }
    }
    return found
  }

  /// The first element it leads to.
  func element(in element: XMLElement) -> XMLElement? {
    guard steps.count == 1, let step = steps.first else { return elements(in: element).first }
    guard step.condition != nil else { return element.first(step.name) }
    return elements(in: element).first
  }

  /// What it leads to, without blanks at the ends; nil if that is nothing.
  func text(in element: XMLElement) -> String? {
    guard let found = self.element(in: element) else { return nil }
    return Self.trimmed(attribute.map { found.attribute($0) ?? "" } ?? found.text)
  }

  /// All that it leads to.
  func texts(in element: XMLElement) -> [String] {
    elements(in: element).compactMap { found in
      Self.trimmed(attribute.map { found.attribute($0) ?? "" } ?? found.text)
    }
  }

  private static func meets(_ step: Step, _ element: XMLElement) -> Bool {
    guard let condition = step.condition else { return true }
    return (element.attribute(condition.attribute) ?? "") == condition.value
  }

  private static func trimmed(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return nil }
    return String(text[first...last])
  }
}

extension [XMLPath] {
  /// What the first path that leads to something leads to.
  func text(in element: XMLElement) -> String? {
    for path in self {
      if let text = path.text(in: element) { return text }
    }
    return nil
  }

  /// The number there.
  func number(in element: XMLElement) -> Int? {
    for path in self {
      if let text = path.text(in: element), let number = Int(text), number >= 0 { return number }
    }
    return nil
  }
}
