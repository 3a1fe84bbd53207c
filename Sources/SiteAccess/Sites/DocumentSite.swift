import DocumentModel
import Fetching

/// The site a document comes from; links are followed on this site only.
struct DocumentSite: Sendable {
  /// The address of the page, `nil` if neither the page nor the user states it.
  let page: WebAddress?

  /// The site of `document`; `stated` is the address of the page as the user gave it.
  ///
  /// A saved page that does not state its address may still state those of its comments. The
  /// article's address comes last, since on an aggregator it is on another site.
  init(of document: Document, stated: String?) {
    let own = [stated, document.source.url].lazy.compactMap { $0.flatMap { WebAddress($0) } }.first
    let comments = document.comments.prefix(64).lazy
      .filter { !$0.url.isEmpty }
      .compactMap { WebAddress(document.text[$0.url]) }
    let article = WebAddress(document.text[document.article.url])
    page = own ?? comments.first ?? article
  }

  /// The site of the page at `address`, `nil` if that is not known.
  init(address: String?) { page = address.flatMap { WebAddress($0) } }

  /// The address a link of the page leads to; throws if it is not on this site.
  ///
  /// A form is sent to the origin of the page only: not even to `www.` in front of its host.
  func address(_ link: String, isForm: Bool = false) throws(SiteError) -> WebAddress {
    guard let page else {
      throw .notOffered("the address of this page is not known; give it with :url ADDRESS")
    }
    guard let target = page.resolving(link) else {
      throw .notOffered("\(page.host): the page's own address is not http or https")
    }
    let address = page.scheme == "https" ? target.secured : target
    let isAllowed = isForm ? page.isSameOrigin(as: address) : page.isSameSite(as: address)
    guard isAllowed else { throw .notOffered(FetchError.elsewhere("\(address)").description) }
    return address
  }
}
