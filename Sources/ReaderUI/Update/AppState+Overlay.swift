import DocumentModel
import Terminal
import TextLayout

extension AppState {
  mutating func show(_ kind: OverlayKind) {
    switch kind {
    case .help: showHelp()
    case .contents: showContents()
    case .facts:
      mode.overlay = Overlay(kind, title: "Facts and figures", rows: factRows, selected: 0)
    case .links: showUnlessEmpty(Overlay(kind, title: "Links", rows: linkRows), "no links")
    case .marks: showUnlessEmpty(Overlay(kind, title: "Marks", rows: markRows), "no marks set")
    case .messages:
      let rows = messages.all.map {
        OverlayRow([OverlayRow.Run($0.text, $0.isWarning ? .messageWarning : .overlay)])
      }
      showUnlessEmpty(Overlay(kind, title: "Messages", rows: rows), "no messages yet")
    case .parent: showParent()
    case .outline: showOutline()
    case .best: showBest()
    case .quoting: listQuoting()
    case .pages:
      showUnlessEmpty(
        Overlay(kind, title: "Pages", rows: pageRows, selected: pages.current),
        "this is the only page"
      )
    case .sources:
      showUnlessEmpty(
        Overlay(kind, title: "Sources", rows: sourceRows, selected: sources.current),
        "this is the only source; :e FILE reads another"
      )
    }
  }

  private mutating func showHelp() {
    guard mode.overlay?.kind != .help else {
      let close = keymap.key(of: "list-close", in: .overlay)
      return tell("this is the list of keys; \(close) closes it")
    }
    mode.overlay = Overlay(.help, title: "Keys", rows: helpRows)
  }

  private mutating func showUnlessEmpty(_ overlay: Overlay, _ refusal: String) {
    if overlay.rows.isEmpty { tell(refusal) } else { mode.overlay = overlay }
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
    guard let focused = thread.focused else { return tell(noCommentShown) }
    show(parentOf: focused)
  }

  /// Shows the parent of the comment shown.
  mutating func showNextParent() {
    guard let shown = mode.overlay?.comment else {
      return tell("this works in the view of the parent only")
    }
    show(parentOf: shown)
  }

  private mutating func show(parentOf id: CommentID) {
    guard let parent = document[id].parent else {
      return tell("no parent: this starts a thread")
    }
    let body = reading.body(of: parent)
    let layout = BlockLayout(document: body.document, width: max(10, min(size.columns - 4, 76)))
    let lines = body.blocks.map { block in
      layout.lines(of: Int(block)).map { body.document.text[$0.text] }
    }
    let rows = lines.joined(separator: [""]).map { OverlayRow([OverlayRow.Run($0)], indent: 0) }
    let none = OverlayRow([OverlayRow.Run(Reading.notSaved, .overlayDimmed)])
    mode.overlay = Overlay(
      .parent,
      title: reading.nameShown(for: parent),
      rows: rows.isEmpty ? [none] : Array(rows),
      comment: parent
    )
  }
}
