import DocumentModel
import TextLayout
import TextSearch

extension AppState {
  mutating func search(_ action: SearchAction, count: Int?) -> [Effect] {
    switch action {
    case .prompt:
      prompt = Prompt(.search)
      searchOrigin = standpoint
    case .next: return step(1, count: count)
    case .previous: return step(-1, count: count)
    case .toggleHighlight:
      guard search != nil else {
        tell("nothing is searched for")
        return []
      }
      search?.highlights.toggle()
    case .end: return end()
    }
    return []
  }

  // MARK: The prompt

  /// Searches for what was typed so far and shows the first hit from where the search began.
  mutating func searchAsTyped() -> [Effect] {
    guard let prompt, let origin = searchOrigin else { return [] }
    closeOpenedFolds()
    search = nil
    restore(origin)
    message = nil
    guard !prompt.text.isEmpty else { return [] }
    return begin(prompt.text, isLiteral: prompt.isLiteral)
  }

  mutating func cancelSearchPrompt() {
    closeOpenedFolds()
    search = nil
    if let origin = searchOrigin { restore(origin) }
  }

  mutating func acceptSearch(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else {
      guard let last = history[.search]?.last else { return [] }
      return begin(last, isLiteral: wasLiteral)
    }
    wasLiteral = prompt.isLiteral
    if let origin = searchOrigin { jumps.leave(origin.place) }
    guard search == nil || search?.text != prompt.text else {
      if search?.found.isDone == true, search?.found.hits.isEmpty == true {
        tell("not found: \(prompt.text)", isWarning: true)
      }
      return []
    }
    return begin(prompt.text, isLiteral: prompt.isLiteral)
  }

  /// Begins a search at the start of the program, as if typed.
  public mutating func startSearch(_ text: String) -> [Effect] {
    history[.search, default: []].append(text)
    return begin(text, isLiteral: false)
  }

  private mutating func begin(_ text: String, isLiteral: Bool) -> [Effect] {
    do throws(SearchPatternError) {
      let pattern = try SearchPattern(text, isLiteral: isLiteral)
      var state = SearchState(
        text: text,
        isLiteral: isLiteral,
        pattern: pattern,
        reading: reading
      )
      state.wanted = .from(searchPlace)
      search = state
      return continueSearch()
    } catch {
      tell(error.description, isWarning: true)
      return []
    }
  }

  // MARK: Searching in slices

  /// Searches a slice of the document; asks to be called again while there is more.
  public mutating func continueSearch() -> [Effect] {
    guard var state = search, !state.found.isDone else {
      goToWanted()
      return []
    }
    let isDone = state.found.advance()
    search = state
    goToWanted()
    if isDone, state.found.isTooCostly {
      tell("the pattern is too costly; not all was searched", isWarning: true)
    }
    return isDone ? [] : [.continueSearch]
  }

  private mutating func goToWanted() {
    guard let state = search, let wanted = state.wanted else { return }
    let hits = state.found.hits
    switch wanted {
    case .from(let place):
      if let hit = state.found.firstHit(from: place) {
        show(hit: hit)
      } else if state.found.isDone {
        wrap(to: hits.isEmpty ? nil : 0, isForward: true)
      }
    case .before(let place):
      // The last hit before a place is known once the search is past it.
      guard state.found.isDone || state.found.firstHit(from: place) != nil else { return }
      if let hit = state.found.lastHit(before: place) {
        show(hit: hit)
      } else if state.found.isDone {
        wrap(to: hits.isEmpty ? nil : hits.count - 1, isForward: false)
      }
    }
  }

  private mutating func wrap(to hit: Int?, isForward: Bool) {
    guard let hit else {
      // The rest of the document may have it: the search goes on when that is there.
      guard !isPartial else { return }
      search?.wanted = nil
      if prompt == nil { tell("not found: \(search?.text ?? "")", isWarning: true) }
      return
    }
    show(hit: hit)
    tell(isForward ? "on from the start" : "on from the end")
  }

  private mutating func step(_ direction: Int, count: Int?) -> [Effect] {
    takeUpEndedSearch()
    guard let state = search else {
      guard let last = history[.search]?.last else {
        tell("nothing was searched for yet: / searches")
        return []
      }
      rememberPlace()
      return begin(last, isLiteral: wasLiteral)
    }
    rememberPlace()
    let hits = state.found.hits.count
    if let current = state.current, state.shownAt == place, hits > 0 {
      let next = current + direction * (count ?? 1)
      if (0..<hits).contains(next) {
        show(hit: next)
      } else if state.found.isDone {
        wrap(to: (next % hits + hits) % hits, isForward: direction > 0)
      }
      return []
    }
    let here = searchPlace
    search?.wanted = direction > 0 ? .from(here) : .before(here)
    return continueSearch()
  }

  /// Where the reader is, as a place of the search.
  private var searchPlace: SearchPlace {
    if focus == .thread, let focused = thread.focused { return SearchPlace(.author(focused)) }
    guard let block = articleColumn.block(of: articleAnchor.item) else {
      return SearchPlace(.title)
    }
    return SearchPlace(.articleBlock(block))
  }

  // MARK: Showing hits

  private mutating func show(hit index: Int) {
    guard let hit = search?.found.hits[index] else { return }
    search?.current = index
    search?.wanted = nil
    if let id = hit.place.comment {
      showComment(id, hit: hit)
    } else {
      goToPane(.article)
      showInArticle(hit)
    }
    settle()
    showSideways(hit.range, in: hit.place.comment == nil ? .article : .thread)
    let here = place
    search?.shownAt = here
  }

  private mutating func showInArticle(_ hit: SearchHit) {
    let column = articleColumn
    guard let target = line(of: hit) else {
      articleAnchor = ScrollAnchor()
      return
    }
    let height = height(of: .article)
    guard column.distance(from: articleAnchor, to: target, limit: height - 2) == nil else { return }
    articleAnchor = column.clamp(column.move(target, by: -height / 3), height: height)
  }

  private mutating func showComment(_ id: CommentID, hit: SearchHit) {
    goToPane(.thread)
    openForSearch(id)
    thread.focused = id
    let column = threadColumn
    let target = line(of: hit)?.line ?? 0
    let height = height(of: .thread)
    if isShown(ScrollAnchor(item: id.index, line: target), in: column),
      isShown(ScrollAnchor(item: id.index), in: column)
    {
      return
    }
    // The header too, where both fit; else the hit a third down.
    if target < height - 1 {
      show(
        item: id.index,
        lines: 0...min(target + 1, column.lastTextLine(of: id.index)),
        in: column
      )
    } else {
      thread.anchor = column.clamp(
        column.move(ScrollAnchor(item: id.index, line: target), by: -height / 3),
        height: height
      )
    }
  }

  /// The line that shows `hit`, `nil` for one in the title or the byline.
  func line(of hit: SearchHit) -> ScrollAnchor? {
    switch hit.place.kind {
    case .articleBlock(let block):
      let item = articleColumn.item(ofBlock: block)
      let line = articleColumn.lines(of: item).line(showing: hit.range.start, of: block)
      return ScrollAnchor(item: item, line: line ?? 0)
    case .commentBlock(let id, let block):
      let line = threadColumn.lines(of: id.index).line(showing: hit.range.start, of: block)
      return ScrollAnchor(item: id.index, line: line ?? 0)
    default:
      return hit.place.comment.map { ScrollAnchor(item: $0.index) }
    }
  }

  /// Opens the folds `id` is in, its own too, and what it is hidden by, until the search ends.
  private mutating func openForSearch(_ id: CommentID) {
    let isOpen = threadColumn.representative(of: id) == id && !thread.folds.contains(id)
    guard !isOpen else { return }
    for above in [id] + document.ancestors(of: id) {
      if thread.hidden.contains(above) {
        thread.hidden.remove(above)
        search?.unhidden.insert(above)
      }
      if thread.folds.contains(above) {
        thread.folds.remove(above)
        search?.opened.insert(above)
      }
    }
  }

  // MARK: Ending

  /// Ends the search; without one, the search for full texts.
  private mutating func end() -> [Effect] {
    if search == nil, work[.completing] == nil, work[.loading] != nil { return stopLoading() }
    guard search == nil, work[.completing] != nil else {
      endSearch()
      return []
    }
    work[.completing] = nil
    tell("stopped; e looks for the full text again")
    return [.stopCompleting]
  }

  private mutating func endSearch() {
    guard search != nil else { return tell("nothing is searched for") }
    let row = rowOfFocused
    let didOpen = search?.opened.isEmpty == false || search?.unhidden.isEmpty == false
    closeOpenedFolds()
    let ended = search
    search = nil
    if didOpen {
      let column = threadColumn
      thread.focused = thread.focused.map { column.standIn(for: $0) }
      putFocused(onRow: row)
    }
    settle()
    let place = place
    endedSearch = ended.map { ($0, place) }
  }

  /// Goes on with the search that was ended, if the reader has not moved since.
  private mutating func takeUpEndedSearch() {
    defer { endedSearch = nil }
    guard search == nil, let ended = endedSearch, ended.place == place,
      ended.search.text == history[.search]?.last
    else { return }
    search = ended.search
    search?.highlights = true
    search?.shownAt = ended.place
  }

  private mutating func closeOpenedFolds() {
    for id in search?.opened ?? [] { thread.folds.insert(id) }
    for id in search?.unhidden ?? [] { thread.hidden.insert(id) }
    search?.opened = []
    search?.unhidden = []
  }

  /// Searches anew after the text changed; the reader stays where they are.
  mutating func restartSearch() {
    endedSearch = nil
    guard let old = search,
      let pattern = try? SearchPattern(old.text, isLiteral: old.isLiteral)
    else { return }
    var fresh = SearchState(
      text: old.text,
      isLiteral: old.isLiteral,
      pattern: pattern,
      reading: reading
    )
    fresh.highlights = old.highlights
    fresh.wanted = old.wanted
    fresh.opened = old.opened
    fresh.unhidden = old.unhidden
    search = fresh
  }
}
