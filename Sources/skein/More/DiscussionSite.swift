import DocumentModel
import Fetching

/// The site a document is from: all that its continuations may lead to.
struct DiscussionSite: Sendable {
  /// The page's own address, `nil` if neither it nor the person tells it.
  let page: WebAddress?

  /// The site of `document`; `told` is the page's address as the person gave it.
  ///
  /// A saved page that does not tell its address may still tell those of its comments. That of the
  /// article counts only for want of these: on an aggregator it is another site's.
  init(of document: Document, told: String?) {
    let own = [told, document.source.url].lazy.compactMap { $0.flatMap { WebAddress($0) } }.first
    let comments = document.comments.prefix(64).lazy
      .filter { !$0.url.isEmpty }
      .compactMap { WebAddress(document.text[$0.url]) }
    let article = WebAddress(document.text[document.article.url])
    page = own ?? comments.first ?? article
  }

  /// The address a link of the page leads to; throws if that is not on its site.
  func address(_ link: String) throws(DiscussionSourceError) -> WebAddress {
    guard let page else {
      throw .closed("nothing tells where this page is from; :url ADDRESS does")
    }
    guard let address = page.resolving(link) else {
      throw .closed("\(link): not an address of the web")
    }
    guard Self.isSame(page, address) else {
      throw .closed("\(address): leads to another site, and is not followed")
    }
    return address
  }

  /// Whether both are one site: a host with or without `www.`, its default ports or the same one.
  private static func isSame(_ left: WebAddress, _ right: WebAddress) -> Bool {
    func name(_ address: WebAddress) -> Substring {
      address.host.hasPrefix("www.") ? address.host.dropFirst(4) : address.host[...]
    }
    return name(left) == name(right) && left.port == right.port
  }
}
