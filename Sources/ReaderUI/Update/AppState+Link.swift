import DocumentModel
import Terminal
import TextLayout

extension AppState {
  mutating func link(_ action: LinkAction, count: Int?) -> [Effect] {
    switch action {
    case .hints:
      startHints()
    case .next: moveToLink(1, count: count)
    case .previous: moveToLink(-1, count: count)
    case .open: return openLink()
    case .openComment: return openComment()
    }
    return []
  }

  // MARK: Hints

  private mutating func startHints() {
    let links = linksOnScreen
    guard !links.isEmpty else { return tell("no links on the screen") }
    mode = .hints(LinkHints(links))
  }

  /// The links whose text is on the screen, in reading order.
  var linksOnScreen: [DocumentLink] {
    var found: [DocumentLink] = []
    func add(_ line: Line, of document: Document, in pane: Pane, item: Int) {
      for index in line.pieces.compactMap(\.link) {
        let link = document.link(atSpan: Int(index), pane: pane, item: item)
        if found.last != link { found.append(link) }
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

  /// Whether `link` is still where keys can be about it.
  func isReachable(_ link: DocumentLink) -> Bool {
    thread.focused == nil ? link.pane == .article : linksOnScreen.contains(link)
  }

  // MARK: Moving

  private mutating func moveToLink(_ step: Int, count: Int?) {
    for _ in 0..<min(count ?? 1, 10_000) {
      guard let link = nextLink(step) else {
        return tell("no \(step > 0 ? "later" : "earlier") link")
      }
      navigation.link = link
      if link.pane == .article { showInArticle(link) } else { showInThread(link) }
      tell(link.url)
    }
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

  private func nextLink(_ step: Int) -> DocumentLink? {
    guard focus == .article || thread.focused != nil else { return nil }
    let start = navigation.link.flatMap { $0.pane == focus ? $0 : nil }
    var item = start?.item ?? (focus == .article ? article.anchor.item : thread.focused?.index ?? 0)
    if let start {
      let here = links(of: item, in: focus)
      if let index = here.firstIndex(of: start), here.indices.contains(index + step) {
        return here[index + step]
      }
    } else if step > 0, let first = links(of: item, in: focus).first {
      return first
    }
    while let next = neighbour(of: item, step) {
      item = next
      let links = links(of: item, in: focus)
      if let link = step > 0 ? links.first : links.last { return link }
    }
    return nil
  }

  private func neighbour(of item: Int, _ step: Int) -> Int? {
    if focus == .article {
      return step > 0 ? articleColumn.item(after: item) : articleColumn.item(before: item)
    }
    return document.comments.indices.contains(item + step) ? item + step : nil
  }

  private func links(of item: Int, in pane: Pane) -> [DocumentLink] {
    if pane == .article {
      guard let block = articleColumn.block(of: item) else { return [] }
      return document.links(inBlock: block, pane: pane, item: item)
    }
    let body = reading.body(of: CommentID(item))
    return body.blocks.flatMap { body.document.links(inBlock: Int($0), pane: pane, item: item) }
  }

  // MARK: Opening

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

  /// The rows of the list of all links, each address once, the most cited first.
  var linkRows: [OverlayRow] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for span in document.spans where span.kind == .link {
      let url = LinkAddress.escaped(document.text[span.url])
      if counts[url] == nil { order.append(url) }
      counts[url, default: 0] += 1
    }
    return order.map { url in
      let count = counts[url] ?? 1
      let times = count > 1 ? [OverlayRow.Run("  ×\(count)", .overlayDimmed)] : []
      return OverlayRow([OverlayRow.Run(url, .link)] + times, target: .address(url))
    }
  }
}

extension Document {
  /// The links in `block`, in order.
  func links(inBlock block: Int, pane: Pane, item: Int) -> [DocumentLink] {
    blocks[block].spans.filter { spans[Int($0)].kind == .link }.map {
      link(atSpan: Int($0), pane: pane, item: item)
    }
  }

  /// The link that the span at `index` is.
  func link(atSpan index: Int, pane: Pane, item: Int) -> DocumentLink {
    let span = spans[index]
    return DocumentLink(
      pane: pane,
      item: item,
      text: span.text,
      url: LinkAddress.escaped(text[span.url])
    )
  }
}
