import DocumentModel
import Terminal

/// Between quotations and what they quote.
extension AppState {
  mutating func quote(_ action: QuoteAction, count: Int?) {
    switch action {
    case .source: goToSource(ofQuote: count ?? 1)
    case .quoting: listQuoting()
    }
  }

  /// Goes to what the focused comment quotes, where it quotes several to the one with this number.
  private mutating func goToSource(ofQuote number: Int) {
    guard let focused = thread.focused else { return tell(noCommentShown) }
    let quotations = reading.quotations(in: focused)
    guard !quotations.isEmpty else { return tell("this comment quotes nothing") }
    guard quotations.indices.contains(number - 1) else {
      return tell("this comment has \(quotations.count.counted("quote"))")
    }
    let place = quotations.count > 1 ? "quote \(number) of \(quotations.count)," : "quoted"
    let back = "\(key("back")) goes back"
    switch reading.source(of: quotations[number - 1], in: focused) {
    case .article(let block):
      rememberLocation()
      window.focus(on: .article)
      article.go(to: articleColumn.item(ofBlock: block), in: articleColumn)
      tell("\(place) from the article; \(back)")
    case .comment(let id, let block):
      go(to: id)
      showBlock(block, of: id)
      tell("\(place) from \(reading.nameShown(for: id)); \(back)")
    case nil: tell("what this comment quotes is not in this document")
    }
  }

  /// Scrolls so that the start of `block` in the focused comment `id` is on the screen, with the header
  /// if both have room.
  private mutating func showBlock(_ block: Int, of id: CommentID) {
    if !thread.folding.showsText(of: id) { setFold(of: id, false) }
    let column = threadColumn
    let start = reading.body(of: id).document.blocks[block].text.start
    guard let line = column.lines(of: id.index).line(showing: start, of: block) else { return }
    thread.viewport.show((line >= column.height ? line : 0)...line, of: id.index, in: column)
  }

  /// Lists the comments that quote the focused comment, or what of the article is on the screen.
  mutating func listQuoting() {
    let (texts, what): ([ComparableWords], String)
    if focus == .article {
      (texts, what) = (articleOnScreen, "what is on the screen")
    } else {
      guard let focused = thread.focused else { return tell(noCommentShown) }
      let body = reading.body(of: focused)
      let own = body.document.blocks(in: body.blocks).filter { $0.quoteDepth == 0 }
      texts = own.map { ComparableWords(body.document.text(of: $0)) }
      what = "this comment"
    }
    let except = focus == .thread ? thread.focused : nil
    let rows = reading.comments(quoting: texts, except: except).map { found in
      let name = reading.nameShown(for: found.id)
      let room = size.columns - OverlayFrame.titleMargin - DisplayWidth.of(name) - 2
      let words = ShortenedText(found.quotation.text, columns: max(10, room)).text
      return OverlayRow(
        [OverlayRow.Run(name, .overlayKey), OverlayRow.Run("  " + words, .quote)],
        target: .comment(found.id)
      )
    }
    guard !rows.isEmpty else { return tell("no comment quotes \(what)") }
    mode.overlay = Overlay(.quoting, title: "Comments that quote \(what)", rows: rows)
  }

  /// The words of each block of the article that is on the screen.
  private var articleOnScreen: [ComparableWords] {
    let column = articleColumn
    let items = column.visible(from: article.anchor).map(\.item)
    return Set(items).sorted().compactMap { column.block(of: $0) }.map {
      ComparableWords(document.text(of: document.blocks[$0]))
    }
  }
}
