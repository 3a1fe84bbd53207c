import DocumentModel
import DocumentParsing
import PageContent

/// Lists of topics, questions and issues.
extension JSONListing {
  /// Topics of a Discourse forum, such as `/latest.json` or those of a category.
  static let discourse = JSONListing(
    signs: [JSONSign("topic_list.topics"), JSONSign("latest_posts.0.topic_title")],
    heading: { root in
      // A list of a tag names it: one, in the list of those that there may be several of.
      let tags = root["topic_list"]?.list("tags") ?? []
      return tags.count == 1 ? tags[0]["name"]?.string : nil
    },
    emptySteps: ["c", "tag", "l"],
    entries: ["topic_list.topics", "latest_posts"],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title", .references), JSONBody("topic_title", .references)],
      article: [.path("featured_link")],
      comments: ["posts_count"],
      postsAmongComments: 1,
      score: ["like_count"],
      author: ["username"],
      authorByID: JSONLookup(
        id: "posters.0.user_id",
        table: "users",
        key: "id",
        value: "username"
      ),
      date: ["created_at"],
      tags: [.flag("pinned", "pinned"), .flag("closed", "closed")],
      tagLists: ["tags"],
      text: [JSONBody("excerpt", .html), JSONBody("cooked", .html)]
    ),
    next: .made { root, _, _ in
      // The page for people, of which the one for programs has a name of its own.
      guard let link = root["topic_list"]?["more_topics_url"]?.string else { return nil }
      let parts = link.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].hasSuffix(".json") ? "\(parts[0])" : "\(parts[0]).json"
      return parts.count > 1 ? "\(path)?\(parts[1])" : path
    },
    adjust: { value, entry in
      guard let id = value["topic_id"]?.words ?? value["id"]?.words else { return }
      let slug = value["slug"]?.string ?? value["topic_slug"]?.string ?? ""
      // One of the latest posts stands at its own place in the topic.
      let post = value["post_number"]?.words.map { "/\($0)" } ?? ""
      entry.parts.discussion = (slug.isEmpty ? "/t/\(id)" : "/t/\(slug)/\(id)") + post
    }
  )

  /// Questions of Stack Exchange.
  static let stackExchange = JSONListing(
    signs: [
      JSONSign(
        "items.0.question_id",
        "items.1.question_id",
        "items.0.title",
        without: "items.0.answer_id"
      ),
      JSONSign("items.0.question_id", "items.0.title", without: "items.0.body"),
    ],
    entries: ["items"],
    fields: JSONEntryFields(
      id: ["question_id"],
      title: [JSONBody("title", .references)],
      discussion: [.path("link")],
      comments: ["answer_count"],
      score: ["score"],
      author: ["owner.display_name"],
      date: ["creation_date"],
      tagLists: ["tags"],
      text: [JSONBody("body", .html), JSONBody("body_markdown", .markdown)]
    ),
    next: .number(parameter: "page", first: 1, while: "has_more"),
    adjust: { _, entry in entry.parts.author = entry.parts.author?.decodedReferences }
  )

  /// Issues and pull requests of GitHub, Gitea or Forgejo.
  static let gitHub = JSONListing(
    signs: [
      // An issue and the list of its comments are a discussion.
      JSONSign("0.number", "0.title", "0.html_url", "0.user.login", without: "1.0"),
      JSONSign("items.0.number", "items.0.title", "items.0.html_url", "items.0.user.login"),
    ],
    entries: ["", "items"],
    fields: JSONEntryFields(
      id: ["number"],
      title: [JSONBody("title", .plain)],
      discussion: [.path("html_url")],
      comments: ["comments"],
      score: ["reactions.total_count"],
      author: ["user.login"],
      date: ["created_at"],
      tagLists: ["labels"],
      text: [JSONBody("body", .markdown)]
    ),
    adjust: { value, entry in
      if value["pull_request"]?.kind == .object { entry.parts.tags.insert("pull request", at: 0) }
    }
  )

  /// Issues and merge requests of GitLab.
  static let gitLab = JSONListing(
    signs: [JSONSign("0.iid", "0.title", "0.web_url", "0.author")],
    entries: [""],
    fields: JSONEntryFields(
      id: ["iid"],
      title: [JSONBody("title", .plain)],
      discussion: [.path("web_url")],
      comments: ["user_notes_count"],
      score: ["upvotes"],
      author: ["author.username"],
      date: ["created_at"],
      tagLists: ["labels"],
      text: [JSONBody("description", .markdown)]
    )
  )

  /// Topics of a NodeBB forum, such as `/api/recent` or those of a category.
  static let nodeBB = JSONListing(
    signs: [JSONSign("topics.0.tid", "topics.0.slug", "topics.0.postcount")],
    title: ["name", "title"],
    entries: ["topics"],
    fields: JSONEntryFields(
      id: ["tid"],
      title: [JSONBody("title", .references)],
      discussion: [.joined("/topic/", "slug")],
      comments: ["postcount"],
      postsAmongComments: 1,
      score: ["votes"],
      author: ["user.displayname", "user.username"],
      date: ["timestampISO", "timestamp"],
      tags: [.text("category.name")]
    ),
    next: .made { root, address, _ in NodeBBPages(root).next(after: address) },
    adjust: { value, entry in
      if value["pinned"]?.wholeNumber == 1 { entry.parts.tags.append("pinned") }
      if value["locked"]?.wholeNumber == 1 { entry.parts.tags.append("closed") }
      entry.parts.tags += value.list("tags").compactMap { $0["value"]?.string }
    }
  )

  /// Discussions of a Flarum forum, from `/api/discussions` (JSON:API).
  static let flarum = JSONListing(
    signs: [
      JSONSign(
        "data.0.attributes.commentCount",
        "data.0.attributes.title",
        prefix: ("data.0.type", "discussions")
      )
    ],
    entries: ["data"],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("attributes.title", .plain)],
      discussion: [.joined("/d/", "attributes.slug"), .joined("/d/", "id")],
      comments: ["attributes.commentCount"],
      postsAmongComments: 1,
      score: ["attributes.votes"],
      authorByID: JSONLookup(
        id: "relationships.user.data.id",
        table: "included",
        key: "id",
        value: "attributes.username"
      ),
      date: ["attributes.createdAt"],
      tags: [.flag("attributes.isSticky", "pinned"), .flag("attributes.isLocked", "closed")]
    ),
    next: .address(["links.next"])
  )
}
