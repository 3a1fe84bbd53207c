import DocumentModel
import TextLayout

/// The comments as a column of lines, folded and hidden ones left out.
struct ThreadColumn: LineSource {
  /// What a line of the thread shows.
  enum Content {
    /// The line with author and date.
    case header
    /// A line of text, and its block.
    case text(Line, block: Int)
    /// Where the site cut the text.
    case cut
    /// How many more lines the comment has.
    case more(Int)
    /// Something to say in place of a text that is not there.
    case notice(String)
    /// What can be had that is not there.
    case further(String)
    /// The same below all comments.
    case end(String)
    /// The blank line above it.
    case beforeEnd
    /// Between two blocks, with this many quote bars, or below a comment.
    case blank(bars: Int)
  }

  /// Columns a step of indentation takes.
  static let step = 2

  let reading: Reading
  let folding: Folding
  /// The width of the pane.
  let width: Int
  let height: Int
  /// The widest column of text.
  let textWidth: Int
  /// How many lines of a comment are shown, 0: all.
  let previewLines: Int

  private var document: Document { reading.document }
  private var folds: CommentSet { folding.folds }
  private var hidden: CommentSet { folding.leftOut }

  var firstItem: Int? { firstShown(from: 0) }
  var lastItem: Int? {
    document.comments.isEmpty ? nil : shown(atOrBefore: document.comments.count - 1)
  }

  func item(after item: Int) -> Int? {
    let id = CommentID(item)
    let isClosed = folds.contains(id) || hidden.contains(id)
    return firstShown(from: isClosed ? item + document[id].subtreeSize : item + 1)
  }

  func item(before item: Int) -> Int? {
    item > 0 ? shown(atOrBefore: item - 1) : nil
  }

  /// The first reply to `id` that is shown, `nil` if there is none.
  func firstReply(to id: CommentID) -> CommentID? {
    item(after: id.index).flatMap {
      $0 < id.index + document[id].subtreeSize ? CommentID($0) : nil
    }
  }

  /// The comment shown in place of `id`: itself, the fold it is in, or if it is hidden the nearest.
  func standIn(for id: CommentID) -> CommentID {
    guard let outermost = hidden.outermost(about: id, in: reading) else {
      return folds.outermost(about: id, in: reading) ?? id
    }
    let nearest = item(after: outermost.index) ?? item(before: outermost.index)
    return nearest.map { CommentID($0) } ?? id
  }

  private func firstShown(from index: Int) -> Int? {
    var index = index
    while index < document.comments.count, hidden.contains(CommentID(index)) {
      index += document[CommentID(index)].subtreeSize
    }
    return index < document.comments.count ? index : nil
  }

  private func shown(atOrBefore index: Int) -> Int? {
    var index = index
    while index >= 0 {
      let id = CommentID(index)
      guard let skipped = hidden.outermost(about: id, in: reading) else {
        return (folds.outermost(about: id, in: reading) ?? id).index
      }
      index = skipped.index - 1
    }
    return nil
  }

  /// The columns right of the text: one free, and one for the rail, shown or not.
  private var margin: Int { width >= Rail.leastColumns ? 2 : 0 }

  /// How many steps `id` is drawn in, so that its text keeps room to be read in.
  func indentation(of id: CommentID) -> Int {
    let least = width >= 60 ? 40 : min(20, width / 2)
    let room = max(0, width - least - margin - Self.step) / Self.step
    return min(reading.indentation(of: id), room)
  }

  /// Where the text of `id` starts, and how wide it may be.
  func textColumns(of id: CommentID) -> (start: Int, width: Int) {
    let start = indentation(of: id) * Self.step + Self.step
    return (start, max(1, min(width - start - margin, textWidth)))
  }

  func lines(of item: Int) -> ItemLines<Content> {
    let id = CommentID(item)
    var lines = ItemLines<Content>(head: [.header]) { line in
      switch line {
      case .blank(let bars): .blank(bars: bars)
      case .text(let line, let block): .text(line, block: block)
      }
    }
    let below: [Content] =
      if let end = reading.threadEnd, self.item(after: item) == nil {
        [.beforeEnd, .end(end)]
      } else { [] }
    guard folding.showsText(of: id) else {
      lines.tail = below
      return lines
    }
    // What is said of comments that can be had stands in the header.
    if reading.placeholderSentence(id) != nil {
      lines.tail = below.isEmpty ? [.blank(bars: 0)] : below
      return lines
    }
    let body = reading.body(of: id)
    let width = textColumns(of: id).width
    let layout = BlockLayout(document: body.document, width: width, codeWraps: false)
    let blocks = Int(body.blocks.lowerBound)..<Int(body.blocks.upperBound)
    let flow = TextFlow(layout, blocks: blocks, cache: reading.layouts)
    lines.flow = flow
    if isShortened(flow, of: id) {
      lines.shown = previewLines
      lines.tail.append(.more(flow.count(upTo: .max) - previewLines))
    }
    if body.blocks.isEmpty, let notice = notice(for: id) { lines.tail.append(.notice(notice)) }
    if document[id].isTruncated { lines.tail.append(.cut) }
    if let sentence = reading.repliesSentence(id) { lines.tail.append(.further(sentence)) }
    lines.tail += below.isEmpty ? [.blank(bars: 0)] : below
    return lines
  }

  func text(of content: Content) -> (line: Line, block: Int)? {
    if case .text(let line, let block) = content { (line, block) } else { nil }
  }

  /// Whether only the first lines of `id` are shown.
  func isShortened(_ id: CommentID) -> Bool {
    lines(of: id.index).shown != nil
  }

  private func isShortened(_ flow: TextFlow, of id: CommentID) -> Bool {
    guard previewLines > 0, !folding.expanded.contains(id), reading.completions[id]?.isOpen != true
    else {
      return false
    }
    return flow.count(upTo: previewLines + 2) > previewLines + 1
  }

  private func notice(for id: CommentID) -> String? {
    switch document[id].state {
    case .deleted: "deleted"
    case .pending: "awaiting moderation"
    case .placeholder: reading.authorName(of: id) == nil ? nil : Reading.notSaved
    case .ping: "links to this article"
    case .opening: "the article"
    case .headerless: nil
    case .shown: document[id].isTruncated ? nil : Reading.notSaved
    }
  }

  /// The last line of `item` that is not blank; `limit` if that is before it.
  func lastTextLine(of item: Int, upTo limit: Int = .max - 2) -> Int {
    let lines = lines(of: item)
    let count = lines.count(upTo: limit + 2)
    guard count < limit + 2 else { return limit }
    if case .blank? = lines.lines(in: count - 1..<count).first { return max(0, count - 2) }
    return max(0, count - 1)
  }
}
