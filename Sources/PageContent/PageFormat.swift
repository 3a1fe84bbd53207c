import DocumentModel
import DocumentParsing
import PageModel

/// The pages of one system as an input format.
package struct PageFormat: DocumentFormat {
  private let system: any PageSystem
  private let fallback: (any PageSystem)?

  /// A format over a system's reader.
  ///
  /// `fallback` reads a page that has the signs of the system but whose comments the system's reader
  /// does not find, or finds without any author. Some sites look like one system and print their
  /// comments in a way of their own.
  package init(_ system: any PageSystem, fallback: (any PageSystem)? = nil) {
    self.system = system
    self.fallback = fallback
  }

  /// The system's name.
  package var name: String { system.name }
  /// What it reads.
  package var summary: String { system.summary }

  /// The confidence of the system's reader; `no` for everything that is no page.
  ///
  /// The page is parsed once for all of them.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard source.isPage else { return .no }
    return system.confidence(in: source.reading(HTMLPage.init))
  }

  /// Reads article and thread.
  package func parse(_ source: SourceText) -> Document {
    let page = source.reading(HTMLPage.init)
    var thread = system.read(page)
    thread.removeHidden(on: page)
    if let fallback { complete(&thread, of: page, with: fallback) }
    if thread.comments.isEmpty && thread.loadedFrom == nil {
      thread.loadedFrom = page.commentService
    }
    if thread.article == nil {
      let pages = ArticlePages(page)
      thread.continuations += pages.continuations
      thread.regions += pages.nodes
    }
    return PageDocument(page, thread).document(from: source, format: name)
  }

  /// Uses another reader's comments if there are none, or none has an author.
  private func complete(
    _ thread: inout PageThread,
    of page: HTMLPage,
    with fallback: any PageSystem
  ) {
    let isUnread = thread.comments.isEmpty && thread.loadedFrom == nil && thread.declared == nil
    guard isUnread || thread.isNameless else { return }
    let other = fallback.read(page)
    guard thread.comments.isEmpty || !other.isNameless else { return }
    thread.comments = other.comments
    thread.continuations.removeAll { $0.comment != nil }
    thread.regions += other.regions
  }
}
