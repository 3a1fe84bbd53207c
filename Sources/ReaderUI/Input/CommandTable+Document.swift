/// Commands about links, the document as a whole and the program.
extension Command {
  static let links = rows(
    about: .links,
    [
      row("hints", ["f"], help: "Read a link on the screen by its letters", does: .link(.hints)),
      row(
        "browser-hints",
        ["F"],
        help: "Open a link on the screen in the browser",
        does: .link(.hintsForBrowser)
      ),
      row("links", ["U"], help: "List of all links", does: .show(.links)),
      row("next-link", ["]l"], help: "Next link", does: .link(.next)),
      row("previous-link", ["[l"], help: "Previous link", does: .link(.previous)),
      row(
        "follow",
        ["Enter"],
        help: "Read the link moved to; else fold or unfold",
        does: .link(.follow)
      ),
      row(
        "open",
        ["o", "gx"],
        help: "Open the current link, or the article, in the browser",
        does: .link(.open),
        in: .pages
      ),
      row(
        "open-comment",
        ["O"],
        help: "Open this comment or discussion in the browser",
        does: .link(.openComment),
        in: [.thread, .listing]
      ),
      row(
        "copy-text",
        ["yy"],
        help: "Copy the text of this comment or paragraph",
        does: .copy(.text),
        in: .pages
      ),
      row(
        "copy-permalink",
        ["yp"],
        help: "Copy the address of the comment or discussion",
        does: .copy(.permalink),
        in: .pages
      ),
      row("copy-link", ["yl"], help: "Copy the first link", does: .copy(.link), in: .pages),
      row(
        "copy-quote",
        ["yq"],
        help: "Copy as a quote, with the author's name",
        does: .copy(.quote)
      ),
      row("copy-subtree", ["yt"], help: "Copy the comment and its replies", does: .copy(.subtree)),
      row("copy-author", ["ya"], help: "Copy the author's name", does: .copy(.author)),
    ]
  )

  static let document = rows(
    about: .document,
    in: .pages,
    [
      row("more", ["L"], help: "Load more comments, entries or article text", does: .more(.load)),
      row("reload", ["R", "F5"], help: "Reload, and mark what is new", does: .more(.reload)),
      row(
        "discussions",
        ["D"],
        help: "Find discussions of the article, as tabs of the comments",
        does: .more(.findDiscussions)
      ),
      row("feed", [], help: "Read the feed that the page names", does: .app(.findFeeds)),
      row(
        "subscribe",
        [],
        help: "Subscribe to this list, under its title",
        does: .app(.subscribe)
      ),
      row(
        "unsubscribe",
        [],
        help: "End the subscription to this list",
        does: .app(.unsubscribe)
      ),
      row("export", ["s"], help: "Save as text, Markdown or JSON", does: .app(.promptExport)),
      row("dates", ["t"], help: "Dates: relative or absolute", does: .view(.toggleDates)),
      row(
        "spoilers",
        ["zs"],
        help: "Show or hide spoilers",
        does: .view(.toggleSpoilers),
        in: .panes
      ),
      row("facts", ["=", "^G"], help: "Facts and figures", does: .show(.facts)),
      row(
        "pipe",
        ["|"],
        help: "Send the document as text to a command",
        does: .app(.promptPipe)
      ),
      row("shell", ["!"], help: "Run a shell command; % is the file", does: .app(.promptShell)),
      row("next-source", [], help: "The next of several sources; :n", does: .app(.nextSource(1))),
      row(
        "previous-source",
        [],
        help: "The previous of several sources; :p",
        does: .app(.nextSource(-1))
      ),
      row("sources", [], help: "List of several sources", does: .show(.sources)),
      row("history", [], help: "List of the pages read one from another", does: .show(.pages)),
      row(
        "versions",
        [],
        help: "List of the versions kept, to be compared",
        does: .app(.listVersions),
        in: .panes
      ),
      row(
        "forget",
        [],
        help: "Forget all that is remembered of this document",
        does: .app(.forget)
      ),
      row("messages", [], help: "Past messages", does: .show(.messages)),
    ]
  )

  static let rest = rows(
    about: .rest,
    in: .pages,
    [
      row(
        "help",
        ["?", "F1"],
        help: "Help: this list of keys",
        does: .show(.help),
        in: [.pages, .overlay]
      ),
      row(
        "command",
        [":"],
        help: "Run a command by name",
        does: .app(.promptCommand),
        in: [.pages, .overlay]
      ),
      row("next-theme", ["F2"], help: "Next theme", does: .app(.nextTheme(1))),
      row("previous-theme", ["F3"], help: "Previous theme", does: .app(.nextTheme(-1))),
      row(
        "suspend",
        ["^Z"],
        help: "Suspend; fg in the shell returns",
        does: .app(.suspend),
        in: [.pages, .overlay, .prompt]
      ),
      row("quit", ["q", "ZZ"], help: "End the search, go back a page, or quit", does: .app(.quit)),
      row(
        "quit-now",
        ["Q", "ZQ", "^C"],
        help: "Quit at once",
        does: .app(.quitNow),
        in: [.pages, .overlay]
      ),
    ]
  )
}
