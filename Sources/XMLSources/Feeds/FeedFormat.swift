import DocumentModel
import DocumentParsing
import PageContent
import PageModel
import TextExports
import XMLParsing

/// Feeds of one form, as an input format: a list of entries, or a discussion whose comments they are.
package struct FeedFormat: DocumentFormat {
  /// The form's name.
  package let name: String
  /// What it reads.
  package let summary: String
  /// The outermost elements.
  private let roots: [String]
  private let makeSystem: @Sendable () -> FeedSystem

  /// All forms of feeds.
  package static let builtIn: [any DocumentFormat] = [
    FeedFormat("rss", "a feed in RSS, of articles or of comments", ["rss", "RDF"]) { .rss },
    FeedFormat("atom", "a feed in Atom, of articles or of comments", ["feed"]) { .atom },
    OutlineFormat(),
  ]

  private init(
    _ name: String,
    _ summary: String,
    _ roots: [String],
    _ system: @escaping @Sendable () -> FeedSystem
  ) {
    (self.name, self.summary, self.roots, makeSystem) = (name, summary, roots, system)
  }

  /// `certain` of a document with the outermost element of the form.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    roots.contains(source.reading(XMLRoot.init).name) ? .certain : .no
  }

  /// The discussion, or the list as a document.
  package func parse(_ source: SourceText) -> Document { contents(of: source).document }

  /// A list, or the discussion whose comments the entries are.
  package func contents(of source: SourceText) -> SourceContents {
    let tree = source.reading(XMLSource.init).tree
    guard let root = tree.root else {
      var builder = ListingBuilder(from: source.withoutNotes, format: name)
      builder.diagnostics += tree.diagnostics
      return .listing(builder.finish())
    }
    let feed = Feed(root, makeSystem(), address: source.url)
    let comments = FeedComments(feed)
    source.decisions?.note(
      name,
      "comments",
      comments.map { "\($0.sign.considers), in all \($0.entries.count) entries" }
        ?? "entries that are the comments of a discussion",
      isMet: comments?.isOneDiscussion == true
    )
    if let comments, comments.isOneDiscussion {
      var thread = comments.thread
      thread.diagnostics += tree.diagnostics
      return .document(ThreadDocument.make(thread, from: source, format: name))
    }
    let listing = listing(feed, from: source, areComments: comments != nil, tree.diagnostics)
    return .listing(listing)
  }

  private func listing(
    _ feed: Feed,
    from source: SourceText,
    areComments: Bool,
    _ diagnostics: [Diagnostic]
  ) -> Listing {
    var builder = ListingBuilder(from: source.withoutNotes, format: name)
    builder.title = feed.title
    builder.next = feed.next
    builder.diagnostics += diagnostics
    let entries = feed.elements.indices.map { feed.entry($0) }
    let dates = PageDates(entries.map(\.date))
    var hasTexts = false
    for (index, entry) in entries.enumerated() {
      var line = entry.line(dates)
      if line.part != nil { line.part = index }
      // A comment stands in its discussion, wherever that is.
      if areComments { (line.article, line.discussion) = (nil, line.article ?? line.discussion) }
      hasTexts = hasTexts || line.part != nil
      builder.add(line)
    }
    if hasTexts { builder.texts = FeedTexts(feed, from: source, format: name) }
    return builder.finish()
  }
}
