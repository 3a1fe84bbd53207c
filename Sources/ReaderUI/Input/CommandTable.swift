extension Command {
  /// Every command of the reader, in the order help shows them.
  public static let table: [Command] =
    lines + panes + comments + article + places + folds + cut + search + links + document + rest
    + lists + prompts

  private static func row(
    _ name: String,
    _ keys: [String],
    _ topic: Topic,
    _ help: String,
    _ action: Action,
    in scope: Scope = .panes
  ) -> Command {
    Command(name: name, keys: keys, scope: scope, topic: topic, help: help, action: action)
  }

  private static let lines = [
    row(
      "down",
      ["j", "Down"],
      .lines,
      "A line down, or on to the next comment",
      .scroll(.lines(1))
    ),
    row(
      "up",
      ["k", "Up"],
      .lines,
      "A line up, or back to the comment before",
      .scroll(.lines(-1))
    ),
    row("scroll-down", ["^E"], .lines, "Scroll the text one line", .scroll(.text(1))),
    row("scroll-up", ["^Y"], .lines, "Scroll the text one line back", .scroll(.text(-1))),
    row("page-down", ["Space", "PageDown", "^F"], .lines, "One page down", .scroll(.pages(2))),
    row("page-up", ["b", "PageUp", "^B"], .lines, "One page up", .scroll(.pages(-2))),
    row("half-page-down", ["d", "^D"], .lines, "Half a page down", .scroll(.pages(1))),
    row("half-page-up", ["u", "^U"], .lines, "Half a page up", .scroll(.pages(-1))),
    row("top", ["g", "Home"], .lines, "To the start; 7g: to comment 7", .scroll(.start)),
    row("bottom", ["G", "End"], .lines, "To the end; 7G: to comment 7", .scroll(.end)),
    row("percent", ["%"], .lines, "50%: to the middle", .scroll(.percent)),
  ]

  private static let panes = [
    row("other-pane", ["Tab", "S-Tab"], .panes, "To the other pane", .view(.otherPane)),
    row("layout", ["v"], .panes, "Side by side, stacked, one pane alone", .view(.nextLayout)),
    row("narrow", ["<"], .panes, "Move the border left or up", .view(.moveBorder(-1))),
    row("widen", [">"], .panes, "Move the border right or down", .view(.moveBorder(1))),
    row(
      "scroll-right",
      ["zl", "S-Right"],
      .panes,
      "Code and wide tables to the right",
      .view(.scrollSideways(1))
    ),
    row(
      "scroll-left",
      ["zh", "S-Left"],
      .panes,
      "Code and wide tables back to the left",
      .view(.scrollSideways(-1))
    ),
    row(
      "redraw",
      ["^L"],
      .panes,
      "Draw the screen anew",
      .app(.redraw),
      in: [.panes, .overlay]
    ),
  ]

  private static let comments = [
    row("next-comment", ["J"], .comments, "Next comment", .comment(.next), in: .thread),
    row("previous-comment", ["K"], .comments, "Previous comment", .comment(.previous), in: .thread),
    row(
      "next-sibling",
      ["}"],
      .comments,
      "Next answer to the same comment",
      .comment(.nextSibling),
      in: .thread
    ),
    row(
      "previous-sibling",
      ["{"],
      .comments,
      "Previous answer to the same comment",
      .comment(.previousSibling),
      in: .thread
    ),
    row("next-thread", ["^N"], .comments, "Next thread", .comment(.nextThread)),
    row("previous-thread", ["^P"], .comments, "Previous thread", .comment(.previousThread)),
    row("parent", ["P"], .comments, "The comment this one answers", .comment(.parent), in: .thread),
    row("root", ["^"], .comments, "The start of this thread", .comment(.root), in: .thread),
    row(
      "same-author",
      ["*"],
      .comments,
      "Next comment by this author",
      .comment(.nextBySameAuthor),
      in: .thread
    ),
    row(
      "same-author-back",
      ["#"],
      .comments,
      "Previous comment by this author",
      .comment(.previousBySameAuthor),
      in: .thread
    ),
    row(
      "next-by-article-author",
      ["]o"],
      .comments,
      "Next comment by the article's author",
      .comment(.nextByArticleAuthor)
    ),
    row(
      "previous-by-article-author",
      ["[o"],
      .comments,
      "Previous comment by the article's author",
      .comment(.previousByArticleAuthor)
    ),
    row("next-new", ["w"], .comments, "Next comment a reload brought", .comment(.nextNew)),
    row(
      "previous-new",
      ["W"],
      .comments,
      "Previous comment a reload brought",
      .comment(.previousNew)
    ),
    row("peek", ["p"], .comments, "Read the parent without moving", .show(.parent), in: .thread),
  ]

  private static let article = [
    row("next-heading", ["J"], .article, "Next heading", .block(.next(.heading)), in: .article),
    row(
      "previous-heading",
      ["K"],
      .article,
      "Previous heading",
      .block(.previous(.heading)),
      in: .article
    ),
    row(
      "next-paragraph",
      ["}"],
      .article,
      "Next paragraph",
      .block(.next(.paragraph)),
      in: .article
    ),
    row(
      "previous-paragraph",
      ["{"],
      .article,
      "Previous paragraph",
      .block(.previous(.paragraph)),
      in: .article
    ),
    row("next-quote", ["]q"], .article, "Next quotation", .block(.next(.quote))),
    row("previous-quote", ["[q"], .article, "Previous quotation", .block(.previous(.quote))),
    row("contents", ["M"], .article, "Contents: the headings", .show(.contents)),
  ]

  private static let places = [
    row("back", ["^O", "("], .places, "Back to where a jump began", .jump(.back)),
    row("forward", [")"], .places, "Forward again", .jump(.forward)),
    row("mark", ["m"], .places, "ma: call this place a", .jump(.awaitMark)),
    row("go-to-mark", ["'"], .places, "'a: to the place a; '': where you were", .jump(.awaitGoTo)),
    row("next-mark", ["]m"], .places, "Next mark", .jump(.nextMark)),
    row("previous-mark", ["[m"], .places, "Previous mark", .jump(.previousMark)),
    row("bookmarks", ["B"], .places, "List the marks", .show(.marks)),
  ]

  private static let folds =
    [
      row("fold", ["h", "Left"], .folds, "Fold; again: to the parent", .fold(.close), in: .thread),
      row(
        "unfold",
        ["l", "Right"],
        .folds,
        "Unfold; again: to the first reply",
        .fold(.open),
        in: .thread
      ),
      row("toggle-fold", ["Enter", "za"], .folds, "Fold or unfold", .fold(.toggle), in: .thread),
      row("fold-all", ["zM"], .folds, "Fold every thread", .fold(.closeAll)),
      row("unfold-all", ["zR"], .folds, "Unfold everything", .fold(.openAll)),
      row("fold-level", ["-"], .folds, "Fold one level more", .fold(.byLevel(-1))),
      row("unfold-level", ["+"], .folds, "Unfold one level more", .fold(.byLevel(1))),
    ]
    + (1...9).map { level in
      row(
        "fold-to-\(level)",
        ["z\(level)"],
        .folds,
        level == 1 ? "Show one level" : "Show \(level) levels",
        .fold(.toLevel(level))
      )
    }
    + [
      row(
        "fold-thread",
        ["zC"],
        .folds,
        "Fold the whole thread and go on",
        .fold(.closeThread),
        in: .thread
      ),
      row("reveal", ["zv"], .folds, "Unfold all below this comment", .fold(.reveal), in: .thread),
      row("place-middle", ["zz"], .folds, "Put this comment in the middle", .view(.align(.middle))),
      row("place-top", ["zt"], .folds, "Put this comment at the top", .view(.align(.top))),
      row("place-bottom", ["zb"], .folds, "Put this comment at the bottom", .view(.align(.bottom))),
      row("hide", ["x"], .folds, "Hide this comment and its replies", .fold(.hide), in: .thread),
      row("unhide", ["X"], .folds, "Show all that was hidden", .fold(.unhideAll)),
      row("undo", ["Z"], .folds, "Undo the last change of view", .view(.undo)),
    ]

  private static let cut = [
    row(
      "expand",
      ["e"],
      .cut,
      "Open this cut or long comment; again: close it",
      .cut(.toggle),
      in: .thread
    ),
    row("expand-all", ["E"], .cut, "Open every cut comment; again: close them", .cut(.toggleAll)),
  ]

  private static let search = [
    row("search", ["/"], .search, "Search article and comments", .search(.prompt)),
    row("next-hit", ["n"], .search, "Next hit", .search(.next)),
    row("previous-hit", ["N"], .search, "Previous hit", .search(.previous)),
    row("highlight", ["\\"], .search, "Highlight hits or not", .search(.toggleHighlight)),
    row("search-end", ["Esc"], .search, "End the search; folds are as before", .search(.end)),
  ]

  private static let links = [
    row("hints", ["f"], .links, "Follow a link on the screen", .link(.hints)),
    row("links", ["U"], .links, "List all links", .show(.links)),
    row("next-link", ["]l"], .links, "Next link", .link(.next)),
    row("previous-link", ["[l"], .links, "Previous link", .link(.previous)),
    row(
      "open",
      ["o"],
      .links,
      "Open the marked link, or the article, in the browser",
      .link(.open)
    ),
    row(
      "open-comment",
      ["O"],
      .links,
      "Open this comment in the browser",
      .link(.openComment),
      in: .thread
    ),
    row("copy-text", ["yy"], .links, "Copy the comment's or paragraph's text", .copy(.text)),
    row("copy-permalink", ["yp"], .links, "Copy the address of the comment", .copy(.permalink)),
    row("copy-link", ["yl"], .links, "Copy the first link", .copy(.link)),
    row("copy-quote", ["yq"], .links, "Copy as a quotation with its author", .copy(.quote)),
    row("copy-subtree", ["yt"], .links, "Copy the comment and its replies", .copy(.subtree)),
    row("copy-author", ["ya"], .links, "Copy the author's name", .copy(.author)),
  ]

  private static let document = [
    row("more", ["L"], .document, "Load more of the discussion or article", .more(.load)),
    row("reload", ["R"], .document, "Read anew, and mark what is new", .more(.reload)),
    row("export", ["s"], .document, "Save as text, Markdown or JSON", .app(.promptExport)),
    row("dates", ["t"], .document, "Dates: how long ago, or when", .view(.toggleDates)),
    row("spoilers", ["zs"], .document, "Show spoilers, or cover them", .view(.toggleSpoilers)),
    row("facts", ["="], .document, "Facts and figures", .show(.facts)),
    row("messages", [], .document, "What was said so far", .show(.messages)),
  ]

  private static let rest = [
    row("help", ["?", "F1"], .rest, "These keys", .show(.help)),
    row("command", [":"], .rest, "A command by name", .app(.promptCommand)),
    row("next-theme", ["F2"], .rest, "Next theme", .app(.nextTheme(1))),
    row("previous-theme", ["F3"], .rest, "Previous theme", .app(.nextTheme(-1))),
    row(
      "suspend",
      ["^Z"],
      .rest,
      "To the shell; fg comes back",
      .app(.suspend),
      in: [.panes, .overlay, .prompt]
    ),
    row("quit", ["q"], .rest, "Back, then quit", .app(.quit)),
    row(
      "quit-now",
      ["Q", "^C"],
      .rest,
      "Quit at once",
      .app(.quitNow),
      in: [.panes, .overlay]
    ),
  ]
}
