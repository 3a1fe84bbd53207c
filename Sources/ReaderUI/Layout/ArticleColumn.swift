import Algorithms
import DocumentModel
import TextLayout
import TextSearch

/// The article as a column of lines: its head, then its blocks.
struct ArticleColumn: LineSource {
  /// What a line of the article shows.
  enum Content {
    case title(Line)
    case byline(Line)
    case text(Line, block: Int)
    case notice(String)
    /// Between two blocks, with this many quote bars, or below the head.
    case blank(bars: Int)
  }

  let document: Document
  /// The width of the text column.
  let width: Int
  let height: Int
  /// Whether more of the article is on its way.
  private let isPartial: Bool
  /// What stands below the text, `nil` for nothing.
  private let end: String?
  private let layout: BlockLayout
  private let cache: LayoutCache
  /// Where in the article's text the blocks start, and after them its end; counted in bytes.
  private let starts: [Int]

  /// The article of `reading`, laid out `width` columns wide for a pane of `height` rows.
  init(_ reading: Reading, width: Int, height: Int) {
    document = reading.document
    isPartial = reading.isPartial
    end = isPartial ? nil : reading.linkNotice ?? reading.articleEnd
    self.height = height
    self.width = max(1, width)
    layout = BlockLayout(document: reading.document, width: max(1, width), codeWraps: false)
    cache = reading.layouts
    starts = reading.articleStarts
  }

  /// Item 0 is the head; item `n` the block `n - 1` of the article.
  var firstItem: Int? { 0 }
  var lastItem: Int? { document.article.blocks.count }
  func item(after item: Int) -> Int? { item < document.article.blocks.count ? item + 1 : nil }
  func item(before item: Int) -> Int? { item > 0 ? item - 1 : nil }

  /// The block of the document that `item` shows, `nil` for the head.
  func block(of item: Int) -> Int? {
    item > 0 ? Int(document.article.blocks.lowerBound) + item - 1 : nil
  }

  /// The item that shows `block` of the document.
  func item(ofBlock block: Int) -> Int { block - Int(document.article.blocks.lowerBound) + 1 }

  func lines(of item: Int) -> ItemLines<Content> {
    let below = item == lastItem ? end.map(notice) ?? [] : []
    guard let block = block(of: item) else {
      return ItemLines(head: headLines + below) { _ in .blank(bars: 0) }
    }
    return ItemLines(
      flow: TextFlow(layout, blocks: block..<block + 1, cache: cache),
      tail: (isTightlyFollowed(block) ? [] : [.blank(bars: bars(below: block))]) + below
    ) { line in
      switch line {
      case .blank(let bars): .blank(bars: bars)
      case .text(let line, let block): .text(line, block: block)
      }
    }
  }

  func text(of content: Content) -> (line: Line, block: Int)? {
    if case .text(let line, let block) = content { (line, block) } else { nil }
  }

  private var headLines: [Content] {
    let article = document.article
    var lines = layout.lines(of: article.title).map(Content.title)
    lines += layout.lines(of: article.byline).map(Content.byline)
    if let origin { lines += notice(origin) }
    if article.blocks.isEmpty, isPartial {
      lines += notice("Reading…")
    } else if article.blocks.isEmpty {
      lines += notice(lines.isEmpty ? "This document is empty." : "This article has only a title.")
    }
    lines.append(.blank(bars: 0))
    return lines
  }

  /// Words of the program's own, on as many lines as they need.
  private func notice(_ text: String) -> [Content] {
    WrappedText(text, columns: width).rows.map(Content.notice)
  }

  /// When the article was published, on which site, and the points it has.
  private var origin: String? {
    let address = document.text[document.article.url]
    let host = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let hasHost = host.count == 3 && host[0].hasSuffix(":") && host[1].isEmpty
    let site = hasHost ? host[2].prefix { !"/?#".contains($0) } : ""
    let points = document.article.score.flatMap { $0 == 0 ? nil : $0.points }
    let date = document.article.date.map(DateFormat.absolute)
    let parts = [date, site.isEmpty ? nil : String(site), points].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private func bars(below block: Int) -> Int {
    block + 1 < Int(document.article.blocks.upperBound) ? layout.bars(above: block + 1) : 0
  }

  /// Items of one list stand without a blank line between them.
  private func isTightlyFollowed(_ block: Int) -> Bool {
    let next = block + 1
    guard next < Int(document.article.blocks.upperBound) else { return false }
    return document.blocks[block].kind == .listItem && document.blocks[next].kind == .listItem
  }
}

// MARK: - Percentages

extension ArticleColumn {
  /// How many bytes of text the article has.
  var length: Int { starts.last ?? 0 }

  /// How many bytes of the article's text stand before the line at `anchor`.
  func position(of anchor: ScrollAnchor) -> Int {
    guard let block = block(of: anchor.item) else { return 0 }
    let text = document.blocks[block].text
    let line = lines(of: anchor.item).lines(in: anchor.line..<anchor.line + 1).first
    let inBlock = line.flatMap { self.text(of: $0) }.map { $0.line.text.start - text.start }
    return starts[anchor.item - 1] + Int(inBlock ?? text.count)
  }

  /// How many bytes of the article's text stand before `hit`, 0 for one above the text.
  func position(of hit: SearchHit) -> Int {
    guard case .articleBlock(let block) = hit.place.kind else { return 0 }
    return starts[item(ofBlock: block) - 1]
      + Int(hit.range.start - document.blocks[block].text.start)
  }

  /// How many hundredths of the article's text stand before `anchor`.
  func percentage(before anchor: ScrollAnchor) -> Int {
    length > 0 ? position(of: anchor) * 100 / length : 0
  }

  /// The line with `percent` hundredths of the article's text before it.
  func anchor(atPercent percent: Int) -> ScrollAnchor {
    guard let length = starts.last, percent > 0 else { return ScrollAnchor() }
    let offset = length * percent / 100
    let item = max(1, starts.partitioningIndex { $0 > offset })
    guard item < starts.count, let block = block(of: item) else { return end(of: starts.count - 1) }
    let target = document.blocks[block].text.start + UInt32(offset - starts[item - 1])
    return ScrollAnchor(item: item, line: lines(of: item).line(showing: target, of: block) ?? 0)
  }
}
