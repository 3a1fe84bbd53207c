import DocumentModel
import DocumentParsing
import PageModel

/// The pages of one system as an input format.
package struct PageFormat: DocumentFormat {
  private let system: any PageSystem
  private let fallback: (any PageSystem)?
  /// How the system's pages are recognised.
  package private(set) var signs: [PageSign]

  /// A format over a system's reader.
  ///
  /// `fallback` reads a page that has the signs of the system but whose comments the system's reader
  /// does not find, or finds without any author. Some sites look like one system and print their
  /// comments in mark-up of their own.
  package init(_ system: any PageSystem, fallback: (any PageSystem)? = nil) {
    self.system = system
    self.fallback = fallback
    signs = type(of: system).signs
  }

  /// The format without one of its signs, for tests.
  package func without(sign name: String) -> PageFormat {
    var format = self
    format.signs.removeAll { $0.name == name }
    return format
  }

  /// The system's name.
  package var name: String { system.name }
  /// What it reads.
  package var summary: String { system.summary }

  /// As sure as the system's signs make; `no` for everything that is no page.
  ///
  /// The page is parsed once for all systems.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard source.isPage else { return .no }
    return signs.confidence(
      of: name,
      in: source.reading(HTMLPage.init),
      log: source.decisions
    )
  }

  /// Reads article and thread.
  package func parse(_ source: SourceText) -> Document {
    let page = source.reading(HTMLPage.init)
    var thread = system.read(page)
    let hidden = thread.removeHidden(on: page)
    source.decisions?.note(name, "hidden", "\(hidden) records hidden", isMet: hidden > 0)
    if let fallback { complete(&thread, of: page, with: fallback, log: source.decisions) }
    if thread.comments.isEmpty && thread.loadedFrom == nil {
      thread.loadedFrom = page.commentService
      source.decisions?.note(
        name,
        "service",
        "a service whose script loads the comments: \(thread.loadedFrom ?? "none")",
        isMet: thread.loadedFrom != nil
      )
    }
    if source.endsEarly { thread.diagnostics.append(.endsEarly) }
    if thread.comments.isEmpty, let obstacle = page.obstacle() {
      thread.diagnostics.append(obstacle.diagnostic)
    }
    if thread.article == nil {
      let pages = ArticlePages(page)
      thread.continuations += pages.continuations
      thread.regions += pages.nodes
    }
    thread.goOn(over: page)
    return PageDocument(page, thread).document(from: source, format: name)
  }

  /// Uses another reader's comments if there are none, or none has an author.
  private func complete(
    _ thread: inout PageThread,
    of page: HTMLPage,
    with fallback: any PageSystem,
    log: DecisionLog?
  ) {
    let isUnread = thread.comments.isEmpty && thread.loadedFrom == nil && thread.declared == nil
    guard isUnread || thread.isNameless else { return }
    var other = fallback.read(page)
    _ = other.removeHidden(on: page)
    let isTaken = thread.comments.isEmpty || !other.isNameless
    log?.note(
      name,
      "fallback",
      "\(other.comments.count) comments found by \(fallback.name) in place of "
        + "\(thread.comments.count) without author",
      isMet: isTaken
    )
    guard isTaken else { return }
    thread.comments = other.comments
    thread.continuations.removeAll { $0.comment != nil }
    thread.regions += other.regions
  }
}
