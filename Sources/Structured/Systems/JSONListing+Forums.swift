import DocumentModel
import DocumentParsing
import PageContent

/// Lists of topics, questions and issues.
extension JSONListing {
  /// Topics of a Discourse forum, such as `/latest.json` or those of a category.
  static let discourse = JSONListing(
    signs: [JSONSign("topic_list.topics")],
    entries: ["topic_list.topics"],
    fields: JSONEntryFields(
      id: ["id"],
      title: [JSONBody("title", .references)],
      article: [.path("featured_link")],
      comments: ["posts_count"],
      postsAmongComments: 1,
      score: ["like_count"],
      authorByID: JSONLookup(
        id: "posters.0.user_id",
        table: "users",
        key: "id",
        value: "username"
      ),
      date: ["created_at"],
      tags: [.flag("pinned", "pinned"), .flag("closed", "closed")],
      tagLists: ["tags"],
      text: [JSONBody("excerpt", .html)]
    ),
    next: .made { root, _, _ in
      // The page for people, of which the one for programs has a name of its own.
      guard let link = root["topic_list"]?["more_topics_url"]?.string else { return nil }
      let parts = link.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].hasSuffix(".json") ? "\(parts[0])" : "\(parts[0]).json"
      return parts.count > 1 ? "\(path)?\(parts[1])" : path
    },
    adjust: { value, entry in
      guard let id = value["id"]?.words else { return }
      let slug = value["slug"]?.string ?? ""
      entry.parts.discussion = slug.isEmpty ? "/t/\(id)" : "/t/\(slug)/\(id)"
    }
  )

  /// Questions of Stack Exchange.
  static let stackExchange = JSONListing(
    signs: [
      JSONSign("items.0.question_id", "items.1.question_id", "items.0.title"),
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
      JSONSign("0.number", "0.title", "0.html_url", "0.user.login"),
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
}
