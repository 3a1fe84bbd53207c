extension Command {
  /// Every command of the reader, in the order help shows them.
  public static let table: [Command] =
    lines + panes + comments + article + jumps + folds + cut + search + links + document
    + listing + rest + lists + prompts

  /// A row of the table, of which its group says the topic.
  struct Row {
    let name: String
    let keys: [String]
    let help: String
    let action: Action
    let scope: Scope?
  }

  static func row(
    _ name: String,
    _ keys: [String],
    help: String,
    does action: Action,
    in scope: Scope? = nil
  ) -> Row {
    Row(name: name, keys: keys, help: help, action: action, scope: scope)
  }

  /// The commands of `rows`, which apply in `scope` unless a row says otherwise.
  static func rows(about topic: Topic, in scope: Scope = .panes, _ rows: [Row]) -> [Command] {
    rows.map { row in
      Command(
        name: row.name,
        keys: row.keys,
        scope: row.scope ?? scope,
        topic: topic,
        help: row.help,
        action: row.action
      )
    }
  }

  private static let lines = rows(
    about: .lines,
    in: .pages,
    [
      row(
        "down",
        ["j", "Down"],
        help: "Down one line, then to the next comment or entry",
        does: .scroll(.lines(1))
      ),
      row(
        "up",
        ["k", "Up"],
        help: "Up one line, then to the previous comment or entry",
        does: .scroll(.lines(-1))
      ),
      row("scroll-down", ["^E"], help: "Scroll down one line", does: .scroll(.text(1))),
      row("scroll-up", ["^Y"], help: "Scroll up one line", does: .scroll(.text(-1))),
      row(
        "page-down",
        ["Space", "PageDown", "^F"],
        help: "Down one page; from the article's end, to the comments",
        does: .scroll(.pages(2))
      ),
      row("page-up", ["b", "PageUp", "^B"], help: "Up one page", does: .scroll(.pages(-2))),
      row("half-page-down", ["d", "^D"], help: "Down half a page", does: .scroll(.pages(1))),
      row("half-page-up", ["u", "^U"], help: "Up half a page", does: .scroll(.pages(-1))),
      row(
        "top",
        ["g", "Home"],
        help: "To the start; 7g goes to comment or entry 7",
        does: .scroll(.start)
      ),
      row(
        "bottom",
        ["G", "End"],
        help: "To the end; 7G goes to comment or entry 7",
        does: .scroll(.end)
      ),
      row("percent", ["%"], help: "50% goes to the middle", does: .scroll(.percent)),
    ]
  )

  private static let panes = rows(
    about: .panes,
    [
      row(
        "other-pane",
        ["Tab", "S-Tab"],
        help: "Switch to the other pane",
        does: .view(.otherPane)
      ),
      row(
        "layout",
        ["v"],
        help: "Next layout: side by side, stacked, one pane",
        does: .view(.nextLayout)
      ),
      row(
        "next-discussion",
        ["gt"],
        help: "Next tab of the comments; 2gt goes to the second",
        does: .view(.nextDiscussion(1))
      ),
      row(
        "previous-discussion",
        ["gT"],
        help: "Previous tab of the comments",
        does: .view(.nextDiscussion(-1))
      ),
      row("narrow", ["<"], help: "Move the border left or up", does: .view(.moveBorder(-1))),
      row("widen", [">"], help: "Move the border right or down", does: .view(.moveBorder(1))),
      row(
        "rail",
        ["zm"],
        help: "Show or hide the column that marks place and hits",
        does: .view(.toggleRail)
      ),
      row(
        "scroll-right",
        ["zl", "S-Right"],
        help: "Scroll code and wide tables right",
        does: .view(.scrollSideways(1))
      ),
      row(
        "scroll-left",
        ["zh", "S-Left"],
        help: "Scroll code and wide tables left",
        does: .view(.scrollSideways(-1))
      ),
      row(
        "redraw",
        ["^L"],
        help: "Redraw the screen",
        does: .app(.redraw),
        in: [.pages, .overlay]
      ),
    ]
  )

  private static let comments = rows(
    about: .comments,
    [
      row("next-comment", ["J"], help: "Next comment", does: .comment(.next), in: .thread),
      row(
        "previous-comment",
        ["K"],
        help: "Previous comment",
        does: .comment(.previous),
        in: .thread
      ),
      row(
        "next-sibling",
        ["}"],
        help: "Next reply to the same comment",
        does: .comment(.nextSibling),
        in: .thread
      ),
      row(
        "previous-sibling",
        ["{"],
        help: "Previous reply to the same comment",
        does: .comment(.previousSibling),
        in: .thread
      ),
      row("next-thread", ["^N"], help: "Next thread", does: .comment(.nextThread)),
      row("previous-thread", ["^P"], help: "Previous thread", does: .comment(.previousThread)),
      row(
        "parent",
        ["P"],
        help: "Parent: the comment this one answers",
        does: .comment(.parent),
        in: .thread
      ),
      row("root", ["^"], help: "First comment of this thread", does: .comment(.root), in: .thread),
      row(
        "same-author",
        ["*"],
        help: "Next comment by this author",
        does: .comment(.nextBySameAuthor),
        in: .thread
      ),
      row(
        "same-author-back",
        ["#"],
        help: "Previous comment by this author",
        does: .comment(.previousBySameAuthor),
        in: .thread
      ),
      row(
        "next-by-article-author",
        ["]o"],
        help: "Next comment by the article's author",
        does: .comment(.nextByArticleAuthor)
      ),
      row(
        "previous-by-article-author",
        ["[o"],
        help: "Previous comment by the article's author",
        does: .comment(.previousByArticleAuthor)
      ),
      row("next-new", ["w"], help: "Next new comment", does: .comment(.nextNew)),
      row(
        "previous-new",
        ["W"],
        help: "Previous new comment",
        does: .comment(.previousNew)
      ),
      row(
        "read-thread",
        ["r"],
        help: "Mark this thread read, go to the next with new comments",
        does: .news(.readThread),
        in: .thread
      ),
      row(
        "fold-read",
        ["zn"],
        help: "Fold what has nothing new",
        does: .news(.foldRead)
      ),
      row(
        "next-folded",
        ["zj"],
        help: "Next folded comment",
        does: .comment(.nextFolded),
        in: .thread
      ),
      row(
        "previous-folded",
        ["zk"],
        help: "Previous folded comment",
        does: .comment(.previousFolded),
        in: .thread
      ),
      row(
        "peek",
        ["p"],
        help: "Show the parent without moving; again, its parent",
        does: .show(.parent),
        in: .thread
      ),
    ] + overviews
  )

  private static let article = rows(
    about: .article,
    [
      row("next-heading", ["J"], help: "Next heading", does: .block(.next(.heading)), in: .article),
      row(
        "previous-heading",
        ["K"],
        help: "Previous heading",
        does: .block(.previous(.heading)),
        in: .article
      ),
      row(
        "next-paragraph",
        ["}"],
        help: "Next paragraph",
        does: .block(.next(.paragraph)),
        in: .article
      ),
      row(
        "previous-paragraph",
        ["{"],
        help: "Previous paragraph",
        does: .block(.previous(.paragraph)),
        in: .article
      ),
      row("next-section", ["]]"], help: "Next heading, or next thread", does: .section(1)),
      row(
        "previous-section",
        ["[["],
        help: "Previous heading, or previous thread",
        does: .section(-1)
      ),
      row("next-quote", ["]q"], help: "Next quote", does: .block(.next(.quote))),
      row("previous-quote", ["[q"], help: "Previous quote", does: .block(.previous(.quote))),
      row(
        "contents",
        ["M"],
        help: "Table of contents",
        does: .show(.contents),
        in: .article
      ),
      row(
        "load-article",
        ["e"],
        help: "Load the article that a post links to",
        does: .more(.loadLinked),
        in: .article
      ),
    ]
  )

  private static let jumps = rows(
    about: .jumps,
    [
      row(
        "back",
        ["^O", "(", "Backspace"],
        help: "Back to the last position, then to the last page",
        does: .jump(.back),
        in: .pages
      ),
      row("forward", [")"], help: "Forward again", does: .jump(.forward), in: .pages),
      row("mark", ["m"], help: "ma sets mark a here", does: .jump(.awaitMark)),
      row(
        "go-to-mark",
        ["'", "`"],
        help: "'a goes to mark a; '' to the last position",
        does: .jump(.awaitGoTo)
      ),
      row("next-mark", ["]m"], help: "Next mark", does: .jump(.nextMark)),
      row("previous-mark", ["[m"], help: "Previous mark", does: .jump(.previousMark)),
      row("bookmarks", ["B"], help: "List of marks", does: .show(.marks)),
    ]
  )

  private static let folds =
    rows(
      about: .folds,
      [
        row(
          "fold",
          ["h", "Left"],
          help: "Fold; again, fold the text too or go to the parent",
          does: .fold(.close),
          in: .thread
        ),
        row(
          "unfold",
          ["l", "Right"],
          help: "Unfold; again, go to the first reply",
          does: .fold(.open),
          in: .thread
        ),
        row(
          "toggle-fold",
          ["za"],
          help: "Fold or unfold",
          does: .fold(.toggle),
          in: .thread
        ),
        row(
          "fold-here",
          ["zc"],
          help: "Fold; again, fold the parent",
          does: .fold(.closeHere),
          in: .thread
        ),
        row("unfold-here", ["zo"], help: "Unfold", does: .fold(.openHere), in: .thread),
        row("fold-all", ["zM"], help: "Fold every thread to one line", does: .fold(.closeAll)),
        row("unfold-all", ["zR"], help: "Unfold everything", does: .fold(.openAll)),
        row("fold-level", ["-"], help: "Show one level less", does: .fold(.byLevel(-1))),
        row("unfold-level", ["+"], help: "Show one level more", does: .fold(.byLevel(1))),
      ]
        + [
          row(
            "fold-replies",
            ["z1"],
            help: "Fold the replies to top-level comments",
            does: .fold(.toLevel(1))
          )
        ]
        + (2...9).map { level in
          row(
            "fold-to-\(level)",
            ["z\(level)"],
            help: "Show \(level) levels, fold the replies below",
            does: .fold(.toLevel(level))
          )
        }
        + [
          row(
            "fold-below",
            ["zf"],
            help: "Fold the replies to this comment, not its text",
            does: .fold(.closeReplies),
            in: .thread
          ),
          row(
            "fold-thread",
            ["zC"],
            help: "Fold this thread and go to the next",
            does: .fold(.closeThread),
            in: .thread
          ),
          row(
            "reveal",
            ["zO", "zv"],
            help: "Unfold everything below this comment",
            does: .fold(.reveal),
            in: .thread
          ),
          row(
            "place-middle",
            ["zz"],
            help: "Scroll this comment to the middle",
            does: .view(.align(.middle))
          ),
          row(
            "place-top",
            ["zt"],
            help: "Scroll this comment to the top",
            does: .view(.align(.top))
          ),
          row(
            "place-bottom",
            ["zb"],
            help: "Scroll this comment to the bottom",
            does: .view(.align(.bottom))
          ),
          row(
            "hide",
            ["x"],
            help: "Hide this comment and its replies",
            does: .fold(.hide),
            in: .thread
          ),
          row("unhide", ["X"], help: "Show all hidden comments", does: .fold(.unhideAll)),
          row(
            "filter-comments",
            ["&"],
            help: "Show only comments with these words",
            does: .fold(.filter)
          ),
          row(
            "undo",
            ["Z"],
            help: "Undo the last change of the view, or the reload",
            does: .view(.undo),
            in: .pages
          ),
        ]
    )

  private static let cut = rows(
    about: .cut,
    [
      row(
        "expand",
        ["e"],
        help: "Show or hide the rest of a cut or long comment",
        does: .cut(.toggle),
        in: .thread
      ),
      row(
        "expand-all",
        ["E"],
        help: "Show or hide the rest of all cut comments",
        does: .cut(.toggleAll)
      ),
    ]
  )

  private static let search = rows(
    about: .search,
    in: .pages,
    [
      row(
        "search",
        ["/"],
        help: "Search article and comments, or the list",
        does: .search(.prompt)
      ),
      row("next-hit", ["n"], help: "Next hit", does: .search(.next)),
      row("previous-hit", ["N"], help: "Previous hit", does: .search(.previous)),
      row(
        "highlight",
        ["\\"],
        help: "Turn highlighting on or off",
        does: .search(.toggleHighlight)
      ),
      row("search-end", ["Esc"], help: "End the search and restore the folds", does: .search(.end)),
    ]
  )
}
