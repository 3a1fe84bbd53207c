import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The front pages of old Reddit: a box for a post, everything a machine wants in `data-` attributes.
package struct RedditList: ListingSystem {
  package let name = "reddit-page-list"
  package let summary = "a front page of old Reddit or of a subreddit there"

  package static let site: String? = "https://old.reddit.com/"

  package init() {}

  package static let signs = [
    PageSign(
      "posts",
      considers: "several elements of the classes thing and link, and no area for comments",
      evidence: "old.reddit.com, and www.reddit.com until 2018",
      fixture: "reddit-page-list/front",
      isMet: { page in
        page.count("commentarea") == 0 && posts(of: page).prefix(2).count > 1
          && !page.elements("thing").contains { page.has("comment", $0) }
      }
    )
  ]

  /// The posts; advertisements stand among them.
  private static func posts(of page: HTMLPage) -> [HTMLNodeID] {
    page.elements("thing").filter { page.has("link", $0) && !page.has("promoted", $0) }
  }

  package func read(_ page: HTMLPage) -> PageListing {
    var listing = PageListing()
    for post in Self.posts(of: page) { listing.entries.append(entry(post, page)) }
    listing.next = page.link(page.first(related: "next"))
    return listing
  }

  private func entry(_ post: HTMLNodeID, _ page: HTMLPage) -> PageEntry {
    var entry = PageEntry()
    let id = page.value("data-fullname", post)
    entry.parts.id = id.isEmpty ? nil : id.hasPrefix("t3_") ? String(id.dropFirst(3)) : id
    let title = page.first(in: post) { page.tree[$0].tag == .a && page.has("title", $0) }
    entry.parts.title = page.text(title)
    let link = page.first("comments", in: post)
    let stated = page.value("data-permalink", post)
    entry.parts.discussion = page.link(link) ?? (stated.isEmpty ? nil : stated)
    if !page.has("self", post) {
      entry.parts.article = page.link(title)
      let site = page.value("data-domain", post)
      entry.parts.site = site.isEmpty ? nil : site
    }
    entry.parts.comments =
      Int(page.value("data-comments-count", post))
      ?? link.map { page.text($0).leadingNumber ?? 0 }
    let score = page.first(in: post) { page.has("score", $0) && page.has("unvoted", $0) }
    entry.parts.score = Int(page.value("data-score", post)) ?? page.text(score).points
    let line = page.first("tagline", in: post)
    let author = page.value(.dataAuthor, post)
    let name = line.flatMap { page.first("author", in: $0) }
    entry.parts.author = author.isEmpty ? name.map { page.text($0) } : author
    entry.date = page.date(line.flatMap { page.tree.first(.time, in: $0) })
    if let moment = EmbeddedDate.epoch(page.value("data-timestamp", post)) {
      entry.date.moment = moment
    }
    entry.parts.tags = tags(of: post, page)
    return entry
  }

  private func tags(of post: HTMLNodeID, _ page: HTMLPage) -> [String] {
    var tags = [page.text(page.first("linkflairlabel", in: post))].filter { !$0.isEmpty }
    if page.has("stickied", post) { tags.append("pinned") }
    if page.has("over18", post) { tags.append("nsfw") }
    return tags
  }
}
