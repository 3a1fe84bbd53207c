import DocumentModel

extension AppState {
  mutating func block(_ action: BlockAction, count: Int?) {
    let (step, target) =
      switch action {
      case .next(let target): (1, target)
      case .previous(let target): (-1, target)
      }
    for _ in 0..<min(count ?? 1, 10_000) {
      let moved =
        focus == .article && article.move(step, to: target, in: articleColumn)
        || target == .quote && moveToQuote(step)
      guard moved else { return tell(refusal(of: target, step)) }
    }
  }

  /// Goes to the next heading of the article, or to the next thread.
  mutating func section(_ step: Int, count: Int?) {
    if focus == .article {
      block(step > 0 ? .next(.heading) : .previous(.heading), count: count)
    } else {
      comment(step > 0 ? .nextThread : .previousThread, count: count)
    }
  }

  /// Goes to the next comment that quotes somebody: from the article on to the first, and back before
  /// it.
  private mutating func moveToQuote(_ step: Int) -> Bool {
    guard focus == .thread else { return step > 0 && moveToQuote(1, from: 0) }
    guard let focused = thread.focused else { return false }
    if moveToQuote(step, from: focused.index + step) { return true }
    let last = document.article.blocks.last { document.blocks[Int($0)].quoteDepth > 0 }
    guard step < 0, let last else { return false }
    rememberLocation()
    window.focus(on: .article)
    article.go(to: articleColumn.item(ofBlock: Int(last)), in: articleColumn)
    return true
  }

  private mutating func moveToQuote(_ step: Int, from start: Int) -> Bool {
    var index = start
    while document.comments.indices.contains(index) {
      if !thread.folding.filtersOut(CommentID(index)),
        document.blocks(of: CommentID(index)).contains(where: { $0.quoteDepth > 0 })
      {
        go(to: CommentID(index))
        return true
      }
      index += step
    }
    return false
  }

  private func refusal(of target: BlockAction.Target, _ step: Int) -> String {
    let name =
      switch target {
      case .heading: "heading"
      case .paragraph: "paragraph"
      case .quote: focus == .thread ? "comment with a quote" : "quote"
      }
    return "no \(step > 0 ? "later" : "earlier") \(name)"
  }
}

extension ArticleView {
  /// Goes to the next block that is a `target`, back for a `step` of -1; whether there is one.
  fileprivate mutating func move(
    _ step: Int,
    to target: BlockAction.Target,
    in column: ArticleColumn
  ) -> Bool {
    var item = self.item
    if step < 0, item == anchor.item, anchor.line > 0 { item += 1 }
    while let next = step > 0 ? column.item(after: item) : column.item(before: item) {
      item = next
      guard let block = column.block(of: item) else {
        guard target == .paragraph else { return false }
        go(to: ScrollAnchor())
        return true
      }
      if target.fits(column.document.blocks[block]) {
        go(to: item, in: column)
        return true
      }
    }
    return false
  }
}

extension BlockAction.Target {
  fileprivate func fits(_ block: Block) -> Bool {
    switch self {
    case .heading: block.kind == .heading
    case .paragraph: true
    case .quote: block.quoteDepth > 0
    }
  }
}
