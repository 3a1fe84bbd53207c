import HTMLParsing
import PageModel

/// What an element contains, summed over its children.
struct ContentStats {
  /// The text.
  var text = TextMeasure()
  /// Tenths of the length of the text inside links; links into the page itself count for less.
  private(set) var linkTenths: Int32 = 0
  private(set) var paragraphs: Int32 = 0
  private(set) var images: Int32 = 0
  private(set) var items: Int32 = 0
  private(set) var inputs: Int32 = 0
  private(set) var embeds: Int32 = 0
  /// Line breaks and rules.
  private(set) var breaks: Int32 = 0
  private(set) var headingLength: Int32 = 0
  private(set) var listLength: Int32 = 0
  /// Whether there is text in elements that usually hold text.
  private(set) var hasTextish = false
  /// Whether there is a block element, so that a `div` around it is no paragraph.
  private(set) var hasBlock = false
  private(set) var hasVideo = false
  private(set) var hasData = false

  /// The share of the text that is in links.
  var linkDensity: Double {
    text.count == 0 ? 0 : Double(linkTenths) / 10 / Double(text.count)
  }

  /// The share of the text that is in headings.
  var headingDensity: Double {
    text.count == 0 ? 0 : Double(headingLength) / Double(text.count)
  }

  /// Whether more than a share of the text is in lists.
  func isList(above share: Double) -> Bool { Double(listLength) > share * Double(text.count) }

  /// Adds the sums of a child that is an element; children must be added from the last to the first.
  mutating func prepend(
    _ child: ContentStats,
    of node: ArticleTree.Node,
    in page: HTMLPage,
    innerLinkTenths: Int32
  ) {
    text.prepend(child.text)
    linkTenths &+= child.linkTenths
    paragraphs += child.paragraphs
    images += child.images
    items += child.items
    inputs += child.inputs
    embeds += child.embeds
    breaks += child.breaks
    headingLength &+= child.headingLength
    listLength &+= child.listLength
    hasTextish = hasTextish || child.hasTextish
    hasBlock = hasBlock || child.hasBlock
    hasVideo = hasVideo || child.hasVideo
    hasData = hasData || child.hasData || (node.tag == .table && node.isData)
    if node.tag == .a {
      linkTenths &+= child.text.count &* (Self.leadsInside(node, page) ? innerLinkTenths : 10)
    } else {
      note(node, holding: child, on: page)
    }
  }

  private mutating func note(
    _ node: ArticleTree.Node,
    holding child: ContentStats,
    on page: HTMLPage
  ) {
    switch node.tag {
    case .img: (images, hasBlock) = (images + 1, true)
    case .li: (items, hasTextish) = (items + 1, hasTextish || child.text.hasText)
    case .span, .td: hasTextish = hasTextish || child.text.hasText
    case .input: inputs += 1
    case .br, .hr: breaks += 1
    case .h1, .h2, .h3, .h4, .h5, .h6: headingLength &+= child.text.count
    case .object, .embed, .iframe:
      embeds += 1
      hasVideo = hasVideo || node.source.map { Self.isVideo($0, page) } ?? false
    case .p, .ol, .ul, .div, .blockquote, .dl, .pre, .table:
      hasBlock = true
      hasTextish = hasTextish || child.text.hasText
      if node.tag == .p { paragraphs += 1 }
      if node.tag == .ol || node.tag == .ul { listLength &+= child.text.count }
    default: break
    }
  }

  private static func leadsInside(_ node: ArticleTree.Node, _ page: HTMLPage) -> Bool {
    guard let source = node.source, let index = page.tree.attributeIndex(.href, of: source) else {
      return false
    }
    return page.tree.withRawValue(of: page.tree.attributes[index]) {
      $0.count > 1 && $0.first == 0x23
    }
  }

  /// Whether an embedded object shows a video of one of the large sites.
  static func isVideo(_ id: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.tree.attributeRange(of: id).contains { index in
      page.tree.withValue(of: page.tree.attributes[index], leadsToVideo)
    }
  }

  /// Whether an address of one of the sites stands in a text.
  private static func leadsToVideo(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count > 2 else { return false }
    for start in 2..<text.count where text[start - 1] == 0x2F && text[start - 2] == 0x2F {
      let rest = text[start...]
      let host = rest.starts(with: "www.".utf8) ? rest.dropFirst(4) : rest
      if videoSites.contains(where: { rest.starts(with: $0) || host.starts(with: $0) }) {
        return true
      }
    }
    return false
  }

  private static let videoSites: [[UInt8]] = [
    "dailymotion.com", "youtube.com", "youtube-nocookie.com", "player.vimeo.com", "v.qq.com",
    "bilibili.com", "archive.org", "upload.wikimedia.org", "player.twitch.tv",
  ].map { Array($0.utf8) }
}

extension ArticleTree {
  /// The sums for every node inside `top`, by the node's number; O(size).
  func stats(from top: Int) -> [ContentStats] {
    var all: [ContentStats] = []
    _ = sum(from: top, into: &all)
    return all
  }

  /// The sums in `all`, a buffer that several passes may share; returns what was removed.
  ///
  /// `removes` is called with each element once its content is summed; what it removes does not
  /// count for the elements around it. O(size).
  func sum(
    from top: Int,
    into all: inout [ContentStats],
    removes: (Int, ContentStats) -> Bool = { _, _ in false }
  ) -> [Int] {
    let order = order(from: top)
    if all.count < nodes.count {
      all = [ContentStats](repeating: ContentStats(), count: nodes.count)
    } else {
      for number in order { all[Int(number)] = ContentStats() }
    }
    var removed: [Int] = []
    let innerLinkTenths = Int32(clamping: policy.innerLinkTenths)
    all.withUnsafeMutableBufferPointer { all in
      for number in order.reversed() {
        let index = Int(number)
        if nodes[index].isText {
          all[index].text = nodes[index].text
          if index != top, let parent = parent(index) { all[parent].text.prepend(all[index].text) }
          continue
        }
        guard index != top else { continue }
        if removes(index, all[index]) {
          removed.append(index)
          continue
        }
        guard let parent = parent(index) else { continue }
        all[parent].prepend(
          all[index],
          of: nodes[index],
          in: page,
          innerLinkTenths: innerLinkTenths
        )
      }
    }
    return removed
  }
}
