import DocumentMerging
import DocumentModel
import Fetching
import ReaderUI
import SiteAccess

/// The article that a post links to, to be read beside the discussion of it.
struct LinkedArticle: Sendable {
  /// Where it is from, and what is odd about it, in words.
  let origin: String
  /// Its address.
  let address: String
  /// How many comments its own page has, or says that it has.
  let commentCount: Int
  /// Its own page, if there is a discussion on it.
  let page: OpenDocument?
  private let article: Document
  /// Whether it is read beside a discussion that was looked for, whatever the post there says.
  private var isBeside = false

  /// The article of `opened`, the answer to `address`; throws if there is none.
  ///
  /// `note`: what else to say of where it is from.
  init(_ opened: OpenDocument, at address: String, note: String? = nil) throws(Failure) {
    self.address = address
    guard case .document(let document) = try opened.wholeContents() else {
      throw Failure("\(address): a list, no article")
    }
    guard !document.article.blocks.isEmpty else {
      let reason = opened.doubt(about: .document(document))
      throw Failure(reason ?? "\(address): no article on this page")
    }
    let asked = WebAddress(address)?.host ?? address
    let host = opened.page?.address.host ?? asked
    let redirect = host == asked ? "" : ", to which \(asked) redirects"
    let doubt = opened.doubt(about: .document(document))
    let notes = [doubt, opened.page?.paidNote, note].compactMap { $0 }.map { "; \($0)" }
    origin = host + redirect + notes.joined()
    commentCount = max(document.commentCount, document.missingComments?.declared ?? 0)
    let isDiscussed = document.commentCount > 0 || document.next(of: .discussion) != nil
    page = isDiscussed ? opened : nil
    article = document.articleAlone
  }

  /// The article of `document`, which is read already, and is at `address`.
  init(_ document: Document, at address: String) {
    self.address = address
    origin = WebAddress(address)?.host ?? address
    commentCount = 0
    page = nil
    article = document.articleAlone
  }

  /// The same article, to be read beside a discussion that was looked for: what the post there says stands
  /// below it.
  var beside: LinkedArticle {
    var article = self
    article.isBeside = true
    return article
  }

  /// `document`, which is only a link to the article, with the article; `nil` if it says more, or if
  /// both are too large for one document.
  func joined(to document: Document) -> DocumentMerge? {
    let isLink = document.linkedAddress != nil
    guard isLink || isBeside else { return nil }
    let way = Continuation(.article, .page(address), place: isLink ? .after : .before)
    return DocumentMerge(document, with: article, at: way)
  }
}

extension Document {
  /// The article without its comments.
  var articleAlone: Document {
    Document(
      text: text,
      source: source,
      article: article,
      blocks: Array(blocks[..<Int(article.blocks.upperBound)]),
      spans: spans,
      diagnostics: diagnostics
    )
  }
}
