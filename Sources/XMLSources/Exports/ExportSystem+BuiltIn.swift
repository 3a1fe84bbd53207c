import DocumentModel

/// The forms of exports.
extension ExportSystem {
  /// WordPress, «Tools: Export» (wp-admin/includes/export.php).
  static let wordPress = ExportSystem(
    root: "rss",
    signs: ["wordpress.org/export/"],
    title: ["channel/title"],
    site: ["channel/link"],
    articles: "channel/item",
    article: ExportedArticleFields(
      // wp-includes/post.php, create_initial_post_types(): those that are no texts.
      kinds: [
        ExportedKind(
          path: "wp:post_type",
          others: [
            "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset",
            "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part",
            "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
          ]
        )
      ],
      id: ["wp:post_id", "guid"],
      title: ["title"],
      link: ["link"],
      author: ["dc:creator"],
      date: ["wp:post_date", "pubDate"],
      tags: ["category"],
      body: [ExportedText("content:encoded", .wordPress)],
      notes: [
        ExportedNote("wp:status", "draft", "draft"),
        ExportedNote("wp:status", "private", "private"),
        ExportedNote("wp:status", "pending", "pending"),
        ExportedNote("wp:status", "future", "scheduled"),
        ExportedNote("wp:status", "trash", "trash"),
      ]
    ),
    comments: "wp:comment",
    comment: ExportedCommentFields(
      id: ["wp:comment_id"],
      parent: ["wp:comment_parent"],
      author: ["wp:comment_author"],
      authorURL: ["wp:comment_author_url"],
      date: ["wp:comment_date", "wp:comment_date_gmt"],
      body: [ExportedText("wp:comment_content", .wordPress)],
      states: [
        (ExportedNote("wp:comment_type", "pingback"), .ping),
        (ExportedNote("wp:comment_type", "trackback"), .ping),
        (ExportedNote("wp:comment_approved", "0"), .pending),
      ],
      badges: [
        ExportedNote("wp:comment_approved", "spam", "spam"),
        ExportedNote("wp:comment_approved", "trash", "trash"),
      ]
    )
  )

  /// Disqus, «Export» (disqus.com/api/schemas/1.0/disqus.xsd).
  static let disqus = ExportSystem(
    root: "disqus",
    title: ["disqus:category/disqus:forum"],
    articles: "disqus:thread",
    article: ExportedArticleFields(
      kinds: [ExportedKind(path: "disqus:isDeleted", others: ["true"])],
      id: ["@dsq:id"],
      title: ["disqus:title"],
      link: ["disqus:link"],
      author: ["disqus:author/disqus:name"],
      date: ["disqus:createdAt"],
      body: [ExportedText("disqus:message", .html)]
    ),
    comments: "disqus:post",
    threads: ["disqus:thread@dsq:id"],
    comment: ExportedCommentFields(
      id: ["@dsq:id"],
      parent: ["disqus:parent@dsq:id"],
      author: ["disqus:author/disqus:name"],
      date: ["disqus:createdAt"],
      body: [ExportedText("disqus:message", .html)],
      states: [(ExportedNote("disqus:isDeleted", "true"), .deleted)],
      badges: [ExportedNote("disqus:isSpam", "true", "spam")]
    ),
    needsComments: true
  )

  /// Blogger, «Back up content», to 2024 and since.
  static let blogger = ExportSystem(
    root: "feed",
    // The template and the settings come first; today's files tell by elements of their own.
    signs: ["kind#template", "kind#settings", "<blogger:type>"],
    title: ["atom:title"],
    site: ["atom:link[rel=alternate]@href"],
    articles: "atom:entry",
    article: ExportedArticleFields(
      kinds: [
        ExportedKind(
          path: bloggerKind,
          values: [
            "http://schemas.google.com/blogger/2008/kind#post",
            "http://schemas.google.com/blogger/2008/kind#page",
          ]
        ), ExportedKind(path: "blogger:type", values: ["POST", "PAGE"]),
      ],
      id: ["atom:id"],
      title: ["atom:title"],
      link: ["atom:link[rel=alternate]@href"],
      author: ["atom:author/atom:name"],
      date: ["atom:published", "blogger:created"],
      tags: ["atom:category[scheme=http://www.blogger.com/atom/ns#]@term"],
      body: [ExportedText("atom:content", .atom)],
      notes: [
        ExportedNote("app:control/app:draft", "yes", "draft"),
        ExportedNote("blogger:status", "DRAFT", "draft"),
      ]
    ),
    comments: "atom:entry",
    threads: ["thr:in-reply-to@ref", "blogger:parent"],
    comment: ExportedCommentFields(
      kinds: [
        ExportedKind(
          path: bloggerKind,
          values: ["http://schemas.google.com/blogger/2008/kind#comment"]
        ), ExportedKind(path: "blogger:type", values: ["COMMENT"]),
      ],
      id: ["atom:id"],
      parent: ["atom:link[rel=related]@href", "blogger:inReplyTo"],
      author: ["atom:author/atom:name"],
      authorURL: ["atom:author/atom:uri"],
      date: ["atom:published", "blogger:created"],
      body: [ExportedText("atom:content", .atom)],
      link: ["atom:link[rel=alternate]@href"],
      states: [
        (ExportedNote("blogger:status", "SPAM_COMMENT"), .pending),
        (ExportedNote("blogger:status", "PENDING_COMMENT"), .pending),
      ]
    ),
    readID: { id in id.bloggerNumber ?? id.parts(around: "/comments/default/")?.1 ?? id }
  )

  private static let bloggerKind: XMLPath =
    "atom:category[scheme=http://schemas.google.com/g/2005#kind]@term"

  /// MediaWiki, «Special:Export» (docs/export-0.11.xsd): of each page the last version.
  static let mediaWiki = ExportSystem(
    root: "mediawiki",
    title: ["mw:siteinfo/mw:sitename"],
    site: ["mw:siteinfo/mw:base"],
    articles: "mw:page",
    article: ExportedArticleFields(
      id: ["mw:id"],
      title: ["mw:title"],
      author: ["mw:revision/mw:contributor/mw:username"],
      date: ["mw:revision/mw:timestamp"]
    ),
    comments: "mw:comment",
    comment: ExportedCommentFields(),
    readText: WikiPage.thread
  )
}
