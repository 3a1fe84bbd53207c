/// Names in the parts of a discussion.
extension Vocabulary {
  static let comments = [
    Entry(
      .comment,
      .part,
      "names on pages in the languages in which people who build sites write mark-up",
      [
        "comment", "comments", "cmt", "cmnt", "cmts", "commentaire", "commentaires", "comentario",
        "comentarios", "kommentar", "kommentare", "kommentarer", "kommentti", "commento",
        "commenti",
        "komentarz", "komentarze", "komentar", "reactie", "reacties", "discussion", "discussions",
        "talkback", "reply", "replies", "response", "responses", "feedback", "guestbook", "answer",
        "answers", "review", "reviews", "usercomments", "yorum", "yorumlar",
      ]
    ),
    Entry(
      .post,
      .part,
      "forums and guest books",
      [
        "post", "posts", "thread", "topic", "message", "messages", "msg", "forum", "entry", "item",
        "stack", "conversation",
      ]
    ),
    Entry(
      .discussion,
      .name,
      "WordPress, its themes and wpDiscuz; common names of sites of their own",
      [
        "comments", "comments-area", "comment-list", "commentlist", "comment-respond", "respond",
        "commentform", "wpdcom", "wpd-threads", "comments-section", "comment-section",
        "comments-container", "comment-thread", "comments-wrapper", "comments__container",
      ]
    ),
  ]

  static let parts = [
    Entry(
      .author,
      .part,
      "names on pages",
      [
        "author", "authors", "user", "username", "nick", "nickname", "name", "commenter",
        "commentor", "poster", "byline", "fn", "member", "handle", "writer", "sender", "from",
        "owner", "person", "profile", "who", "creator", "autor", "auteur", "verfasser", "usuario",
        "screenname", "displayname", "login", "postername",
      ]
    ),
    Entry(
      .date,
      .part,
      "names on pages",
      [
        "date", "time", "timestamp", "datetime", "posted", "published", "ago", "when", "created",
        "dateline", "datum", "fecha", "data", "zeit", "uhrzeit", "timeago", "pubdate", "postdate",
      ]
    ),
    Entry(
      .body,
      .part,
      "names on pages",
      [
        "body", "content", "text", "message", "description", "desc", "copy", "markdown", "prose",
        "entity", "commenttext", "texte",
      ]
    ),
    Entry(
      .accessory,
      .part,
      "names on pages",
      [
        "form", "respond", "count", "counter", "counts", "number", "open", "closed", "recent",
        "latest", "popular", "related", "widget", "sidebar", "nav", "menu", "avatar", "img",
        "image", "photo", "icon", "thumb", "thumbnail", "gravatar", "badge", "rank", "tags",
        "share", "signature", "sig", "promo", "teaser", "ad", "ads", "vote", "votes", "score",
        "like", "likes", "button", "buttons", "actions", "controls", "tools", "toolbar", "footer",
        "location", "title",
      ]
    ),
    Entry(
      .otherList,
      .name,
      "MediaWiki, Pandoc, Kramdown, boards and sites of societies",
      [
        "references", "reflist", "mw-references-wrap", "footnotes", "footnote-list", "endnotes",
        "bibliography", "citations", "members", "member-list", "memberlist", "members-list",
        "userlist", "user-list", "staff", "staff-list", "team", "team-members", "contributors",
        "speakers", "changelog", "testimonials",
      ]
    ),
    Entry(
      .action,
      .part,
      "names on pages",
      ["actions", "controls", "tools", "toolbar", "buttons", "votes", "share", "helpful"]
    ),
    Entry(.title, .part, "names on pages", ["title", "headline", "subject", "heading"]),
    Entry(.quotation, .part, "names on pages", ["quote", "quoted", "quotation", "bbquote"]),
    Entry(.control, .name, "Bootstrap and others", ["button", "btn"]),
    Entry(
      .unseen,
      .name,
      "WordPress, Bootstrap, HTML5 Boilerplate, Drupal 7, Amazon, Gitea",
      [
        "screen-reader-text", "skip-link", "sr-only", "visually-hidden", "visuallyhidden",
        "element-invisible", "a-offscreen", "tw-sr-only",
      ]
    ),
    Entry(
      .folded,
      .name,
      "Bootstrap 3 to 5, Tailwind, HTML5 Boilerplate, HuffPost, Gitea",
      ["hidden", "hide", "d-none", "is-hidden", "tw-hidden"]
    ),
  ]
}

/// Names of boxes inside a text.
extension Vocabulary {
  static let boxes = [
    Entry(
      .spoiler,
      .name,
      "wpDiscuz, Reddit, Discourse, XenForo, phpBB, Habr and others",
      ["spoiler", "spoilers", "spoiled", "md-spoiler-text", "bbCodeInlineSpoiler", "js-spoiler"]
    ),
    Entry(
      .spoilerText,
      .name,
      "the same",
      [
        "spoiler-text", "spoiler_text", "spoiler-content", "spoiler_content", "spoiler-body",
        "spoiler_body", "wpdiscuz-spoiler-content", "bbCodeSpoiler-content",
      ]
    ),
    Entry(
      .quotationBox,
      .name,
      "vBulletin 4 and 5, XenForo 1, FluxBB, Invision, MyBB, the older style of phpBB 3",
      [
        "bbcode_quote", "bbCodeQuote", "bbCodeBlock--quote", "quotebox", "quotemain", "quote_body",
        "quotecontent",
      ]
    ),
    Entry(
      .headingMark,
      .name,
      "MediaWiki, Sphinx, AnchorJS, VuePress, Docusaurus",
      [
        "mw-editsection", "editsection", "headerlink", "anchorjs-link", "header-anchor",
        "heading-anchor", "hash-link",
      ]
    ),
    Entry(
      .lineNumbers,
      .name,
      """
      GitHub, Pygments, Rouge, highlight.js with numbers, Crayon, Chroma, Org mode, Vim, cgit, Gitea, \
      GitLab, React's highlighter
      """,
      [
        "blob-num", "linenos", "lineno", "linenodiv", "rouge-gutter", "hljs-ln-numbers",
        "crayon-nums", "lnt", "ln", "linenr", "LineNr", "linenumbers", "lines-num",
        "diff-line-num", "line-number", "line-numbers", "linenumber",
        "react-syntax-highlighter-line-number",
      ]
    ),
    Entry(
      .codeCell,
      .name,
      "GitHub, Hexo and SyntaxHighlighter, Rouge, highlight.js with numbers, Crayon",
      ["blob-code", "code", "rouge-code", "hljs-ln-code", "crayon-code"]
    ),
    Entry(
      .patch,
      .name,
      "CommonMark and most highlighters, Stack Exchange and Discourse, GitHub, Sphinx",
      ["language-diff", "language-patch", "lang-diff", "highlight-source-diff", "highlight-diff"]
    ),
  ]
}

/// Names in and around articles.
extension Vocabulary {
  static let articles = [
    Entry(
      .articleText,
      .name,
      "themes and content systems, microformats",
      [
        "entry-content", "post-content", "article-content", "e-content", "articleBody",
        "article-body", "article__body", "post-body", "story-body", "entry", "story__content",
        "post__text",
      ]
    ),
    Entry(
      .articlePages,
      .name,
      "WordPress' themes and other systems",
      [
        "page-links", "page-link", "pagelinks", "post-page-numbers", "post-nav-links", "link-pages",
        "linkpages", "post-pages", "article-pages", "entry-pages",
      ]
    ),
    Entry(
      .articleBoilerplate,
      .anywhere,
      "WordPress' themes and plug-ins",
      [
        "sharing", "social-like", "addtoany", "addthis", "share-button", "author-bio", "author-box",
        "authorbox", "about-author", "about-the-author", "author-info", "abh_box", "saboxplugin",
        "subscribe", "adwidget", "ad_widget", "related-post", "relatedpost", "yarpp", "post-tag",
        "tags-link", "tag-link", "cat-link", "posted-in", "post-terms", "post-author",
        "post-navigation", "printfriendly", "wprm-recipe-link",
      ]
    ),
  ]

  /// The regular expressions of Mozilla's Readability (Apache License 2.0), alternative by
  /// alternative, as it weighs them; `pagination` and others stand in two of them.
  static let readability = [
    Entry(
      .unlikely,
      .anywhere,
      "Readability: unlikelyCandidates",
      [
        "-ad-", "ai2html", "banner", "breadcrumbs", "combx", "comment", "community", "cover-wrap",
        "disqus", "extra", "footer", "gdpr", "header", "legends", "menu", "related", "remark",
        "replies", "rss", "shoutbox", "sidebar", "skyscraper", "social", "sponsor", "supplemental",
        "ad-break", "agegate", "pagination", "pager", "popup", "yom-remote",
      ]
    ),
    Entry(
      .possible,
      .anywhere,
      "Readability: okMaybeItsACandidate",
      ["and", "article", "body", "column", "content", "main", "mathjax", "shadow"]
    ),
    Entry(
      .positive,
      .anywhere,
      "Readability: positive",
      [
        "article", "body", "content", "entry", "main", "page", "pagination", "post", "text", "blog",
        "story",
      ]
    ),
    Entry(
      .negative,
      .anywhere,
      "Readability: negative",
      [
        "-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr",
        "masthead", "media", "meta", "outbrain", "promo", "related", "scroll", "share", "shoutbox",
        "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget",
      ]
    ),
    Entry(.negative, .name, "Readability: negative, `hid` as a whole name", ["hid"]),
    Entry(
      .byline,
      .anywhere,
      "Readability: byline",
      ["byline", "author", "dateline", "writtenby"]
    ),
    Entry(.sharing, .delimited, "Readability: shareElements", ["share", "sharedaddy"]),
  ]
}
