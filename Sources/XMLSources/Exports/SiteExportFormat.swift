import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel
import TextExports
import XMLParsing

/// Exports of one form, as an input format: the only discussion of an export, or a list of them.
package struct SiteExportFormat: DocumentFormat {
  /// The form's name.
  package let name: String
  /// What it reads.
  package let summary: String
  private let root: String
  private let makeSystem: @Sendable () -> ExportSystem

  /// All forms of exports; they come before feeds, which the same elements may make.
  package static let builtIn: [any DocumentFormat] = [
    SiteExportFormat("wxr", "posts and comments, from WordPress's export", "rss") { .wordPress },
    SiteExportFormat("disqus-export", "comments, from Disqus's export", "disqus") { .disqus },
    SiteExportFormat("blogger-export", "posts and comments, from Blogger's export", "feed") {
      .blogger
    },
    SiteExportFormat("mediawiki-export", "pages of a wiki, from MediaWiki's export", "mediawiki") {
      .mediaWiki
    },
  ]

  private init(
    _ name: String,
    _ summary: String,
    _ root: String,
    _ system: @escaping @Sendable () -> ExportSystem
  ) {
    (self.name, self.summary, self.root, makeSystem) = (name, summary, root, system)
  }

  /// The number of bytes within which the signs of a form have to be.
  private static let signLimit = 1 << 16

  /// `certain` of a document with the form's outermost element and one of its signs.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard source.reading(XMLRoot.init).name == root else { return .no }
    let signs = makeSystem().signs
    guard !signs.isEmpty else { return .certain }
    let head = UnsafeRawBufferPointer(rebasing: source.raw.bytes.prefix(Self.signLimit))
    let isOwn = signs.contains { sign in head.range(ofBytes: sign.utf8) != nil }
    source.decisions?.note(name, "signs", "words that tell this export", isMet: isOwn)
    return isOwn ? .certain : .no
  }

  /// The only discussion, or the list as a document.
  package func parse(_ source: SourceText) -> Document { contents(of: source).document }

  /// The only discussion, or a list of them.
  package func contents(of source: SourceText) -> SourceContents {
    let tree = source.reading(XMLSource.init).tree
    var builder = ListingBuilder(from: source.withoutNotes, format: name)
    builder.diagnostics += tree.diagnostics
    guard let root = tree.root else { return .listing(builder.finish()) }
    let site = ExportedSite(root, makeSystem())
    guard site.discussions.count != 1 else {
      var thread = site.thread(0)
      thread.diagnostics += tree.diagnostics
      return .document(ThreadDocument.make(thread, from: source, format: name))
    }
    builder.title = site.title
    for index in site.discussions.indices { builder.add(site.line(index)) }
    if site.leftOut > 0 { builder.diagnostics.append(.leavesOut(site.leftOut)) }
    builder.discussions = ExportedDiscussions(site, from: source, format: name)
    return .listing(builder.finish())
  }
}

/// The discussions of an export, each read when it is asked for.
private struct ExportedDiscussions: DiscussionCollection {
  private let site: ExportedSite
  private let source: SourceText
  private let format: String

  init(_ site: ExportedSite, from source: SourceText, format: String) {
    self.site = site
    self.source = source.withoutNotes
    self.format = format
  }

  func document(at index: Int) -> Document {
    ThreadDocument.make(site.thread(index), from: source, format: format)
  }
}

extension Diagnostic {
  /// Articles without comments, of which the export has no texts.
  fileprivate static func leavesOut(_ count: Int) -> Diagnostic {
    let articles = count.counted("article")
    return Diagnostic(.note, "\(articles) without comments left out")
  }
}
