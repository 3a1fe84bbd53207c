import DocumentParsing
import PageContent

extension JSONBadge {
  /// What it says of a comment; nil if nothing.
  func words(in value: JSONValue) -> String? {
    switch self {
    case .text(let path): path.value(in: value)?.string.flatMap { $0.isEmpty ? nil : $0 }
    case .flag(let path, let words): path.value(in: value)?.bool == true ? words : nil
    }
  }
}

extension [JSONAddress] {
  /// The first address that `value` has.
  func first(in value: JSONValue) -> String? {
    for address in self {
      switch address {
      case .path(let path):
        if let text = path.value(in: value)?.string, !text.isEmpty { return text }
      case .references(let path):
        if let text = path.value(in: value)?.string, !text.isEmpty { return text.decodedReferences }
      case .joined(let before, let path, let after):
        if let text = path.value(in: value)?.words, !text.isEmpty { return before + text + after }
      }
    }
    return nil
  }
}

extension [JSONBody] {
  /// The first text that `value` has, as mark-up.
  func markup(in value: JSONValue) -> String {
    for body in self {
      guard let text = body.path.value(in: value), !text.isEmptyString else { continue }
      return body.form.markup(text, beside: value)
    }
    return ""
  }
}
