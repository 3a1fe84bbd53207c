/// Where somebody stood in a document, and how they looked at it; comments and blocks by their number
/// in the document that was read last.
package struct RememberedView: Hashable, Sendable {
  /// A line of a pane, told by its text.
  package struct Place: Hashable, Sendable {
    /// The item: a block of the article, from 1, or a comment, from 0.
    package var item = 0
    /// The line of the item, as it was laid out.
    package var line = 0
    /// The block of the item whose text the line shows, from 0; -1 if it shows none.
    package var block = -1
    /// The first byte of that text in its block.
    package var offset = 0
    /// How many lines stand above that text.
    package var above = 0
    /// The hash of the item's text, 0 if it is told by its number alone.
    package var text: UInt64 = 0

    /// The first line of all.
    package init() {}
  }

  /// A location with a name.
  package struct Mark: Hashable, Sendable {
    /// The scalar that names it.
    package var name: UInt32
    /// Whether it is in the article.
    package var isInArticle: Bool
    /// The line at the top of its pane.
    package var place: Place
    /// The comment that had the focus, -1 for none.
    package var focused: Int

    /// A mark.
    package init(name: UInt32, isInArticle: Bool, place: Place, focused: Int) {
      self.name = name
      self.isInArticle = isInArticle
      self.place = place
      self.focused = focused
    }
  }

  /// Whether the article had the focus.
  package var isInArticle = true
  /// The name of the layout, empty for the usual one.
  package var layout = ""
  /// The share of the window that the article has, in thousandths; -1: as much as is needed.
  package var share = -1
  /// How many levels were shown in full; -1 for all.
  package var levels = -1
  /// The line at the top of the article.
  package var article = Place()
  /// The line at the top of the thread.
  package var thread = Place()
  /// The comment with the focus, -1 for none.
  package var focused = -1
  /// Locations with a name.
  package var marks: [Mark] = []
  /// The words of the filter of the thread, empty for none.
  package var filter = ""
  /// How the thread is sorted, as the reader calls it; empty if it does not say.
  package var order = ""

  /// The view of a document that was just opened.
  package init() {}
}

// MARK: - As bytes

extension RememberedView {
  /// The form of the bytes; what later versions of the program add, such as the filter, stands behind
  /// the marks, where earlier ones do not look.
  private static let version = 1

  /// The view as bytes.
  var bytes: [UInt8] {
    var writer = NumberWriter()
    writer.add(Self.version)
    writer.add(isInArticle ? 1 : 0)
    writer.add(layout)
    writer.add(share)
    writer.add(levels)
    article.write(to: &writer)
    thread.write(to: &writer)
    writer.add(focused)
    writer.add(marks.count)
    for mark in marks {
      writer.add(Int(mark.name))
      writer.add(mark.isInArticle ? 1 : 0)
      mark.place.write(to: &writer)
      writer.add(mark.focused)
    }
    writer.add(filter)
    writer.add(order)
    return writer.bytes
  }

  /// How many marks are read.
  private static let mostMarks = 1000

  /// The view that `bytes` stand for, `nil` if they stand for none.
  init?(bytes: [UInt8]) {
    var reader = NumberReader(bytes)
    guard reader.number() == Self.version else { return nil }
    isInArticle = reader.number() == 1
    layout = reader.text()
    share = reader.number()
    levels = reader.number()
    article = Place(from: &reader)
    thread = Place(from: &reader)
    focused = reader.number()
    for _ in 0..<max(0, min(Self.mostMarks, reader.number())) {
      let name = UInt32(clamping: reader.number())
      let isInArticle = reader.number() == 1
      let place = Place(from: &reader)
      marks.append(
        Mark(name: name, isInArticle: isInArticle, place: place, focused: reader.number())
      )
    }
    if !reader.isAtEnd { filter = reader.text() }
    if !reader.isAtEnd { order = reader.text() }
    guard !reader.isBroken else { return nil }
  }
}

extension RememberedView.Place {
  fileprivate func write(to writer: inout NumberWriter) {
    for number in [item, line, block, offset, above, Int(bitPattern: UInt(text))] {
      writer.add(number)
    }
  }

  fileprivate init(from reader: inout NumberReader) {
    item = reader.number()
    line = reader.number()
    block = reader.number()
    offset = reader.number()
    above = reader.number()
    text = UInt64(UInt(bitPattern: reader.number()))
  }
}
