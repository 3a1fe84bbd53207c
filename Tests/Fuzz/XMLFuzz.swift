import DocumentFormats
import DocumentModel
import DocumentParsing

/// What is wrong with what `bytes` are read as by the formats of feeds and exports: documents, lists,
/// and what lists hold; `nil` if nothing is.
func sourceViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  let source = SourceText(decoding: TextStorage(copying: bytes), location: "fuzz")
  let formats = ["rss", "atom", "opml", "movable-type", "whatsapp", "wikitext"]
  let registry = FormatRegistry.builtIn
  for format in registry.formats
  where formats.contains(format.name) || format.name.hasSuffix("export") || format.name == "wxr" {
    _ = format.confidence(in: source, fileName: "fuzz.wiki")
    let contents = format.contents(of: source)
    var documents = [contents.document]
    if let listing = contents.listing {
      documents += listing.entries.indices.prefix(8).compactMap(listing.document(ofEntry:))
    }
    for document in documents {
      if let wrong = documentViolation(document) { return "\(format.name): \(wrong)" }
    }
  }
  return nil
}
