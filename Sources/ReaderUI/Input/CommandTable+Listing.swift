/// Commands of a list of entries, beside those it shares with documents.
extension Command {
  static let listing = rows(
    about: .listing,
    in: .listing,
    [
      row("next-entry", ["J", "^N"], help: "Next entry", does: .entry(.move(1))),
      row("previous-entry", ["K", "^P"], help: "Previous entry", does: .entry(.move(-1))),
      row(
        "open-entry",
        ["Enter", "l", "Right"],
        help: "Read the entry: its discussion, else its article",
        does: .entry(.open)
      ),
      row("sort-entries", ["S"], help: "Next order: see :sort", does: .entry(.nextOrder)),
      row("filter-entries", ["&"], help: "Show entries with these words", does: .entry(.filter)),
      row(
        "keep-entry",
        ["m"],
        help: "Keep this entry for later; mark a version",
        does: .entry(.keep)
      ),
      row("hide-entry", ["x"], help: "Hide this entry", does: .entry(.hide)),
      row("unhide-entries", ["X"], help: "Show all hidden entries", does: .entry(.unhideAll)),
    ]
  )
}
