import DocumentModel
import TextSearch

extension AppState {
  mutating func search(_ action: SearchAction, count: Int?) -> [Effect] {
    switch action {
    case .prompt:
      mode.prompt = Prompt(.search)
      search.origin = view
      if let active = search.active { search.origin?.thread.folding.close(active) }
    case .next: return step(1, count: count)
    case .previous: return step(-1, count: count)
    case .toggleHighlight:
      guard search.active != nil else {
        tell("no search is active")
        return []
      }
      search.active?.highlights.toggle()
    case .end: return end()
    }
    return []
  }

  // MARK: The prompt

  /// Searches for what was typed so far and shows the first hit from where the search began.
  mutating func searchAsTyped() -> [Effect] {
    guard let prompt = mode.prompt else { return [] }
    returnToOrigin()
    search.isIncomplete = false
    message = nil
    guard !prompt.text.isEmpty else { return [] }
    return begin(prompt.text, isLiteral: prompt.isLiteral)
  }

  /// Gives up the search that was typed so far, and brings back the view from before it.
  mutating func returnToOrigin() {
    search.active = nil
    if let origin = search.origin { restore(origin) }
  }

  mutating func acceptSearch(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else {
      guard let last = history.last(of: .search) else { return [] }
      return begin(last, isLiteral: search.wasLiteral)
    }
    search.wasLiteral = prompt.isLiteral
    if let origin = search.origin { navigation.jumps.leave(origin.location) }
    guard let active = search.active, active.text == prompt.text else {
      return begin(prompt.text, isLiteral: prompt.isLiteral)
    }
    if active.found.isDone, active.found.hits.isEmpty {
      tell("not found: \(prompt.text)", isWarning: true)
    }
    tellOfUnsearchedTexts()
    return []
  }

  /// Begins a search at the start of the program, as if typed.
  public mutating func startSearch(_ text: String) -> [Effect] {
    history.add(Prompt(.search, text: text))
    return begin(text, isLiteral: false)
  }

  private mutating func begin(_ text: String, isLiteral: Bool) -> [Effect] {
    var fresh = ActiveSearch(text, isLiteral: isLiteral, in: reading, among: search.kept)
    fresh.wanted = .from(searchStart)
    search.active = fresh
    return [.continueSearch]
  }

  // MARK: Searching in slices

  /// Searches a slice of the document; asks to be called again while there is more.
  public mutating func continueSearch() -> [Effect] {
    guard var found = search.active?.found else { return [] }
    if !found.isDone { _ = found.advance() }
    return take(found)
  }

  /// Shows how far the search going on has come; asks to continue it while there is more.
  public mutating func take(_ found: DocumentSearch) -> [Effect] {
    guard search.active != nil else { return [] }
    if let failure = found.failure {
      search.active = nil
      // A half-typed expression is no mistake yet.
      if mode.prompt?.kind == .search {
        search.isIncomplete = true
      } else {
        tell(failure.description, isWarning: true)
      }
      return []
    }
    search.active?.found = found
    goToWanted()
    tellOfUnsearchedTexts()
    return found.isDone ? [] : [.continueSearch]
  }

  private mutating func tellOfUnsearchedTexts() {
    guard let found = search.active?.found, found.isDone, found.unsearchedTexts > 0 else { return }
    let texts = found.unsearchedTexts.counted("text")
    tell("\(texts) not searched: the expression takes too long there", isWarning: true)
  }

  private mutating func goToWanted() {
    guard let active = search.active, let wanted = active.wanted else { return }
    let found = active.found
    switch wanted {
    case .from(let start):
      if let hit = found.firstHit(from: start) {
        show(hit: hit)
      } else if found.isDone {
        wrap(to: found.hits.isEmpty ? nil : 0, isForward: true)
      }
    case .before(let start):
      // The last hit before a text is known once the search is past it.
      guard found.isDone || found.firstHit(from: start) != nil else { return }
      if let hit = found.lastHit(before: start) {
        show(hit: hit)
      } else if found.isDone {
        wrap(to: found.hits.isEmpty ? nil : found.hits.count - 1, isForward: false)
      }
    }
  }

  private mutating func wrap(to hit: Int?, isForward: Bool) {
    guard let hit else {
      // The rest of the document may have it: the search goes on when that is there.
      guard !reading.isPartial else { return }
      search.active?.wanted = nil
      if mode.prompt == nil { tell("not found: \(search.active?.text ?? "")", isWarning: true) }
      return
    }
    show(hit: hit)
    tell(isForward ? "search continues at the start" : "search continues at the end")
  }

  private mutating func step(_ direction: Int, count: Int?) -> [Effect] {
    takeUpEndedSearch()
    guard let active = search.active else {
      guard let last = history.last(of: .search) else {
        tell("nothing was searched for yet; \(key("search")) starts a search")
        return []
      }
      rememberLocation()
      return begin(last, isLiteral: search.wasLiteral)
    }
    rememberLocation()
    let hits = active.found.hits.count
    if let current = active.current, active.shownAt == location, hits > 0 {
      let next = current + direction * (count ?? 1)
      if (0..<hits).contains(next) {
        show(hit: next)
      } else if active.found.isDone {
        wrap(to: (next % hits + hits) % hits, isForward: direction > 0)
      }
      return []
    }
    let start = searchStart
    search.active?.wanted = direction > 0 ? .from(start) : .before(start)
    goToWanted()
    return active.found.isDone ? [] : [.continueSearch]
  }

  /// The text where the reader is, to search from.
  private var searchStart: SearchPlace {
    if let list {
      let block = articleColumn.block(of: list.selected + 1)
      return block.map { SearchPlace(.articleBlock($0)) } ?? SearchPlace(.title)
    }
    if focus == .thread, let focused = thread.focused { return SearchPlace(.author(focused)) }
    guard let block = articleColumn.block(of: article.anchor.item) else {
      return SearchPlace(.title)
    }
    return SearchPlace(.articleBlock(block))
  }

  // MARK: Ending

  /// Ends the search; without one, the search for full texts.
  private mutating func end() -> [Effect] {
    if search.active == nil, work[.opening] != nil { return stopOpening() }
    if search.active == nil, work[.completing] == nil, work[.loading] == nil,
      work[.linking] != nil
    {
      return stopLinking()
    }
    if search.active == nil, work[.loading] == nil, work[.completing] == nil,
      work[.keeping] != nil
    {
      work[.keeping] = nil
      tell("stopped; what was not fetched is still kept for later")
      return [.stopKeeping]
    }
    if search.active == nil, work[.loading] == nil, list?.arrangement.filter.isEmpty == false {
      setFilter("")
      return []
    }
    if search.active == nil, work[.loading] == nil, work[.completing] == nil,
      thread.folding.filtered != nil
    {
      setFilter("")
      return []
    }
    if search.active == nil, work[.completing] == nil, work[.loading] != nil {
      return stopLoading()
    }
    guard search.active == nil, work[.completing] != nil else {
      endSearch()
      return []
    }
    work[.completing] = nil
    tell("stopped; \(key("expand")) tries again")
    return [.stopCompleting]
  }

  private mutating func endSearch() {
    guard var ended = search.active else { return tell("no search is active") }
    let row = thread.rowOfFocused(in: threadColumn)
    let didOpen = !ended.opened.isEmpty || !ended.unhidden.isEmpty
    thread.folding.close(ended)
    search.active = nil
    if didOpen {
      let column = threadColumn
      thread.focused = thread.focused.map { column.standIn(for: $0) }
      thread.putFocused(onRow: row, in: column)
    }
    settle()
    ended.opened = []
    ended.unhidden = []
    ended.shownAt = location
    search.ended = ended
  }

  /// Goes on with the search that was ended, if the reader has not moved since.
  private mutating func takeUpEndedSearch() {
    defer { search.ended = nil }
    guard search.active == nil, let ended = search.ended, ended.shownAt == location,
      ended.text == history.last(of: .search)
    else { return }
    search.active = ended
    search.active?.highlights = true
  }
}
