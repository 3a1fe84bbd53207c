import DocumentModel
import Quotations
import Terminal

/// Between quotations and what they quote.
extension AppState {
  mutating func quote(_ action: QuoteAction, count: Int?) {
    reading.findQuotations()
    switch action {
    case .source: goToSource(ofQuote: count ?? 1)
    case .quoting: listQuoting()
    }
  }

  /// Whether what comments quote is still to be looked for; that takes O(document).
  public var lacksQuotations: Bool {
    list == nil && !reading.isPartial && !document.comments.isEmpty
      && reading.quotationIndex == nil
  }

  /// Takes what was found that the comments of `looked` quote, unless the texts have changed since.
  public mutating func take(_ found: QuotationIndex, of looked: Reading) {
    // The same text may be that of a thread that is sorted in another way.
    guard reading.layouts === looked.layouts, reading.completions == looked.completions else {
      return
    }
    reading.quotationIndex = found
  }

  /// Goes to what the focused comment quotes, where it quotes several to the one with this number.
  private mutating func goToSource(ofQuote number: Int) {
    guard let focused = thread.focused else { return tell(noCommentShown) }
    let quotations = Array(reading.quotations.quotations(in: focused))
    guard !quotations.isEmpty else { return tell("this comment quotes nothing") }
    guard quotations.indices.contains(number - 1) else {
      return tell("this comment has \(quotations.count.counted("quote"))")
    }
    guard let passage = quotations[number - 1].passages.first else {
      return tell("what this comment quotes is not in this document")
    }
    let place = quotations.count > 1 ? "quote \(number) of \(quotations.count)," : "quoted"
    let back = "\(key("back")) goes back"
    guard let source = passage.comment else {
      rememberLocation()
      window.focus(on: .article)
      article.go(to: articleColumn.item(ofBlock: passage.block), in: articleColumn)
      return tell("\(place) from the article; \(back)")
    }
    go(to: source)
    show(passage, of: source)
    tell("\(place) from \(reading.nameShown(for: source)); \(back)")
  }

  /// Scrolls so that the start of `passage` in the focused comment `id` is on the screen, with the
  /// header if both have room.
  private mutating func show(_ passage: Passage, of id: CommentID) {
    if !thread.folding.showsText(of: id) { setFold(of: id, false) }
    let column = threadColumn
    let lines = column.lines(of: id.index)
    guard let line = lines.line(showing: passage.text.start, of: passage.block) else { return }
    thread.viewport.show((line >= column.height ? line : 0)...line, of: id.index, in: column)
  }

  /// Lists the comments that quote the focused comment, or what of the article is on the screen.
  mutating func listQuoting() {
    let (found, what): ([(passage: Passage, quotation: Quotation)], String)
    if focus == .article {
      let column = articleColumn
      let shown = Set(
        column.visible(from: article.anchor).compactMap { column.block(of: $0.item) }
      )
      found = reading.quotations.quotes(of: nil).filter { shown.contains($0.passage.block) }
      what = "what is on the screen"
    } else {
      guard let focused = thread.focused else { return tell(noCommentShown) }
      (found, what) = (reading.quotations.quotes(of: focused), "this comment")
    }
    var listed = CommentSet()
    var rows: [OverlayRow] = []
    for quotation in found.map(\.quotation).sorted(by: { $0.comment < $1.comment })
    where !listed.contains(quotation.comment) {
      listed.insert(quotation.comment)
      rows.append(row(of: quotation))
    }
    guard !rows.isEmpty else { return tell("no comment quotes \(what)") }
    mode.overlay = Overlay(.quoting, title: "Comments that quote \(what)", rows: rows)
  }

  /// A row that leads to the comment that quotes: who, and what.
  private func row(of quotation: Quotation) -> OverlayRow {
    let name = reading.nameShown(for: quotation.comment)
    let room = size.columns - OverlayFrame.titleMargin - DisplayWidth.of(name) - 2
    let text = reading.body(of: quotation.comment).document.text[quotation.text]
    return OverlayRow(
      [
        OverlayRow.Run(name, .overlayKey),
        OverlayRow.Run("  " + ShortenedText(text, columns: max(10, room)).text, .quote),
      ],
      target: .comment(quotation.comment)
    )
  }
}
