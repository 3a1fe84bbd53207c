import DocumentModel
import DocumentParsing
import PageModel

/// Issues and requests: GitHub, Gitea, Forgejo, GitLab.
extension JSONSystem {
  /// The comments on an issue or a pull request of GitHub, Gitea or Forgejo, its reviews or its
  /// timeline; or an array of the issue and one of its comments.
  static let gitHub = JSONSystem(
    signs: [
      JSONSign("0.user.login", "0.body", "0.created_at", "0.id", without: "0.title"),
      JSONSign("0.user.login", "0.body", "0.submitted_at", "0.state"),
      JSONSign("0.event", "0.actor", "0.id"), JSONSign("0.event", "0.user.login", "0.id"),
      // A timeline may begin with a commit.
      JSONSign("0.event", "0.sha", "0.committer"),
      JSONSign("0.number", "0.title", "0.user.login", "0.created_at", "1.0.user.login"),
    ],
    post: JSONPost(
      at: ["0"],
      title: ["title"],
      author: ["original_author", "user.login"],
      date: ["created_at"],
      body: [JSONBody("body_html", .html), JSONBody("body", .markdownLines)],
      url: [.path("html_url")],
      score: ["reactions.total_count"],
      adjust: { value, article, markup in
        // The first of comments is no issue.
        if !isIssue(value) { (article, markup) = (PageArticle(), "") }
      }
    ),
    comments: ["", "1"],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["in_reply_to_id"]),
      // Of what was brought from another site, who wrote it there.
      author: ["original_author", "user.login", "actor.login"],
      authorURL: ["user.html_url", "actor.html_url"],
      date: ["created_at", "submitted_at"],
      body: [JSONBody("body_html", .html), JSONBody("body", .markdownLines)],
      score: ["reactions.total_count"],
      badges: [.text("author_association"), .text("state")],
      url: [.path("html_url")]
    ),
    adjust: adjustIssueComment
  )

  private static func isIssue(_ value: JSONValue) -> Bool {
    value["title"] != nil && value["number"] != nil
  }

  private static let adjustIssueComment: @Sendable (JSONValue, inout JSONComment) -> Void = {
    value,
    comment in
    let written = value["created_at"]?.string
    if let changed = value["updated_at"]?.string, let written, changed != written {
      comment.parts.edited = value["updated_at"]?.date ?? .none
    }
    comment.parts.badges = reviewBadges(comment.parts.badges)
    let hasText = value["body"]?.isEmptyString == false
    // A timeline has events among the comments, and reviews may say nothing.
    if let event = value["event"]?.string {
      comment.isLeftOut = event != "commented" && !hasText
    } else if value["type"]?.string != nil || value["submitted_at"] != nil {
      comment.isLeftOut = !hasText
    } else {
      comment.isLeftOut = isIssue(value)
    }
    // What is said of a place in a file begins with that.
    guard value["in_reply_to_id"] == nil, let lines = value["diff_hunk"]?.string else { return }
    let path = PlainText.escaped(value["path"]?.string ?? "")
    let end = lines.split(separator: "\n", omittingEmptySubsequences: false).suffix(hunkLines)
    let code = PlainText.escaped(end.joined(separator: "\n"))
    comment.parts.markup =
      "<p><code>\(path)</code></p><pre>\(code)</pre>" + comment.parts.markup
  }

  /// How many lines of a change a comment on it shows, as GitHub does.
  private static let hunkLines = 4

  /// What is worth saying of the author and the review.
  private static func reviewBadges(_ badges: [String]) -> [String] {
    let idle: Set = ["none", "commented", "open", "closed"]
    return badges.map { $0.lowercased() }.filter { !idle.contains($0) }
  }

  /// One issue or pull request alone.
  static let gitHubIssue = JSONSystem(
    signs: [JSONSign("number", "title", "user.login", "created_at", "html_url")],
    post: JSONPost(
      title: ["title"],
      author: ["original_author", "user.login"],
      date: ["created_at"],
      body: [JSONBody("body_html", .html), JSONBody("body", .markdownLines)],
      url: [.path("html_url")],
      score: ["reactions.total_count"]
    ),
    comments: [],
    fields: JSONFields(),
    declared: ["comments"]
  )

  /// What GitHub's own program prints: `gh issue view --json title,body,author,comments`.
  static let gitHubProgram = JSONSystem(
    signs: [
      JSONSign("comments.0.authorAssociation", "comments.0.createdAt", "comments.0.body"),
      JSONSign("comments", "title", "author.login", "createdAt"),
    ],
    post: JSONPost(
      title: ["title"],
      author: ["author.login"],
      date: ["createdAt"],
      body: [JSONBody("body", .markdownLines)],
      url: [.path("url")]
    ),
    comments: ["comments", "reviews"],
    fields: JSONFields(
      id: ["id"],
      author: ["author.login"],
      date: ["createdAt", "submittedAt"],
      body: [JSONBody("body", .markdownLines)],
      badges: [.text("authorAssociation"), .text("state"), .flag("isMinimized", "minimized")],
      url: [.path("url")]
    ),
    adjust: { value, comment in
      comment.parts.badges = reviewBadges(comment.parts.badges)
      // A review may say nothing.
      comment.isLeftOut = value["submittedAt"] != nil && value["body"]?.isEmptyString == true
      let groups = value.list("reactionGroups")
      let votes = groups.compactMap { $0["users"]?["totalCount"]?.wholeNumber }
      if !votes.isEmpty { comment.parts.score = votes.reduce(0, &+) }
    }
  )

  /// The discussions of an issue or a merge request of GitLab, each a note and the notes on it, or its
  /// notes alone.
  static let gitLab = JSONSystem(
    signs: [
      JSONSign("0.notes.0.note", "0.notes.0.author"),
      JSONSign("0.notes.0.body", "0.notes.0.author"),
      JSONSign("0.noteable_type", "0.body", "0.author", "0.created_at"),
    ],
    comments: [""],
    children: ["notes"],
    // A discussion stands for its first note, which is among its notes once more.
    fields: JSONFields(
      id: ["notes.0.id", "id"],
      author: ["notes.0.author.name", "author.name"],
      authorURL: ["notes.0.author.web_url", "author.web_url"],
      date: ["notes.0.created_at", "created_at"],
      body: [
        JSONBody("notes.0.note_html", .html), JSONBody("note_html", .html),
        JSONBody("notes.0.note", .markdown), JSONBody("note", .markdown),
        JSONBody("notes.0.body", .markdown), JSONBody("body", .markdown),
      ]
    ),
    adjust: { value, comment in
      // What GitLab notes of itself, such as that a label was added.
      let note = value.list("notes").first ?? value
      comment.isLeftOut = note["system"]?.bool == true
    }
  )
}
