/// Commands of what lies over the panes: lists, and the line being typed.
extension Command {
  static let lists = [
    row("list-down", ["j", "Down", "^N", "^E"], .lists, "A row down", .overlay(.rows(1))),
    row("list-up", ["k", "Up", "^P", "^Y"], .lists, "A row up", .overlay(.rows(-1))),
    row("list-page-down", ["Space", "PageDown", "^F"], .lists, "A page down", .overlay(.pages(2))),
    row("list-page-up", ["b", "PageUp", "^B"], .lists, "A page up", .overlay(.pages(-2))),
    row("list-half-page-down", ["d", "^D"], .lists, "Half a page down", .overlay(.pages(1))),
    row("list-half-page-up", ["u", "^U"], .lists, "Half a page up", .overlay(.pages(-1))),
    row("list-top", ["g", "Home"], .lists, "To the first row", .overlay(.start)),
    row("list-bottom", ["G", "End"], .lists, "To the last row", .overlay(.end)),
    row(
      "list-choose",
      ["Enter", "o", "l", "Right"],
      .lists,
      "Do what the row says",
      .overlay(.choose)
    ),
    row("list-copy", ["y"], .lists, "Copy the row, or its address", .overlay(.copy)),
    row("list-filter", ["/"], .lists, "Show the rows that hold some words", .overlay(.filter)),
    row("list-back", ["Esc"], .lists, "Show all rows again, or close the list", .overlay(.back)),
    row("list-close", ["q"], .lists, "Close the list", .overlay(.close)),
  ]

  static let prompts = [
    row("prompt-accept", ["Enter"], .prompts, "Take the line", .edit(.accept)),
    row("prompt-cancel", ["Esc", "^C", "^G"], .prompts, "Give up the line", .edit(.cancel)),
    row(
      "prompt-erase",
      ["Backspace", "^H"],
      .prompts,
      "Erase a character; an empty line: give it up",
      .edit(.erase)
    ),
    row("prompt-delete", ["Delete", "^D"], .prompts, "Erase the next character", .edit(.delete)),
    row("prompt-erase-word", ["^W"], .prompts, "Erase a word", .edit(.eraseWord)),
    row("prompt-erase-start", ["^U"], .prompts, "Erase to the start", .edit(.eraseToStart)),
    row("prompt-erase-end", ["^K"], .prompts, "Erase to the end", .edit(.eraseToEnd)),
    row("prompt-left", ["Left", "^B"], .prompts, "A character to the left", .edit(.move(-1))),
    row("prompt-right", ["Right", "^F"], .prompts, "A character to the right", .edit(.move(1))),
    row("prompt-start", ["Home", "^A"], .prompts, "To the start of the line", .edit(.start)),
    row("prompt-end", ["End", "^E"], .prompts, "To the end of the line", .edit(.end)),
    row("prompt-older", ["Up", "^P"], .prompts, "The line typed before", .edit(.recall(1))),
    row("prompt-newer", ["Down", "^N"], .prompts, "The line typed after it", .edit(.recall(-1))),
    row("prompt-complete", ["Tab"], .prompts, "Complete the line", .edit(.complete(1))),
    row(
      "prompt-complete-back",
      ["S-Tab"],
      .prompts,
      "Back to the completion before",
      .edit(.complete(-1))
    ),
    row(
      "prompt-literal",
      ["^R"],
      .prompts,
      "Search for the text as it stands, or a pattern",
      .edit(.toggleLiteral)
    ),
  ]

  private static func row(
    _ name: String,
    _ keys: [String],
    _ topic: Topic,
    _ help: String,
    _ action: Action
  ) -> Command {
    Command(
      name: name,
      keys: keys,
      scope: topic == .lists ? .overlay : .prompt,
      topic: topic,
      help: help,
      action: action
    )
  }
}
