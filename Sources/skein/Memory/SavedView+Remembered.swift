import DocumentModel
import ReaderUI
import ReadingHistory

/// Between the view of the reader and the view as it is remembered.
extension SavedView {
  /// The view `remembered` of `document`, with the `flags` of its comments; `place` has where a
  /// comment of the document read before stands now.
  init(
    _ remembered: RememberedView,
    _ flags: [CommentFlags],
    of document: Document,
    at place: (Int) -> CommentID?
  ) {
    self.init()
    focus = remembered.isInArticle ? .article : .thread
    layout = LayoutMode(rawValue: remembered.layout)
    share = 0...1000 ~= remembered.share ? Double(remembered.share) / 1000 : nil
    levels = remembered.levels >= 0 ? remembered.levels : nil
    order = ThreadOrder(rawValue: remembered.order) ?? .given
    filter = remembered.filter
    focused = place(remembered.focused)
    article = Self.articlePlace(remembered.article, of: document)
    thread =
      Self.threadPlace(remembered.thread, at: place) ?? focused.map { Place(item: $0.index) }
      ?? Place(item: 0)
    for mark in remembered.marks {
      guard let name = Unicode.Scalar(mark.name) else { continue }
      let location =
        mark.isInArticle
        ? Self.articlePlace(mark.place, of: document) : Self.threadPlace(mark.place, at: place)
      let focused = place(mark.focused)
      // The comment at the top of the pane may be gone, and the marked one below it still there.
      marks[name] = (location ?? focused.map { Place(item: $0.index) }).map {
        Mark(pane: mark.isInArticle ? .article : .thread, place: $0, focused: focused)
      }
    }
    for (index, flags) in flags.enumerated() {
      let id = CommentID(index)
      if flags.contains(.folded) { folded.insert(id) }
      if flags.contains(.keepsText) { keptTexts.insert(id) }
      if flags.contains(.hidden) { hidden.insert(id) }
      if flags.contains(.expanded) { expanded.insert(id) }
      if flags.contains(.opened) { opened.insert(id) }
    }
  }

  private static func threadPlace(
    _ place: RememberedView.Place,
    at now: (Int) -> CommentID?
  ) -> Place? {
    now(place.item).map { Place(place, item: $0.index) }
  }

  /// The block with the same text, the nearest of several; the block of the same number without one.
  private static func articlePlace(
    _ place: RememberedView.Place,
    of document: Document
  ) -> Place {
    let count = document.article.blocks.count
    let same = Place(place, item: min(max(0, place.item), count))
    guard place.text != 0, place.item > 0, document.textHash(ofItem: place.item) != place.text,
      let nearest = (1..<count + 1).filter({ document.textHash(ofItem: $0) == place.text })
        .min(by: { abs($0 - place.item) < abs($1 - place.item) })
    else { return same }
    return Place(place, item: nearest)
  }
}

extension SavedView.Place {
  fileprivate init(_ place: RememberedView.Place, item: Int) {
    self.init(
      item: item,
      line: place.line,
      block: place.block >= 0 ? place.block : nil,
      offset: place.offset,
      above: place.above
    )
  }
}

extension RememberedView {
  /// The view `saved` of `document`, to be remembered.
  init(_ saved: SavedView, of document: Document) {
    self.init()
    isInArticle = saved.focus == .article
    layout = saved.layout?.rawValue ?? ""
    share = saved.share.map { Int(($0 * 1000).rounded()) } ?? -1
    levels = saved.levels ?? -1
    order = saved.order.rawValue
    filter = saved.filter
    focused = saved.focused?.index ?? -1
    article = Place(saved.article, text: document.textHash(ofItem: saved.article.item))
    thread = Place(saved.thread, text: 0)
    marks = saved.marks.sorted { $0.key < $1.key }.map { name, mark in
      let isInArticle = mark.pane == .article
      return Mark(
        name: name.value,
        isInArticle: isInArticle,
        place: Place(
          mark.place,
          text: isInArticle ? document.textHash(ofItem: mark.place.item) : 0
        ),
        focused: mark.focused?.index ?? -1
      )
    }
  }
}

extension RememberedView.Place {
  fileprivate init(_ place: SavedView.Place, text: UInt64) {
    self.init()
    item = place.item
    line = place.line
    block = place.block ?? -1
    offset = place.offset
    above = place.above
    self.text = text
  }
}

extension Document {
  /// The hash of the text that an item of the article's column shows, 0 if it shows none.
  fileprivate func textHash(ofItem item: Int) -> UInt64 {
    guard 1...max(1, article.blocks.count) ~= item, !article.blocks.isEmpty else { return 0 }
    let block = blocks[Int(article.blocks.lowerBound) + item - 1]
    return CommentRoster.hash(of: block.text, in: text)
  }
}
