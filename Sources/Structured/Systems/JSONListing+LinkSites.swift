import DocumentModel
import DocumentParsing

/// Lists of sites whose posts are links: Lobsters, Reddit, Lemmy and PieFed.
extension JSONListing {
  /// Stories of Lobsters or a site that runs its software, such as `/hottest.json`.
  static let lobsters = JSONListing(
    signs: [JSONSign("0.short_id", "0.comments_url", "0.title")],
    entries: [""],
    fields: JSONEntryFields(
      id: ["short_id"],
      title: [JSONBody("title", .plain)],
      article: [.path("url")],
      discussion: [.path("comments_url"), .path("short_id_url")],
      comments: ["comment_count"],
      score: ["score"],
      author: ["submitter_user.username", "submitter_user"],
      date: ["created_at"],
      tagLists: ["tags"],
      text: [JSONBody("description", .html)]
    ),
    next: .made { _, address, count in
      // A page that is not full is the last.
      count < 25 ? nil : LobstersPage(address)?.next
    }
  )

  /// Posts of Reddit: a subreddit's, a person's, or those that a search found.
  static let reddit = JSONListing(
    signs: [JSONSign("data.children.0.data.permalink", "kind", prefix: ("kind", "Listing"))],
    entries: ["data.children"],
    fields: JSONEntryFields(
      id: ["data.id"],
      title: [JSONBody("data.title", .references), JSONBody("data.link_title", .references)],
      article: [.references("data.url")],
      discussion: [.path("data.permalink")],
      comments: ["data.num_comments"],
      score: ["data.score"],
      author: ["data.author"],
      date: ["data.created_utc"],
      site: ["data.domain"],
      tags: [
        .text("data.link_flair_text"), .flag("data.stickied", "pinned"),
        .flag("data.over_18", "nsfw"),
      ],
      text: [JSONBody("data.selftext", .markdown), JSONBody("data.body", .markdown)]
    ),
    next: .cursor(["data.after"], parameter: "after"),
    site: "https://www.reddit.com/",
    adjust: { value, entry in
      let data = value["data"]
      if data?["is_self"]?.bool == true {
        (entry.parts.article, entry.parts.site) = (nil, nil)
      }
      // In a list of what a person wrote, comments stand among posts.
      if value["kind"]?.string == "t1" { entry.parts.comments = nil }
    }
  )

  /// Posts of Lemmy or PieFed, from `post/list`.
  static let lemmy = JSONListing(
    signs: [
      JSONSign("posts.0.post.ap_id"), JSONSign("items.0.post.ap_id", without: "items.0.comment"),
    ],
    heading: { root in
      let entries = [root.list("posts"), root.list("items")].joined()
      let names = Set(entries.map { $0["community"]?["title"]?.string ?? "" })
      return entries.count > 1 && names.count == 1 && names != [""] ? names.first : nil
    },
    emptySteps: ["api", "v3", "v4", "alpha", "post", "list"],
    entries: ["posts", "items"],
    fields: JSONEntryFields(
      id: ["post.id"],
      title: [JSONBody("post.name", .plain), JSONBody("post.title", .plain)],
      article: [.path("post.url")],
      discussion: [.path("post.ap_id")],
      comments: ["post.comments", "counts.comments"],
      score: ["post.score", "counts.score"],
      author: ["creator.name", "creator.user_name"],
      date: ["post.published_at", "post.published"],
      tags: [
        .text("community.name"), .flag("post.featured_community", "pinned"),
        .flag("post.featured_local", "pinned"), .flag("post.nsfw", "nsfw"),
      ],
      text: [JSONBody("post.body", .markdown)]
    ),
    next: .cursor(["next_page"], parameter: "page_cursor"),
    adjust: { _, entry in
      // Featured in the community and everywhere.
      if let last = entry.parts.tags.lastIndex(of: "pinned"),
        entry.parts.tags.firstIndex(of: "pinned") != last
      {
        entry.parts.tags.remove(at: last)
      }
    }
  )
}

/// The address of a page of Lobsters' lists: `/hottest.json`, `/newest/page/2.json`.
private struct LobstersPage {
  /// The address of the page that follows.
  let next: String

  init?(_ address: String) {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard path.hasSuffix(".json") else { return nil }
    var steps = path.dropLast(5).split(separator: "/", omittingEmptySubsequences: false)
    var page = 1
    if steps.count > 2, steps[steps.count - 2] == "page", let number = Int(steps.last ?? "") {
      page = number
      steps.removeLast(2)
    } else if steps.last == "hottest" {
      steps.removeLast()
    }
    guard page < Int.max else { return nil }
    next = steps.joined(separator: "/") + "/page/\(page + 1).json"
  }
}
