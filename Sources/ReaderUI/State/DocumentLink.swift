import DocumentModel

/// A link, or a picture with an address, somewhere in the document.
public struct DocumentLink: Hashable, Sendable {
  /// The pane it stands in.
  public let pane: Pane
  /// The item of the pane's column.
  public let item: Int
  /// Where its text stands in the arena of the document that holds it.
  public let text: TextRange
  /// Its address.
  public let url: String
  /// Whether it is a picture.
  public let isPicture: Bool
}

/// Links and pictures that lead somewhere.
extension Document {
  /// The links and pictures in `block`, in order.
  func links(inBlock block: Int, pane: Pane, item: Int) -> [DocumentLink] {
    blocks[block].spans.compactMap { link(atSpan: Int($0), pane: pane, item: item) }
  }

  /// The link or picture that the span at `index` is, `nil` if it leads nowhere.
  func link(atSpan index: Int, pane: Pane, item: Int) -> DocumentLink? {
    let span = spans[index]
    guard span.kind == .link || span.kind == .image, !span.url.isEmpty else { return nil }
    let url = LinkAddress.escaped(text[span.url])
    guard LinkAddress.leadsSomewhere(url) else { return nil }
    return DocumentLink(
      pane: pane,
      item: item,
      text: span.text,
      url: url,
      isPicture: span.kind == .image
    )
  }

  /// The pictures inside the text of `link`, other than itself; O(spans of the document).
  func pictures(in link: DocumentLink) -> [DocumentLink] {
    spans.indices.compactMap { index in
      let text = spans[index].text
      guard spans[index].kind == .image, link.text.start <= text.start, text.end <= link.text.end
      else { return nil }
      return self.link(atSpan: index, pane: link.pane, item: link.item)
    }.filter { $0 != link }
  }
}
