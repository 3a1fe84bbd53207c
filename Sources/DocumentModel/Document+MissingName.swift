extension Document {
  /// What stands for the name of an author that the source does not give: a page flattened to text may
  /// have dropped it, another page shows none.
  package var missingName: String { isFlattened ? "[name lost]" : "[no name]" }

  /// Whether the document comes from a page flattened to text.
  private var isFlattened: Bool {
    let format = source.format
    return format == "text" || format == "text-dump" || format.hasSuffix("-text")
  }
}
