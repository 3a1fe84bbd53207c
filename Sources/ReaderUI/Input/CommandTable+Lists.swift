/// Commands of what lies over the panes: lists, and the line being typed.
extension Command {
  static let lists = rows(
    about: .lists,
    in: .overlay,
    [
      row(
        "list-down",
        ["j", "Down", "^N", "^E", "J"],
        help: "Down one row",
        does: .overlay(.rows(1))
      ),
      row("list-up", ["k", "Up", "^P", "^Y", "K"], help: "Up one row", does: .overlay(.rows(-1))),
      row(
        "list-page-down",
        ["Space", "PageDown", "^F"],
        help: "Down one page",
        does: .overlay(.pages(2))
      ),
      row("list-page-up", ["b", "PageUp", "^B"], help: "Up one page", does: .overlay(.pages(-2))),
      row("list-half-page-down", ["d", "^D"], help: "Down half a page", does: .overlay(.pages(1))),
      row("list-half-page-up", ["u", "^U"], help: "Up half a page", does: .overlay(.pages(-1))),
      row("list-top", ["g", "Home"], help: "First row", does: .overlay(.start)),
      row("list-bottom", ["G", "End"], help: "Last row", does: .overlay(.end)),
      row(
        "list-choose",
        ["Enter", "l", "Right"],
        help: "Choose the row",
        does: .overlay(.choose)
      ),
      row(
        "list-browse",
        ["o"],
        help: "Open the row's address in the browser, or choose it",
        does: .overlay(.browse)
      ),
      row("list-copy", ["y"], help: "Copy the row, or its address", does: .overlay(.copy)),
      row(
        "list-parent",
        ["p"],
        help: "Show the parent of the comment shown",
        does: .overlay(.parent)
      ),
      row("list-filter", ["/"], help: "Filter the rows by words", does: .overlay(.filter)),
      row("list-back", ["Esc"], help: "Clear the filter, or close the list", does: .overlay(.back)),
      row("list-close", ["q"], help: "Close the list", does: .overlay(.close)),
    ]
  )

  static let prompts = rows(
    about: .prompts,
    in: .prompt,
    [
      row("prompt-accept", ["Enter"], help: "Accept the line", does: .edit(.accept)),
      row("prompt-cancel", ["Esc", "^C", "^G"], help: "Cancel", does: .edit(.cancel)),
      row(
        "prompt-erase",
        ["Backspace", "^H"],
        help: "Erase the character before the cursor",
        does: .edit(.erase)
      ),
      row(
        "prompt-delete",
        ["Delete", "^D"],
        help: "Erase the character at the cursor",
        does: .edit(.delete)
      ),
      row(
        "prompt-erase-word",
        ["^W"],
        help: "Erase the word before the cursor",
        does: .edit(.eraseWord)
      ),
      row(
        "prompt-erase-start",
        ["^U"],
        help: "Erase to the start of the line",
        does: .edit(.eraseToStart)
      ),
      row(
        "prompt-erase-end",
        ["^K"],
        help: "Erase to the end of the line",
        does: .edit(.eraseToEnd)
      ),
      row("prompt-left", ["Left", "^B"], help: "Left one character", does: .edit(.move(-1))),
      row("prompt-right", ["Right", "^F"], help: "Right one character", does: .edit(.move(1))),
      row("prompt-start", ["Home", "^A"], help: "Start of the line", does: .edit(.start)),
      row("prompt-end", ["End", "^E"], help: "End of the line", does: .edit(.end)),
      row(
        "prompt-older",
        ["Up", "^P"],
        help: "Earlier line from the history",
        does: .edit(.recall(1))
      ),
      row(
        "prompt-newer",
        ["Down", "^N"],
        help: "Later line from the history",
        does: .edit(.recall(-1))
      ),
      row("prompt-complete", ["Tab"], help: "Next completion", does: .edit(.complete(1))),
      row(
        "prompt-complete-back",
        ["S-Tab"],
        help: "Previous completion",
        does: .edit(.complete(-1))
      ),
      row(
        "prompt-literal",
        ["^R"],
        help: "While searching: literally, or by expression",
        does: .edit(.toggleLiteral)
      ),
    ]
  )
}
