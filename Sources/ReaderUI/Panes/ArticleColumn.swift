import DocumentModel
import TextLayout

/// The article as a column of lines: its head, then its blocks.
struct ArticleColumn: LineSource {
  /// What a line of the article shows.
  enum Content {
    case title(Line)
    case byline(Line)
    case text(Line, block: Int)
    case notice(String)
    case blank
  }

  let document: Document
  /// The width of the text column.
  let width: Int
  private let layout: BlockLayout

  /// The article laid out `width` columns wide.
  init(document: Document, width: Int) {
    self.document = document
    self.width = max(1, width)
    layout = BlockLayout(document: document, width: max(1, width))
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

  func lines(of item: Int) -> [Content] {
    guard let block = block(of: item) else { return headLines }
    var lines = layout.lines(of: block).map { Content.text($0, block: block) }
    if !isTightlyFollowed(block) { lines.append(.blank) }
    return lines
  }

  func text(of content: Content) -> Line? {
    switch content {
    case .title(let line), .byline(let line), .text(let line, _): line
    case .notice, .blank: nil
    }
  }

  private var headLines: [Content] {
    let article = document.article
    var lines = layout.lines(of: article.title).map(Content.title)
    lines += layout.lines(of: article.byline).map(Content.byline)
    if article.blocks.isEmpty {
      lines.append(.notice(lines.isEmpty ? "This document is empty." : "No text but the title."))
    }
    lines.append(.blank)
    return lines
  }

  /// Items of one list stand without a blank line between them.
  private func isTightlyFollowed(_ block: Int) -> Bool {
    let next = block + 1
    guard next < Int(document.article.blocks.upperBound) else { return false }
    return document.blocks[block].kind == .listItem && document.blocks[next].kind == .listItem
  }
}
