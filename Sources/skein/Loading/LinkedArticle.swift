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
  private let article: Document

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
    let notes = [doubt, note].compactMap { $0 }.map { "; \($0)" }
    origin = host + redirect + notes.joined()
    commentCount = max(document.commentCount, document.missingComments?.declared ?? 0)
    article = document.articleAlone
  }

  /// The discussion on its own page, `nil` if there is none.
  var ownComments: ListingEntry? {
    guard commentCount > 0 else { return nil }
    return ListingEntry(
      title: "The comments on the article's own page",
      discussion: address,
      comments: commentCount,
      site: WebAddress(address)?.host
    )
  }

  /// `document`, which is only a link to the article, with the article; `nil` if it says more, or if
  /// both are too large for one document.
  func joined(to document: Document) -> DocumentMerge? {
    guard document.linkedAddress != nil else { return nil }
    return DocumentMerge(document, with: article, at: Continuation(.article, .page(address)))
  }
}

extension Document {
  /// The article without its comments.
  fileprivate var articleAlone: Document {
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
