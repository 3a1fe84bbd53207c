import DocumentModel
import DocumentParsing

/// Timelines of Mastodon and its kin, and feeds of Bluesky.
extension JSONListing {
  /// Statuses of Mastodon, such as a public timeline or one of a tag.
  static let mastodon = JSONListing(
    // A status and its context are a discussion.
    signs: [JSONSign("0.account.acct", "0.uri", "0.content", without: "1.ancestors")],
    entries: [""],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("reblog.spoiler_text", .plain), JSONBody("spoiler_text", .plain)],
      article: [.path("reblog.card.url"), .path("card.url")],
      discussion: [
        .path("reblog.url"), .path("reblog.uri"), .path("url"), .path("uri"),
      ],
      comments: ["reblog.replies_count", "replies_count"],
      score: ["reblog.favourites_count", "favourites_count"],
      author: ["reblog.account.acct", "account.acct"],
      date: ["reblog.created_at", "created_at"],
      text: [JSONBody("reblog.content", .html), JSONBody("content", .html)]
    ),
    adjust: { value, entry in
      if value["reblog"]?.kind == .object, let name = value["account"]?["acct"]?.string {
        entry.parts.tags.append("boosted by \(name)")
      }
    }
  )

  /// Posts of Bluesky, from getFeed, getAuthorFeed or getTimeline.
  static let bluesky = JSONListing(
    signs: [JSONSign("feed.0.post.uri", prefix: ("feed.0.post.uri", "at://"))],
    entries: ["feed"],
    fields: JSONEntryFields(
      id: ["post.uri"],
      article: [.path("post.embed.external.uri"), .path("post.embed.media.external.uri")],
      discussion: [.path("post.uri")],
      comments: ["post.replyCount"],
      score: ["post.likeCount"],
      author: ["post.author.handle", "post.author.did"],
      date: ["post.record.createdAt", "post.indexedAt"],
      text: [JSONBody("post.record.text", .plain)]
    ),
    next: .cursor(["cursor"], parameter: "cursor"),
    adjust: { value, entry in
      // An answer stands in the discussion that it belongs to.
      entry.isLeftOut = value["reply"]?.kind == .object
      if let name = value["reason"]?["by"]?["handle"]?.string {
        entry.parts.tags.append("reposted by \(name)")
      }
    }
  )
}
