import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The front pages of one system as an input format.
package struct PageListingFormat: DocumentFormat {
  private let system: any ListingSystem
  /// How the system's front pages are recognised.
  package private(set) var signs: [PageSign]

  /// A format over a system's reader.
  package init(_ system: any ListingSystem) {
    self.system = system
    signs = type(of: system).signs
  }

  /// The format without one of its signs, for tests.
  package func without(sign name: String) -> PageListingFormat {
    var format = self
    format.signs.removeAll { $0.name == name }
    return format
  }

  /// The list's name.
  package var name: String { system.name }
  /// What it reads.
  package var summary: String { system.summary }

  /// As sure as the system's signs make; `no` for everything that is no page.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard source.isPage else { return .no }
    return signs.confidence(of: name, in: source.reading(HTMLPage.init), log: source.decisions)
  }

  /// The list as a document that lists the entries.
  package func parse(_ source: SourceText) -> Document { Document(read(source)) }

  /// The list.
  package func contents(of source: SourceText) -> SourceContents { .listing(read(source)) }

  private func read(_ source: SourceText) -> Listing {
    let page = source.reading(HTMLPage.init)
    let found = system.read(page)
    let metadata = PageMetadata(page)
    let base = PageAddress(page, canonical: metadata.url)
    let dates = PageDates(found.entries.map(\.date))
    var builder = ListingBuilder(from: source, format: name)
    // A page says itself how it is encoded.
    if !source.diagnostics.isEmpty {
      let encoding = page.tree.encoding
      builder.diagnostics = [encoding == .utf8 ? .holdsDamage : .isRead(as: encoding.rawValue)]
    }
    if page.tree.isCut { builder.diagnostics.append(.isCut("page", at: page.tree.nodes.count)) }
    if source.endsEarly { builder.diagnostics.append(.endsEarly) }
    builder.title = found.title ?? metadata.title
    builder.base = type(of: system).site
    builder.next = found.next.flatMap(base.resolve)
    for entry in found.entries {
      var parts = entry.parts
      parts.article = parts.article.flatMap(base.resolve)
      parts.discussion = parts.discussion.flatMap(base.resolve)
      parts.feed = parts.feed.flatMap(base.resolve)
      if parts.article == parts.discussion { parts.article = nil }
      parts.date = dates[entry.date]
      parts.dateText = entry.date.text.isEmpty ? nil : entry.date.text
      builder.add(parts)
    }
    return builder.finish()
  }
}
