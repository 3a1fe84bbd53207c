import DocumentModel
import DocumentParsing
import HTMLParsing

/// How the site of a WordPress page can be asked for more of the discussion than the page holds.
///
/// Everything in it comes from the page, so nobody vouches for the addresses.
public struct WordPressSite: Sendable {
  /// The page's own address, `nil` if it is not known.
  public let address: String?
  /// The id of the post.
  public let post: String?
  /// The root of the REST interface, such as `https://example.org/wp-json/`.
  public let restRoot: String?
  /// The feed of the post's comments.
  public let commentFeed: String?
  /// The exchange of the plug-in wpDiscuz, `nil` if the page does not use it.
  public let wpDiscuz: WpDiscuzEndpoints?

  /// Whether there is any way to ask for more.
  public var canBeAsked: Bool { restRoot != nil || commentFeed != nil || wpDiscuz != nil }

  /// Reads a page; all is `nil` for what is no page of WordPress.
  ///
  /// O(size of the page).
  public init(_ source: SourceText) {
    guard source.isPage else {
      address = source.url
      post = nil
      restRoot = nil
      commentFeed = nil
      wpDiscuz = nil
      return
    }
    let page = source.reading(HTMLPage.init)
    let canonical = source.url ?? PageMetadata(page).url
    let base = PageAddress(page, canonical: canonical)
    let links = WordPressLinks(page, base: base, address: canonical)
    let object = WpDiscuzObject(page)
    address = canonical
    post = object.flatMap { $0["wc_post_id"] } ?? links.post
    restRoot = links.restRoot ?? links.post.flatMap { _ in base.resolve("/wp-json/") }
    commentFeed = links.commentFeed
    wpDiscuz = object.flatMap { WpDiscuzEndpoints($0, base: base) }
  }
}

/// Where the plug-in wpDiscuz answers, and what it wants to be told.
public struct WpDiscuzEndpoints: Sendable {
  /// The addresses to post to, the one the page would use first.
  public let addresses: [String]
  /// The name of the field that holds the nonce.
  public let nonceName: String
  /// A nonce that stands in the page, `nil` if it has none.
  public let nonce: String?

  /// What the page's script is told; `nil` if no address is in it.
  init?(_ object: WpDiscuzObject, base: PageAddress) {
    let isNative = object["isNativeAjaxEnabled"] != "0"
    let both = [object["url"], object["customAjaxUrl"]].compactMap { $0.flatMap(base.resolve) }
    addresses = isNative ? both : both.reversed()
    guard !addresses.isEmpty else { return nil }
    let name = object["nonceName"] ?? "wpdiscuz_nonce"
    nonceName = name
    nonce = object[name]
  }
}
