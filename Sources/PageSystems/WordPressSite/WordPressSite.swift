import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel

/// How the site of a WordPress page can be asked for more of the discussion than the page holds.
///
/// Everything in it comes from the page, so nobody vouches for the addresses.
package struct WordPressSite: Sendable {
  /// The page's own address, `nil` if it is not known.
  package let address: String?
  /// The id of the post.
  package let post: String?
  /// The root of the REST interface, such as `https://example.org/wp-json/`.
  package let restRoot: String?
  /// The feed of the post's comments.
  package let commentFeed: String?
  /// The exchange of the plug-in wpDiscuz, `nil` if the page does not use it.
  package let wpDiscuz: WpDiscuzEndpoints?

  /// Whether the site can be asked for more at all.
  package var canBeAsked: Bool { restRoot != nil || commentFeed != nil || wpDiscuz != nil }

  /// Reads a page; all is `nil` for what is no page of WordPress.
  ///
  /// O(size of the page).
  package init(_ source: SourceText) {
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
