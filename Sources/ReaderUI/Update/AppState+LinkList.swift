import DocumentModel
import Terminal

/// The list of all links.
extension AppState {
  /// A row for each address, in the order of the document: what is linked, who links it, and the
  /// address; O(document).
  var linkRows: [OverlayRow] {
    var order: [LinkEntry] = []
    var known: [String: Int] = [:]
    func add(_ body: Body, of owner: @autoclosure () -> String, in pane: Pane, item: Int) {
      for block in body.blocks where !body.document.blocks[Int(block)].spans.isEmpty {
        for link in body.document.links(inBlock: Int(block), pane: pane, item: item) {
          if let index = known[link.url] {
            order[index].count += 1
          } else {
            known[link.url] = order.count
            let text = body.document.text[link.text]
            order.append(LinkEntry(link: link, text: text, owner: owner()))
          }
        }
      }
    }
    let article = Body(document: document, blocks: document.article.blocks)
    add(article, of: "article", in: .article, item: 0)
    for id in document.commentIDs {
      add(reading.body(of: id), of: reading.nameShown(for: id), in: .thread, item: id.index)
    }
    return order.map(\.row)
  }
}

/// An address of the list of links.
private struct LinkEntry {
  let link: DocumentLink
  /// The words that lead there, where they stand first.
  let text: String
  /// Who wrote them.
  let owner: String
  /// How many links lead there.
  var count = 1

  var row: OverlayRow {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A picture without a text is called by the end of its address.
    let isEnd = link.isPicture && link.url.hasSuffix(words)
    let isNamed = !words.isEmpty && words != link.url && !isEnd
    var runs: [OverlayRow.Run] = []
    if link.isPicture { runs.append(OverlayRow.Run("▦ ", .listMarker)) }
    runs.append(OverlayRow.Run(isNamed ? words : link.url, .link))
    if count > 1 { runs.append(OverlayRow.Run("  ×\(count)", .overlayDimmed)) }
    runs.append(OverlayRow.Run("  \(owner)", .overlayKey))
    if isNamed { runs.append(OverlayRow.Run("\n\(link.url)", .overlayDimmed)) }
    return OverlayRow(runs, target: link.isPicture ? .browser(link.url) : .address(link.url))
  }
}
