import DocumentParsing

/// A way from a JSON value to one inside it: names of members and indices of elements, as in
/// `0.data.children`.
///
/// Written in the tables of `JSONSystem`; an empty path is the value itself. Kept as it is written,
/// so that a table costs nothing until it is used.
package struct JSONPath: ExpressibleByStringLiteral, Sendable {
  private let path: StaticString

  /// A path in the notation above.
  package init(stringLiteral path: StaticString) { self.path = path }

  /// What the path leads to from `value`; nil if there is nothing or null.
  ///
  /// O(steps × members).
  package func value(in value: JSONValue) -> JSONValue? {
    path.withUTF8Buffer { path in
      var value = value
      var rest = UnsafeRawBufferPointer(path)[...]
      while !rest.isEmpty {
        let step = rest.prefix { $0 != UInt8(ascii: ".") }
        guard let inner = Self.step(UnsafeRawBufferPointer(rebasing: step), in: value) else {
          return nil
        }
        value = inner
        rest = rest[step.endIndex...].dropFirst()
      }
      return value.kind == .null ? nil : value
    }
  }

  private static func step(
    _ step: UnsafeRawBufferPointer,
    in value: JSONValue
  ) -> JSONValue? {
    guard value.kind == .array else { return value.member(step) }
    var index = 0
    for digit in step {
      guard 0x30...0x39 ~= digit else { return nil }
      index = index * 10 + Int(digit - 0x30)
    }
    return value.elements.dropFirst(index).first { _ in true }
  }
}

extension [JSONPath] {
  /// The first of the paths that leads anywhere but to an empty string.
  func value(in value: JSONValue) -> JSONValue? {
    for path in self {
      if let found = path.value(in: value), !found.isEmptyString { return found }
    }
    return nil
  }

  /// The words at the first path that leads to some; empty if none does.
  func text(in value: JSONValue) -> String { self.value(in: value)?.words ?? "" }
}

extension JSONValue {
  /// A string as it is, a whole number in digits; nil for other values.
  var words: String? { string ?? integer.map { "\($0)" } }
}
