extension Diagnostic {
  /// The `part` of the source, such as "page", is too large to be read whole.
  package static func isCut(_ part: String, at limit: Int) -> Diagnostic {
    Diagnostic(
      .warning,
      "the \(part) has more than \(limit) elements and texts; the rest of it is left out"
    )
  }

  /// The page has more names in `class` attributes than are told apart.
  package static let lacksClasses = Diagnostic(
    .warning,
    "the page has too many class names; comments marked by the last of them may be missing"
  )

  /// The JSON-LD of a page has more values than are read.
  package static let lacksLinkedData = Diagnostic(
    .warning,
    "the page's linked data has too many values; the rest of it is left out"
  )

  /// The page has more comments than are read.
  package static func isCut(atComments limit: Int) -> Diagnostic {
    Diagnostic(.warning, "the page has more than \(limit) comments; the rest of them is left out")
  }

  /// The text has more lines than are read.
  package static func isCut(atLines limit: Int) -> Diagnostic {
    Diagnostic(.warning, "the text has more than \(limit) lines; the rest of it is left out")
  }

  /// A field such as the title is too long to be shown whole.
  package static func isCut(_ field: String, atBytes limit: Int) -> Diagnostic {
    Diagnostic(.warning, "the \(field) has more than \(limit) bytes; the rest of it is left out")
  }
}
