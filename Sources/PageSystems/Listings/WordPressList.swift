import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The index, category and search pages of WordPress: an element that `post_class()` names for a
/// post.
package struct WordPressList: ListingSystem {
  package let name = "wordpress-page-list"
  package let summary = "an index or a category page of a WordPress site"

  package init() {}

  package static let signs = [
    PageSign(
      "posts",
      considers:
        "several posts with linked titles, on a page whose body says that it is an archive",
      evidence: "post_class() and body_class() together; themes print both since 2008",
      fixture: "wordpress-page-list/category",
      isMet: { page in
        isArchive(page)
          && posts(of: page).lazy.filter { title(of: $0, page) != nil }.prefix(2).count > 1
      }
    )
  ]

  /// Whether the body's classes say that the page lists posts, and not that it is one.
  private static func isArchive(_ page: HTMLPage) -> Bool {
    guard let body = page.tree.first(.body) else { return false }
    let words = Set(page.words(of: body))
    return !words.isDisjoint(with: ["archive", "blog", "search", "category", "tag", "author"])
      && words.isDisjoint(with: ["single", "singular", "single-post", "page", "attachment"])
  }

  /// The posts, those that stand inside others left out.
  private static func posts(of page: HTMLPage) -> [HTMLNodeID] {
    var posts: [HTMLNodeID] = []
    let named =
      page.elements("type-post").isEmpty ? page.elements("hentry") : page.elements("type-post")
    for node in named {
      if let last = posts.last, page.isInside(node, last) { continue }
      posts.append(node)
    }
    return posts
  }

  /// The link of a post's title: that in a heading which calls itself the title, else which is
  /// called the post's own.
  private static func title(of post: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    let named = page.first(in: post) { page.has("entry-title", $0) || page.has("post-title", $0) }
    let link = named.flatMap { page.anchor($0) }
    return [link, bookmark(in: post, page)].compactMap { $0 }
      .first { !page.text($0).isEmpty && page.link($0) != nil }
  }

  private static func bookmark(in post: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: post) { node in
      guard page.tree[node].tag == .a else { return false }
      let isOwn = page.value(.rel, node).split(separator: " ").contains("bookmark")
      let heading = page.tree.ancestor(of: node) {
        [.h1, .h2, .h3, .h4].contains(page.tree[$0].tag)
      }
      return isOwn && heading.map { page.isInside($0, post) } ?? false
    }
  }

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    for post in Self.posts(of: page) {
      guard let title = Self.title(of: post, page) else { continue }
      listing.entries.append(entry(post, title, page))
    }
    listing.next = next(page)
    return listing
  }

  private func entry(_ post: HTMLNodeID, _ title: HTMLNodeID, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    let id = page.words(of: post, startingWith: "post-").first {
      $0.dropFirst(5).allSatisfy(\.isNumber)
    }
    entry.parts.id = id.map { String($0.dropFirst(5)) }
    entry.parts.title = page.text(title)
    entry.parts.article = page.link(title)
    if let link = comments(of: post, page) {
      entry.parts.discussion = page.link(link)
      let isForm = page.value(.href, link).hasSuffix("#respond")
      entry.parts.comments = page.text(link).leadingNumber ?? (isForm ? 0 : nil)
    }
    let name =
      page.first("entry-author-name", in: post)
      ?? page.first(in: post) { page.has("author", $0) }
      ?? page.first(in: post) { page.value(.rel, $0).split(separator: " ").contains("author") }
    entry.parts.author = name.map { page.text($0) }
    let time =
      page.first(in: post) { page.tree[$0].tag == .time && !page.has("updated", $0) }
      ?? page.tree.first(.time, in: post)
    entry.date = page.date(time ?? page.first("entry-date", in: post))
    let summary = page.first("entry-summary", in: post) ?? page.first("entry-content", in: post)
    entry.parts.excerpt = summary.map { page.text($0) }
    entry.parts.tags = page.tree.descendants(of: post).filter { node in
      page.tree[node].tag == .a && page.value(.rel, node).split(separator: " ").contains("tag")
    }.map(page.text)
    return entry
  }

  /// The link to a post's comments or to the form for the first.
  private func comments(of post: HTMLNodeID, _ page: HTMLPage) -> HTMLNodeID? {
    page.first(in: post) { node in
      let address = page.value(.href, node)
      return page.tree[node].tag == .a
        && (address.hasSuffix("#comments") || address.hasSuffix("#respond"))
    }
  }

  /// The link to older posts: `nav-previous` is what core calls the way back in time.
  private func next(_ page: HTMLPage) -> String? {
    let numbered = page.elements("page-numbers").first { page.has("next", $0) }
    let older = page.elements("nav-previous").first.flatMap { page.anchor($0) }
    let head = page.first(in: HTMLDocument.root) { node in
      page.tree[node].tag == .link && page.value(.rel, node) == "next"
    }
    return [numbered, older, head].lazy.compactMap { page.link($0) }.first
  }
}
