import DocumentModel
import DocumentParsing

/// A list of posts of one system, as JSON, as an input format.
package struct JSONListingFormat: DocumentFormat {
  /// The form's name.
  package let name: String
  /// What it reads.
  package let summary: String
  /// The form's table, not made before a source is JSON.
  private let makeListing: @Sendable () -> JSONListing

  private var listing: JSONListing { makeListing() }

  /// A format over the table of a form.
  package init(
    _ name: String,
    _ summary: String,
    _ listing: @escaping @Sendable () -> JSONListing
  ) {
    (self.name, self.summary, makeListing) = (name, summary, listing)
  }

  /// `certain` of JSON that has one of the form's signs; parsed once for all of them.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard let root = source.jsonRoot else { return .no }
    let isOwn = listing.signs.contains { $0.matches(root) }
    source.decisions?.note(name, "signs", "the members that tell this list", isMet: isOwn)
    return isOwn ? .certain : .no
  }

  /// The list as a document that lists the entries.
  package func parse(_ source: SourceText) -> Document { Document(read(source)) }

  /// The list; of broken JSON what stands before the break.
  package func contents(of source: SourceText) -> SourceContents { .listing(read(source)) }

  private func read(_ source: SourceText) -> Listing {
    let tree = source.reading(JSONSource.init).tree
    let listing = listing
    var builder = ListingBuilder(from: source, format: name)
    if let diagnostic = tree.diagnostic { builder.diagnostics.append(diagnostic) }
    if let root = tree.root {
      JSONListingReader(listing, root, address: source.url).read(into: &builder)
      builder.next = listing.next?.address(in: root, of: source.url, count: builder.count)
    }
    return builder.finish()
  }
}
