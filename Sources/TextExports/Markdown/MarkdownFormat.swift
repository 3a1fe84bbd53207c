import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel
import Structured

/// An article in Markdown, as an input format: GitHub's form, by cmark-gfm.
struct MarkdownFormat: DocumentFormat {
  let name = "markdown"
  let summary = "an article in Markdown (.md), as GitHub has it"

  private static let endings = [".md", ".markdown", ".mdown", ".mkd"]

  /// `likely` of a file that says so by its name, unless it is a whole page or too long for Markdown.
  ///
  /// Nothing in a text tells Markdown from text for sure. A discussion in such a file is not this
  /// format's: those that read texts with comments are asked before.
  func confidence(in source: SourceText, fileName: String) -> Confidence {
    let isNamed = Self.endings.contains(where: fileName.lowercased().hasSuffix)
    source.decisions?.note(name, "name", "the file's name ends as those do", isMet: isNamed)
    guard isNamed, source.text.count <= Markdown.longest, !Self.isPage(source) else { return .no }
    return .likely
  }

  /// Whether the text is a page from its first element on, not Markdown that begins with some mark-up.
  private static func isPage(_ source: SourceText) -> Bool {
    guard source.isPage else { return false }
    let start = source.prefix(1 << 10).text.withBytes { String(decoding: $0, as: UTF8.self) }
    let head = start.lowercased()
    return ["<!doctype", "<html", "<head", "<body"].contains { head.firstRange(of: $0) != nil }
  }

  /// The article; its title is the heading it begins with, else what its front matter says.
  func parse(_ source: SourceText) -> Document {
    let text = source.text.withBytes { String(decoding: $0, as: UTF8.self) }
    let front = FrontMatter(of: text)
    let page = HTMLPage(markup: Markdown.html(String(text[front.end...])))
    var article = PageArticle(title: front.title, author: front.author)
    if let body = page.tree.first(.body) {
      let children = Array(page.tree.children(of: body))
      article.content = children
      let first = children.first { page.tree[$0].kind == .element }
      if article.title == nil, let heading = first, page.tree[heading].tag == .h1 {
        article.title = page.text(heading)
        article.leftOut = [heading]
      }
    }
    var thread = PageThread()
    thread.site = source.url
    thread.article = article
    return PageDocument(page, thread).document(from: source.withoutNotes, format: name)
  }
}
