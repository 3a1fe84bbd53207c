import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel

/// A comment as an interface of its site gives it.
package struct SiteComment: Hashable, Sendable {
  /// The site's own id.
  package var id: String
  /// The author's name, empty if it is not known.
  package var author: String
  /// When it was written.
  package var date: Timestamp?
  /// The text as mark-up.
  package var html: String

  /// A comment.
  package init(id: String, author: String = "", date: Timestamp? = nil, html: String) {
    self.id = id
    self.author = author
    self.date = date
    self.html = html
  }

  /// The comments of an answer of WordPress' REST interface; none if it is something else.
  package static func read(rest answer: [UInt8]) -> [SiteComment] {
    guard let root = JSONTree(copying: answer).root, root.kind == .array else { return [] }
    return root.elements.compactMap { value in
      guard let id = value["id"]?.integer, let html = value["content"]?["rendered"]?.string
      else { return nil }
      return SiteComment(
        id: "\(id)",
        author: value["author_name"]?.string ?? "",
        date: value["date"]?.string.flatMap { Timestamp(iso: $0) },
        html: html
      )
    }
  }

  /// A document of `comments` without an article, as far as the page at `address` is concerned.
  ///
  /// Of a comment's mark-up that has wpDiscuz' frame around it only what is inside is read.
  package static func document(of comments: [SiteComment], address: String) -> Document {
    let base = PageAddress(address)
    let source = SourceText(decoding: TextStorage(copying: []), location: address, url: address)
    var builder = DocumentBuilder(appendingFrom: source, format: "wordpress")
    builder.endArticle()
    builder.reserve(comments: comments.count)
    for comment in comments { comment.write(to: &builder, base: base) }
    return builder.finish()
  }

  private func write(to builder: inout DocumentBuilder, base: PageAddress) {
    let page = HTMLPage(markup: html)
    let frame = page.elements("wpd-comment-text").first ?? page.elements("wc-comment-text").first
    var draft = CommentDraft(reference: .root)
    draft.author = builder.append(author)
    draft.date = date
    draft.sourceID = builder.append(id)
    let first = builder.blockCount
    var content = ContentReader(page, base: base)
    if let top = frame ?? page.tree.first(.body) { content.read(top, into: &builder) }
    content.finish(into: &builder)
    draft.blocks = first..<builder.blockCount
    builder.add(draft)
  }
}
