import DocumentModel
import Terminal
import TextLayout

extension AppState {
  mutating func link(_ action: LinkAction, count: Int?) -> [Effect] {
    switch action {
    case .hints: startHints(opensBrowser: false)
    case .hintsForBrowser: startHints(opensBrowser: true)
    case .next: moveToLink(1, count: count)
    case .previous: moveToLink(-1, count: count)
    case .follow: return follow(count: count)
    case .open: return list == nil ? openLink() : openInBrowser(discussion: false)
    case .openComment: return list == nil ? openComment() : openInBrowser(discussion: true)
    }
    return []
  }

  // MARK: Hints

  private mutating func startHints(opensBrowser: Bool) {
    let links = linksOnScreen
    guard !links.isEmpty else { return tell("no links on the screen") }
    mode = .hints(LinkHints(links, opensBrowser: opensBrowser))
  }

  /// The links whose text is on the screen, in reading order.
  var linksOnScreen: [DocumentLink] {
    var found: [DocumentLink] = []
    func add(_ line: Line, of document: Document, in pane: Pane, item: Int) {
      for index in line.pieces.compactMap(\.link) {
        let link = document.link(atSpan: Int(index), pane: pane, item: item)
        if let link, found.last != link { found.append(link) }
      }
    }
    if panes.article != nil {
      for line in articleColumn.visible(from: article.anchor) {
        guard case .text(let text, _) = line.content else { continue }
        add(text, of: document, in: .article, item: line.item)
      }
    }
    if panes.thread != nil {
      for line in threadColumn.visible(from: thread.anchor) {
        guard case .text(let text, _) = line.content else { continue }
        let body = reading.body(of: CommentID(line.item))
        add(text, of: body.document, in: .thread, item: line.item)
      }
    }
    return found
  }

  /// Whether keys can be about `link`: it stands in the pane with the focus, in the focused comment
  /// if that is the thread, and on the screen.
  func isReachable(_ link: DocumentLink) -> Bool {
    guard link.pane == focus, link.pane == .article || thread.focused?.index == link.item else {
      return false
    }
    let row = line(of: link)
    return link.pane == .article
      ? article.viewport.row(of: row, in: articleColumn) != nil
      : thread.viewport.row(of: row, in: threadColumn) != nil
  }

  // MARK: Moving

  private mutating func moveToLink(_ step: Int, count: Int?) {
    let start = location
    for _ in 0..<min(count ?? 1, 10_000) {
      guard let link = nextLink(step) else {
        tell("no \(step > 0 ? "later" : "earlier") link")
        break
      }
      window.focus(on: link.pane)
      navigation.link = link
      if link.pane == .article { showInArticle(link) } else { showInThread(link) }
      tell(link.url)
    }
    if focus != start.pane || thread.focused != start.focused { navigation.jumps.leave(start) }
  }

  private mutating func showInArticle(_ link: DocumentLink) {
    let column = articleColumn
    let target = line(of: link)
    guard article.viewport.row(of: target, in: column) == nil else { return }
    article.viewport.put(target, onRow: min(2, column.height / 3), in: column)
  }

  /// Shows the comment with `link`; from its header on, if that leaves the link in sight.
  private mutating func showInThread(_ link: DocumentLink) {
    let id = CommentID(link.item)
    reveal(id)
    thread.focused = id
    if !thread.folding.showsText(of: id) { setFold(of: id, false) }
    let column = threadColumn
    let target = line(of: link).line
    let isFar = target >= column.height
    thread.viewport.show((isFar ? target : 0)...target, of: link.item, in: column)
  }

  /// The line where the text of `link` begins.
  func line(of link: DocumentLink) -> ScrollAnchor {
    let line =
      if link.pane == .article {
        articleColumn.block(of: link.item).flatMap {
          articleColumn.lines(of: link.item).line(showing: link.text.start, of: $0)
        }
      } else {
        block(of: link).flatMap {
          threadColumn.lines(of: link.item).line(showing: link.text.start, of: $0)
        }
      }
    return ScrollAnchor(item: link.item, line: line ?? 0)
  }

  /// The block of the comment of `link` that holds it.
  private func block(of link: DocumentLink) -> Int? {
    let body = reading.body(of: CommentID(link.item))
    return body.blocks.lazy.map { Int($0) }.first { block in
      let text = body.document.blocks[block].text
      return text.start <= link.text.start && link.text.end <= text.end
    }
  }

  /// The link after the one moved to, or after what keys are about; in the other pane if this one
  /// has no more.
  private func nextLink(_ step: Int) -> DocumentLink? {
    let start = navigation.link.flatMap { $0.pane == focus ? $0 : nil }
    let item = start?.item ?? (focus == .article ? article.item : thread.focused?.index)
    if let start, let item {
      let here = links(of: item, in: focus)
      if let index = here.firstIndex(of: start), here.indices.contains(index + step) {
        return here[index + step]
      }
    } else if step > 0, let item, let first = links(of: item, in: focus).first {
      return first
    }
    if let link = item.flatMap({ nextLink(step, in: focus, from: $0) }) { return link }
    switch (focus, step > 0) {
    case (.article, true): return nextLink(1, in: .thread, from: -1)
    case (.thread, false):
      return nextLink(-1, in: .article, from: document.article.blocks.count + 1)
    default: return nil
    }
  }

  private func nextLink(_ step: Int, in pane: Pane, from item: Int) -> DocumentLink? {
    let items = 0..<(pane == .article ? document.article.blocks.count + 1 : document.comments.count)
    var item = item + step
    while items.contains(item) {
      let links = links(of: item, in: pane)
      if let link = step > 0 ? links.first : links.last { return link }
      item += step
    }
    return nil
  }

  private func links(of item: Int, in pane: Pane) -> [DocumentLink] {
    if pane == .article {
      guard let block = articleColumn.block(of: item) else { return [] }
      return document.links(inBlock: block, pane: pane, item: item)
    }
    guard !thread.folding.filtersOut(CommentID(item)) else { return [] }
    let body = reading.body(of: CommentID(item))
    return body.blocks.flatMap { body.document.links(inBlock: Int($0), pane: pane, item: item) }
  }

  // MARK: Opening

  /// Reads the link moved to; without one, folds or unfolds.
  private mutating func follow(count: Int?) -> [Effect] {
    if let link = navigation.link { return follow(link) }
    guard focus == .thread else {
      if document.linkedAddress != nil { return loadLinkedArticle() }
      tell("no link is selected; \(key("next-link")) goes to the next one")
      return []
    }
    fold(.toggle, count: count)
    return []
  }

  /// Reads what `link` leads to; a picture is for the browser.
  mutating func follow(_ link: DocumentLink) -> [Effect] {
    link.isPicture ? [.open(link.url)] : follow(link.url)
  }

  /// Reads what `url` leads to: a comment that is here is gone to, anything else is a page of its own.
  mutating func follow(_ url: String) -> [Effect] {
    guard LinkAddress.isWeb(url) else { return [.open(url)] }
    if let id = reading.comment(at: url) {
      go(to: id)
      return []
    }
    return [.follow(url)]
  }

  private mutating func openLink() -> [Effect] {
    if let link = navigation.link { return [.open(link.url)] }
    guard let address = reading.pageAddress else {
      tell("the article's address is unknown; set it with :url ADDRESS")
      return []
    }
    return [.open(address)]
  }

  private mutating func openComment() -> [Effect] {
    guard let address = thread.focused.flatMap({ reading.address(of: $0) }) else {
      tell("this comment's address is unknown")
      return []
    }
    return [.open(address)]
  }
}
