import DocumentModel
import Terminal
import TextLayout

extension AppState {
  mutating func show(_ kind: OverlayKind) {
    switch kind {
    case .help: overlay = Overlay(kind, title: "Keys", rows: helpRows)
    case .contents: showContents()
    case .facts: overlay = Overlay(kind, title: "Facts and figures", rows: factRows, selected: 0)
    case .links: showUnlessEmpty(Overlay(kind, title: "Links", rows: linkRows), "no links")
    case .marks: showUnlessEmpty(Overlay(kind, title: "Marks", rows: markRows), "no marks yet")
    case .messages:
      let rows = messages.all.map {
        OverlayRow([OverlayRow.Run($0.text, $0.isWarning ? .messageWarning : .overlay)])
      }
      showUnlessEmpty(Overlay(kind, title: "Messages", rows: rows), "no messages yet")
    case .parent: showParent()
    }
  }

  private mutating func showUnlessEmpty(_ overlay: Overlay, _ refusal: String) {
    if overlay.rows.isEmpty { tell(refusal) } else { self.overlay = overlay }
  }

  private mutating func showContents() {
    let rows = contentsRows
    let column = articleColumn
    let here = rows.lastIndex { row in
      guard case .article(let block)? = row.target else { return false }
      return column.item(ofBlock: block) <= article.item
    }
    showUnlessEmpty(
      Overlay(.contents, title: "Contents", rows: rows, selected: here),
      "no headings"
    )
  }

  private var contentsRows: [OverlayRow] {
    let blocks = document.blocks(of: document.article)
    return zip(blocks.indices, blocks).compactMap { index, block in
      guard block.kind == .heading else { return nil }
      let indent = String(repeating: "  ", count: max(0, Int(block.level) - 2))
      return OverlayRow(
        [OverlayRow.Run(indent + document.text(of: block), .heading)],
        target: .article(block: index)
      )
    }
  }

  private var markRows: [OverlayRow] {
    navigation.marks.sorted { $0.value < $1.value }.map { name, location in
      let excerpt: String =
        if location.pane == .thread, let id = location.focused {
          "\(reading.nameShown(for: id)): \(reading.bodyText(of: id).prefix(60))"
        } else if let block = articleColumn.block(of: location.anchor.item) {
          String(document.text(of: document.blocks[block]).prefix(60))
        } else {
          document.title
        }
      let line = excerpt.split(separator: "\n").first.map(String.init) ?? ""
      return OverlayRow(
        [OverlayRow.Run("\(name)  ", .overlayKey), OverlayRow.Run(line)],
        target: .location(location)
      )
    }
  }

  private mutating func showParent() {
    guard let focused = thread.focused, let parent = document[focused].parent else {
      return tell("no parent: this starts a thread")
    }
    let body = reading.body(of: parent)
    let layout = BlockLayout(document: body.document, width: max(10, min(size.columns - 6, 76)))
    let lines = body.blocks.map { block in
      layout.lines(of: Int(block)).map { body.document.text[$0.text] }
    }
    let rows = lines.joined(separator: [""]).map { OverlayRow([OverlayRow.Run($0)]) }
    overlay = Overlay(
      .parent,
      title: reading.nameShown(for: parent),
      rows: rows.isEmpty ? [OverlayRow([OverlayRow.Run("no text")])] : Array(rows)
    )
  }

  // MARK: Keys

  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    guard overlay != nil else { return [] }
    let page = max(1, size.rows - 8)
    switch key.description {
    case "q", "Esc":
      if overlay?.filter.isEmpty == false, key.code == .escape {
        overlay?.filter = ""
        overlay?.selected = 0
      } else {
        overlay = nil
      }
    case "j", "Down", "^N", "^E": moveInOverlay(by: 1)
    case "k", "Up", "^P", "^Y": moveInOverlay(by: -1)
    case "Space", "PageDown", "^F": moveInOverlay(by: page)
    case "b", "PageUp", "^B": moveInOverlay(by: -page)
    case "d", "^D": moveInOverlay(by: page / 2)
    case "u", "^U": moveInOverlay(by: -page / 2)
    case "g", "Home": moveInOverlay(by: -Int(Int32.max))
    case "G", "End": moveInOverlay(by: Int(Int32.max))
    case "/": prompt = Prompt(.filter, text: overlay?.filter ?? "")
    case "Enter", "o", "l", "Right": return chooseInOverlay()
    case "y": return copyInOverlay()
    case "Q", "^C": return [.quit]
    case "^Z": return [.suspend]
    case "^L": return [.redraw]
    default: overlay = overlay?.isMenu == true ? overlay : nil
    }
    return []
  }

  mutating func moveInOverlay(by distance: Int) {
    guard var list = overlay, !list.shown.isEmpty else { return }
    let last = list.shown.count - 1
    if list.isMenu {
      let wanted = min(max(0, list.selected + distance), last)
      list.selected = list.choice(near: wanted, isForward: distance > 0)
      // Headings over the first choice are shown with it.
      if list.selected == list.choice(near: 0, isForward: true) { list.top = 0 }
    } else {
      list.top = min(max(0, list.top + distance), last)
    }
    list.top = OverlayFrame(list, in: size).top
    if !list.isMenu { list.selected = list.top }
    overlay = list
  }

  mutating func chooseInOverlay() -> [Effect] {
    guard let target = overlay?.selectedRow?.target else {
      overlay = nil
      return []
    }
    overlay = nil
    switch target {
    case .article(let block):
      rememberLocation()
      window.focus(on: .article)
      article.viewport.anchor = ScrollAnchor(item: articleColumn.item(ofBlock: block))
    case .comment(let id): go(to: id)
    case .location(let location):
      rememberLocation()
      go(to: location)
    case .address(let url): return [.open(url)]
    case .copy(let text): return [.copy(text)]
    case .command(let name):
      guard let command = Command.table.first(where: { $0.name == name }) else { return [] }
      return update(command.action)
    }
    settle()
    return []
  }

  private mutating func copyInOverlay() -> [Effect] {
    guard let row = overlay?.selectedRow else { return [] }
    tell("copied")
    if case .address(let url)? = row.target { return [.copy(url)] }
    return [.copy(row.text)]
  }
}
