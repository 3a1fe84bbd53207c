import DocumentModel
import TextLayout

/// How a document is looked at, in a form that can be kept until it is opened again, at another size
/// of the window, perhaps in a later version.
public struct SavedView: Equatable, Sendable {
  /// A line of a pane, told by its text.
  public struct Place: Hashable, Sendable {
    /// The item: 0 for the head of the article and `n` for its block `n - 1`, or a comment.
    public var item: Int
    /// The line of the item, as it was laid out.
    public var line: Int
    /// The block whose text the line shows, counted from the item's first; `nil` if it shows none.
    public var block: Int?
    /// The first byte of that text, counted from the start of the block.
    public var offset: Int
    /// How many lines stand above that text.
    public var above: Int

    /// A line.
    public init(item: Int, line: Int = 0, block: Int? = nil, offset: Int = 0, above: Int = 0) {
      self.item = item
      self.line = line
      self.block = block
      self.offset = offset
      self.above = above
    }
  }

  /// A location with a name.
  public struct Mark: Hashable, Sendable {
    /// Its pane.
    public var pane: Pane
    /// The line at the top of the pane.
    public var place: Place
    /// The comment that had the focus.
    public var focused: CommentID?

    /// A location.
    public init(pane: Pane, place: Place, focused: CommentID?) {
      self.pane = pane
      self.place = place
      self.focused = focused
    }
  }

  /// The pane with the focus.
  public var focus = Pane.article
  /// How the panes share the window, `nil` for the way that is chosen for all documents.
  public var layout: LayoutMode?
  /// The share of the article, `nil` for as much as is needed.
  public var share: Double?
  /// How many levels are shown in full, `nil` for all.
  public var levels: Int?
  /// The line at the top of the article.
  public var article = Place(item: 0)
  /// The line at the top of the thread.
  public var thread = Place(item: 0)
  /// The comment with the focus.
  public var focused: CommentID?
  /// Comments whose replies are folded.
  public var folded = CommentSet()
  /// Those of them whose text stays.
  public var keptTexts = CommentSet()
  /// Comments left out, with their replies.
  public var hidden = CommentSet()
  /// Long comments shown whole.
  public var expanded = CommentSet()
  /// Cut comments shown with their full text.
  public var opened = CommentSet()
  /// Locations with a name.
  public var marks: [Unicode.Scalar: Mark] = [:]
  /// How the thread is sorted.
  public var order = ThreadOrder.given
  /// The words of the filter of the thread, empty for none.
  public var filter = ""

  /// The view of a document that was just opened.
  public init() {}
}

extension SavedView.Place {
  /// The line of `column` at `anchor`; `first`: the first block of an item.
  init<Column: LineSource>(
    _ anchor: ScrollAnchor,
    in column: Column,
    of document: Document,
    first: (Int) -> Int?
  ) {
    self.init(item: anchor.item, line: anchor.line)
    guard anchor.line > 0, let start = first(anchor.item) else { return }
    let text = column.textAnchor(of: anchor)
    guard let block = text.block, block >= start else { return }
    self.block = block - start
    offset = Int(text.offset) - Int(document.blocks[block].text.start)
    above = text.above
  }

  /// The line of `column` that shows it.
  func anchor<Column: LineSource>(
    in column: Column,
    of document: Document,
    first: (Int) -> Int?
  ) -> ScrollAnchor {
    let laidOut = ScrollAnchor(item: item, line: max(0, line))
    guard let block, block >= 0, let start = first(item),
      document.blocks.indices.contains(start + block), offset >= 0
    else { return laidOut }
    let text = document.blocks[start + block].text
    return column.anchor(
      of: TextAnchor(
        anchor: laidOut,
        block: start + block,
        offset: text.start + UInt32(clamping: min(offset, Int(text.count))),
        above: max(0, above)
      )
    )
  }
}
