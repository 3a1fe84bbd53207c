import DocumentModel

extension AppState {
  mutating func block(_ action: BlockAction, count: Int?) {
    let (step, target) =
      switch action {
      case .next(let target): (1, target)
      case .previous(let target): (-1, target)
      }
    for _ in 0..<min(count ?? 1, 10_000) {
      let moved = focus == .article ? moveInArticle(to: target, step) : moveInThread(step)
      guard moved else { return tell(refusal(of: target, step)) }
    }
  }

  private mutating func moveInArticle(to target: BlockAction.Target, _ step: Int) -> Bool {
    let column = articleColumn
    var item = articleItem
    if step < 0, item == articleAnchor.item, articleAnchor.line > 0 { item += 1 }
    while let next = step > 0 ? column.item(after: item) : column.item(before: item) {
      item = next
      guard let block = column.block(of: item) else {
        guard target == .paragraph else { return false }
        articleAnchor = ScrollAnchor()
        articleStop = nil
        return true
      }
      if target.fits(document.blocks[block]) {
        stopInArticle(at: item)
        return true
      }
    }
    return false
  }

  /// Goes to the next comment that quotes somebody.
  private mutating func moveInThread(_ step: Int) -> Bool {
    guard let focused = thread.focused else { return false }
    var index = focused.index + step
    while document.comments.indices.contains(index) {
      if document.blocks(of: CommentID(index)).contains(where: { $0.quoteDepth > 0 }) {
        jump(to: CommentID(index))
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
      case .quote: "quotation"
      }
    return "no \(step > 0 ? "further" : "earlier") \(name)"
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
