import DocumentModel
import Terminal
import TextLayout

/// The menu of a link that was clicked.
extension AppState {
  /// The link in `line` at `column` of its block, `nil` if there is none.
  func link(
    in line: Line,
    of document: Document,
    at column: Int,
    pane: Pane,
    item: Int
  ) -> DocumentLink? {
    span(in: line, at: column, pane: pane)
      .flatMap { document.link(atSpan: Int($0), pane: pane, item: item) }
  }

  /// The span of the link or picture in `line` at `column`, wherever it leads.
  private func span(in line: Line, at column: Int, pane: Pane) -> Int32? {
    let column = line.scrolls ? column + shift(of: pane) : column
    let hit = line.pieces.first { piece in
      piece.link != nil && (piece.column..<piece.column + piece.width).contains(column)
    }
    return hit?.link
  }

  /// Says why a click on a link did nothing, if there is one in `line` at `column`.
  mutating func refuseDeadLink(in line: Line, at column: Int, pane: Pane) {
    guard span(in: line, at: column, pane: pane) != nil else { return }
    tell("this link has no address: it calls a script of the page")
  }

  /// Opens the menu of `link` beside `position`.
  mutating func openMenu(of link: DocumentLink, in document: Document, at position: Position) {
    navigation.link = link
    // An address that the title has no room for stands above the choices, whole.
    let isLong = DisplayWidth.of(link.url) > size.columns - OverlayFrame.titleMargin
    var rows = isLong ? [OverlayRow([OverlayRow.Run(link.url)], isHeading: true)] : []
    if link.isPicture {
      rows += Self.choices(ofPicture: link.url)
    } else {
      rows += [
        OverlayRow([OverlayRow.Run("Read here")], target: .address(link.url)),
        OverlayRow([OverlayRow.Run("Open in the browser")], target: .browser(link.url)),
        OverlayRow([OverlayRow.Run("Copy the address")], target: .copy(link.url)),
      ]
    }
    for picture in document.pictures(in: link) { rows += Self.choices(ofPicture: picture.url) }
    let title = isLong ? link.isPicture ? "Picture" : "Link" : link.url
    mode.overlay = Overlay(.links, title: title, rows: rows, at: position)
  }

  private static func choices(ofPicture url: String) -> [OverlayRow] {
    [
      OverlayRow([OverlayRow.Run("Open the picture in the browser")], target: .browser(url)),
      OverlayRow([OverlayRow.Run("Copy the picture's address")], target: .copy(url)),
    ]
  }
}
