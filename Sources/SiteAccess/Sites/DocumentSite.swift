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

  /// The address a link of the page leads to; throws if it is not on this site.
  func address(_ link: String) throws(SiteError) -> WebAddress {
    guard let page else {
      throw .notOffered("the address of this page is not known; give it with :url ADDRESS")
    }
    guard let address = page.resolving(link) else {
      throw .notOffered("\(link): not a web address")
    }
    guard Self.isSame(page, address) else {
      throw .notOffered("\(address): on another site, not followed")
    }
    return address
  }

  /// Whether both are one site: the same port, and the same host with or without `www.`.
  private static func isSame(_ left: WebAddress, _ right: WebAddress) -> Bool {
    func name(_ address: WebAddress) -> Substring {
      address.host.hasPrefix("www.") ? address.host.dropFirst(4) : address.host[...]
    }
    return name(left) == name(right) && left.port == right.port
  }
}
