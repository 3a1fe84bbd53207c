/// Commands that show how comments hang together: quotations, conversations, overviews.
extension Command {
  static let overviews = [
    row(
      "quoted",
      ["a"],
      help: "To the words quoted here; 2a: the second quote",
      does: .quote(.source),
      in: .thread
    ),
    row(
      "quoting",
      ["c"],
      help: "Comments that quote this one or the article",
      does: .quote(.quoting)
    ),
    row(
      "conversation",
      ["C"],
      help: "Show only this conversation; again, show all",
      does: .fold(.conversation),
      in: .thread
    ),
    row(
      "sort-thread",
      ["S"],
      help: "Next order of the comments: see :sort",
      does: .view(.nextThreadOrder)
    ),
    row(
      "outline",
      ["M"],
      help: "Outline: a line for each comment",
      does: .show(.outline),
      in: .thread
    ),
    row("best", ["T"], help: "List of the comments that stand out", does: .show(.best)),
  ]
}
