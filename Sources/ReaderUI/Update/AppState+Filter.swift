import DocumentModel

/// Showing only comments that fit a filter, and what they answer.
extension AppState {
  /// Documents up to so many bytes of text are filtered while the filter is typed.
  private static let largestFilteredAsTyped = 1 << 22

  mutating func promptFilter() {
    guard !document.comments.isEmpty else { return tell("no comments") }
    search.filterOrigin = view
    mode.prompt = Prompt(.comments, text: thread.folding.filtered?.text ?? "")
  }

  /// Shows what fits what was typed so far.
  mutating func filterThreadAsTyped() {
    guard let text = mode.prompt?.text, document.text.count <= Self.largestFilteredAsTyped,
      let origin = search.filterOrigin
    else { return }
    thread = origin.thread
    window.focus(on: .thread)
    applyFilter(text)
    settle()
  }

  /// Goes back to what was shown before a filter was typed.
  mutating func returnFromFilter() {
    if let origin = search.filterOrigin { restore(origin) }
    search.filterOrigin = nil
  }

  /// Shows only comments that fit `text`, and those above them; without words, all.
  mutating func setThreadFilter(_ text: String) {
    let words = text.split(separator: " ").joined(separator: " ")
    guard words != thread.folding.filtered?.text ?? "" else {
      return words.isEmpty ? tell("no filter is set") : tellFiltered()
    }
    if !words.isEmpty { window.focus(on: .thread) }
    changeFolds { $0.applyFilter(words) }
    thread.keepFocusedInSight(in: threadColumn)
    tellFiltered()
  }

  /// Filters the thread by `words` as it was when the document was left, and says so behind what was
  /// told; does nothing without words.
  public mutating func filterAgain(by words: String) {
    guard !words.isEmpty, !document.comments.isEmpty else { return }
    applyFilter(words)
    settle()
    thread.keepFocusedInSight(in: threadColumn)
    guard let filtered = thread.folding.filtered else { return }
    let news = message.map { "\($0.text); " } ?? ""
    let count = reading.commentCount.counted("comment")
    let way = "\(key("search-end")) shows all"
    tell("\(news)\(filtered.count) of \(count) shown, as you left them; \(way)")
  }

  private mutating func tellFiltered() {
    guard let filtered = thread.folding.filtered else { return tell("all comments") }
    let count = reading.commentCount.counted("comment")
    let way = "; \(key("search-end")) shows all"
    tell("\(filtered.count) of \(count)\(way)", isWarning: filtered.count == 0)
  }

  /// Filters by `text`; the focus goes to the next comment that fits.
  private mutating func applyFilter(_ text: String) {
    guard !text.allSatisfy({ $0 == " " }) else {
      thread.focused = thread.focused ?? thread.focusedInside
      return thread.folding.filter(by: nil)
    }
    if text.contains("quotes:") { reading.findQuotations() }
    let filtered = FilteredComments(text, in: reading)
    thread.folding.filter(by: filtered)
    guard let focused = thread.focused ?? thread.focusedInside ?? document.commentIDs.first,
      !filtered.matches.contains(focused)
    else { return }
    let next =
      filtered.matches.first(in: focused.index..<document.comments.count)
      ?? filtered.matches.last(in: 0..<focused.index)
    thread.focused = next.map { CommentID($0) }
  }
}
