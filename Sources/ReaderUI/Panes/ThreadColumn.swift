import DocumentModel
import TextLayout

/// The comments as a column of lines, folded and hidden ones left out.
struct ThreadColumn: LineSource {
  /// What a line of the thread shows.
  enum Content {
    /// The line with author and date.
    case header
    /// A line of text; `isCompleted`: of the completed text's document.
    case text(Line, block: Int)
    /// Where the site cut the text.
    case cut
    /// How many more lines the comment has.
    case more(Int)
    /// Something to say in place of a text that is not there.
    case notice(String)
    case blank
  }

  /// Columns a step of indentation takes.
  static let step = 2

  let reading: Reading
  let folds: CommentSet
  let hidden: CommentSet
  let expanded: Set<CommentID>
  let width: Int
  let textWidth: Int
  let previewLines: Int

  private var document: Document { reading.document }

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

  /// The comment that stands for `id` on the screen: itself, or the fold it is in; `nil` if hidden.
  func representative(of id: CommentID) -> CommentID? {
    // Nothing folded or hidden: no need to climb, which takes long in a chain of 100,000 replies.
    guard !folds.isEmpty || !hidden.isEmpty else { return id }
    var shown = id
    for ancestor in [id] + document.ancestors(of: id) {
      if hidden.contains(ancestor) { return nil }
      if folds.contains(ancestor), ancestor != id { shown = ancestor }
    }
    return shown
  }

  /// The comment shown in place of `id`: itself, the fold it is in, or if it is hidden the nearest.
  func standIn(for id: CommentID) -> CommentID {
    let outermost = ([id] + document.ancestors(of: id)).last { hidden.contains($0) }
    guard let outermost else { return representative(of: id) ?? id }
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
    guard !folds.isEmpty || !hidden.isEmpty else { return index }
    var index = index
    while index >= 0 {
      var top = CommentID(index)
      var outermostHidden: CommentID?
      var current = Optional(CommentID(index))
      while let id = current {
        if folds.contains(id) { top = id }
        if hidden.contains(id) { outermostHidden = id }
        current = document[id].parent
      }
      guard let skipped = outermostHidden else { return top.index }
      index = skipped.index - 1
    }
    return nil
  }

  /// How many steps `id` is drawn in, so that its text keeps room to be read in.
  func indentation(of id: CommentID) -> Int {
    let least = width >= 60 ? 40 : min(20, width / 2)
    let room = max(0, width - least - Self.step) / Self.step
    return min(reading.indentation(of: id), room)
  }

  /// Where the text of `id` starts, and how wide it may be.
  func textColumns(of id: CommentID) -> (start: Int, width: Int) {
    let start = indentation(of: id) * Self.step + Self.step
    let margin = width >= 40 ? 1 : 0
    return (start, max(1, min(width - start - margin, textWidth)))
  }

  func lines(of item: Int) -> [Content] {
    let id = CommentID(item)
    guard !folds.contains(id) else { return [.header] }
    let body = reading.body(of: id)
    let layout = BlockLayout(document: body.document, width: textColumns(of: id).width)
    var lines: [Content] = [.header]
    for block in body.blocks {
      let index = Int(block)
      if lines.count > 1, !(body.document.isList(index) && body.document.isList(index - 1)) {
        lines.append(.blank)
      }
      lines += layout.lines(of: index).map { .text($0, block: index) }
    }
    if let notice = notice(for: id), body.blocks.isEmpty { lines.append(.notice(notice)) }
    shorten(&lines, of: id)
    if document[id].isTruncated { lines.append(.cut) }
    lines.append(.blank)
    return lines
  }

  func text(of content: Content) -> Line? {
    if case .text(let line, _) = content { line } else { nil }
  }

  private func shorten(_ lines: inout [Content], of id: CommentID) {
    let isWhole = expanded.contains(id) || reading.completions[id]?.isOpen == true
    guard previewLines > 0, !isWhole, lines.count > previewLines + 2 else { return }
    let rest = lines.count - 1 - previewLines
    lines.removeLast(rest)
    lines.append(.more(rest))
  }

  private func notice(for id: CommentID) -> String? {
    switch document[id].state {
    case .deleted: "deleted"
    case .pending: "waits for a moderator"
    case .stub: "not in this document"
    case .ping: "links here"
    case .shown: document[id].isTruncated ? nil : "no text in this document"
    }
  }
}

extension Document {
  fileprivate func isList(_ block: Int) -> Bool { blocks[block].kind == .listItem }
}
