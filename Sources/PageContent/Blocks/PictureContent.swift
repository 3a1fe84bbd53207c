import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// A picture and its caption as one block; the caption replaces the description.
///
/// Three mark-ups: `figure` with `figcaption`, WordPress' `wp-caption`, Blogger's `tr-caption`.
struct PictureContent {
  private let image: HTMLNodeID
  private let caption: HTMLNodeID

  /// The picture and caption of an element; nil if it contains anything else.
  ///
  /// O(size of the element).
  init?(_ node: HTMLNodeID, in content: ContentReader) {
    let page = content.page
    guard Self.holdsPicture(node, page) else { return nil }
    var (image, caption): (HTMLNodeID?, HTMLNodeID?)
    var next = page.tree.node(after: node, in: node)
    while let inner = next {
      let isCaption = Self.isCaption(inner, page)
      let skips =
        content.isLeftOut(inner) || isCaption || page.tree[inner].kind != .element
        || page.isImage(inner)
      next = page.tree.node(after: inner, in: node, skippingChildren: skips)
      if isCaption, !content.isLeftOut(inner) {
        guard caption == nil else { return nil }
        caption = inner
      } else if page.tree[inner].kind == .text {
        if !page.text(inner).isEmpty { return nil }
      } else if page.isImage(inner), !content.isLeftOut(inner) {
        guard image == nil else { return nil }
        image = inner
      }
    }
    guard let image, let caption, Self.isLine(caption, page) else { return nil }
    self.image = image
    self.caption = caption
  }

  /// Adds the picture, read with the settings of `content`.
  func add(_ content: ContentReader, into builder: inout DocumentBuilder) {
    var words = content
    words.inline = InlineText()
    // As in an item, what would be blocks are lines.
    words.item = .some(nil)
    words.inline.openStretch(
      .image,
      url: content.imageAddress(of: image)
    )
    for child in content.page.tree.children(of: caption) { words.read(child, into: &builder) }
    words.inline.closeStretch()
    let (bytes, stretches) = words.inline.take()
    guard !bytes.isEmpty else { return }
    content.add(.image, text: bytes, spans: stretches, into: &builder)
  }

  private static func holdsPicture(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    switch page.tree[node].tag {
    case .figure: true
    case .div, .dl: page.has("wp-caption", node)
    case .table: page.has("tr-caption-container", node)
    default: false
    }
  }

  private static func isCaption(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    switch page.tree[node].tag {
    case .figcaption: true
    case .p, .dd, .div: page.has("wp-caption-text", node) || page.has("wp-caption-dd", node)
    case .td: page.has("tr-caption", node)
    default: false
    }
  }

  /// Whether a caption has text and contains no blocks.
  private static func isLine(_ caption: HTMLNodeID, _ page: HTMLPage) -> Bool {
    guard !page.text(caption).isEmpty else { return false }
    return page.tree.descendants(of: caption).allSatisfy { node in
      switch page.tree[node].tag {
      case .blockquote, .pre, .table, .ul, .ol, .dl, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .figure,
        .img:
        false
      default: true
      }
    }
  }
}
