import Terminal

/// Keys and clicks in a list over the panes.
extension AppState {
  mutating func overlay(_ action: OverlayAction, count: Int?) -> [Effect] {
    let page = max(1, size.rows - 8)
    switch action {
    case .rows(let rows): moveInOverlay(by: rows * (count ?? 1))
    case .pages(let halves): moveInOverlay(by: halves * page / 2 * (count ?? 1))
    case .start: moveInOverlay(by: -Int(Int32.max))
    case .end: moveInOverlay(by: Int(Int32.max))
    case .choose: return chooseInOverlay()
    case .browse:
      guard case .address(let url)? = mode.overlay?.selectedRow?.target else {
        return chooseInOverlay()
      }
      mode.overlay = nil
      return [.open(url)]
    case .copy: return copyInOverlay()
    case .filter: mode.prompt = Prompt(.filter, text: mode.overlay?.filter ?? "")
    case .back:
      if mode.overlay?.filter.isEmpty == false {
        mode.overlay?.filter = ""
      } else {
        mode.overlay = nil
      }
    case .close: mode.overlay = nil
    case .parent: showNextParent()
    }
    return []
  }

  mutating func moveInOverlay(by distance: Int) {
    guard var list = mode.overlay, !list.shown.isEmpty else { return }
    let column = OverlayFrame(list, in: size).column
    if list.isMenu {
      let wanted = min(max(0, list.selected + distance), list.shown.count - 1)
      list.selected = list.choice(near: wanted, isForward: distance > 0)
      // Headings over the first choice are shown with it.
      if list.selected == list.choice(near: 0, isForward: true) { list.viewport = Viewport() }
    } else {
      list.viewport.scroll(by: distance, over: column)
    }
    list.viewport.anchor = OverlayFrame(list, in: size).anchor
    if !list.isMenu { list.selected = list.viewport.anchor.item }
    mode.overlay = list
  }

  mutating func chooseInOverlay() -> [Effect] {
    let target = mode.overlay?.selectedRow?.target
    if target == nil, mode.overlay?.isMenu == true {
      tell("there is nothing to open in this row")
      return []
    }
    mode.overlay = nil
    guard let target else { return [] }
    switch target {
    case .article(let block):
      rememberLocation()
      window.focus(on: .article)
      article.viewport.anchor = ScrollAnchor(item: articleColumn.item(ofBlock: block))
    case .comment(let id): go(to: id)
    case .location(let location):
      rememberLocation()
      go(to: location)
    case .address(let url): return follow(url)
    case .browser(let url): return [.open(url)]
    case .copy(let text): return [.copy(text)]
    case .source(let index): return [.source(index)]
    case .page(let index):
      return index == pages.current ? [] : [.step(index - pages.current)]
    case .command(let name):
      guard let command = Command.named(name) else { return [] }
      return update(command.action)
    }
    settle()
    return []
  }

  private mutating func copyInOverlay() -> [Effect] {
    guard let row = mode.overlay?.selectedRow else { return [] }
    tell("copied")
    switch row.target {
    case .address(let url)?, .browser(let url)?: return [.copy(url)]
    default: return [.copy(row.text)]
    }
  }
}
