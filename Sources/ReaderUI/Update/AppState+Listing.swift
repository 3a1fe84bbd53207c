import DocumentModel
import Terminal

/// A list of entries in place of the panes.
extension AppState {
  /// Begins to read `listing` in a window of `size`.
  public init(
    listing: Listing,
    size: Size,
    options: ReaderOptions = ReaderOptions(),
    keymap: Keymap = Keymap(),
    now: Int64
  ) {
    let list = ListingView(listing)
    self.init(
      reading: Reading(list.shownDocument),
      size: size,
      options: options,
      keymap: keymap,
      now: now
    )
    self.list = list
    settle()
  }

  /// Shows `listing` in place of whatever is shown; where the reader was is forgotten.
  mutating func show(_ listing: Listing) {
    let list = ListingView(listing)
    reading = Reading(list.shownDocument)
    self.list = list
    settle()
  }

  /// Where the list stands in the window: the row above it, without room for that `nil`, and its
  /// entries.
  var listRects: (caption: Rect?, entries: Rect) {
    let rows = max(1, size.rows - 1)
    guard rows >= 6 else {
      return (nil, Rect(row: 0, column: 0, columns: size.columns, rows: rows))
    }
    return (
      Rect(row: 0, column: 0, columns: size.columns, rows: 1),
      Rect(row: 1, column: 0, columns: size.columns, rows: rows - 1)
    )
  }

  /// The list, laid out for the window, `nil` if there is none.
  var listColumn: ListingColumn? { list.map(column) }

  private func column(of list: ListingView) -> ListingColumn {
    ListingColumn(
      entries: list.listing.entries,
      shown: list.shown,
      kept: list.kept,
      height: listRects.entries.size.rows,
      end: list.listing.next == nil ? nil : "… more entries · {more} loads them"
    )
  }

  /// Leaves the list on a line that exists.
  mutating func settleList() {
    guard let column = listColumn else { return }
    list?.settle(on: column)
    list?.showSelected(in: column)
  }

  // MARK: Actions

  mutating func entry(_ action: EntryAction, count: Int?) -> [Effect] {
    guard list != nil else { return [] }
    switch action {
    case .move(let step): moveEntry(by: step * (count ?? 1))
    case .open: return openEntry()
    case .nextOrder: sort(by: nextOrder)
    case .filter:
      mode.prompt = Prompt(.entries, text: list?.arrangement.filter ?? "")
      let stop = list?.stop
      list?.stopBeforeFilter = stop
    case .hide: hideEntry()
    case .keep: return keepEntry()
    case .unhideAll:
      guard list?.arrangement.hidden.isEmpty == false else {
        tell("nothing is hidden")
        return []
      }
      arrange { $0.hidden = [] }
    }
    return []
  }

  /// What moving by lines and pages does in a list.
  mutating func scrollList(_ action: ScrollAction, count: Int?) {
    guard let list, let column = listColumn, column.firstItem != nil else {
      return tell(noEntryShown)
    }
    switch action {
    case .lines(let step): moveEntry(by: step * (count ?? 1))
    case .text(let step):
      if self.list?.scroll(by: step * (count ?? 1), over: column) != true { tellEdge(step) }
    case .pages(let halves):
      let page = halves.magnitude == 1 ? max(1, column.height / 2) : max(1, column.height - 2)
      let lines = halves.signum() * page * (count ?? 1)
      guard self.list?.scroll(by: lines, over: column) != true else { return }
      goToEntry(halves > 0 ? list.shown.count - 1 : 0, elseTell: halves)
    case .start: goToEntry(count.map { $0 - 1 } ?? 0, elseTell: -1, isJump: true)
    case .end: goToEntry((count ?? list.shown.count) - 1, elseTell: 1, isJump: true)
    case .percent:
      guard let count else {
        return tell("type a number first: 50\(key("percent")) goes to the middle")
      }
      goToEntry(list.shown.count * min(count, 100) / 100, elseTell: 1, isJump: true)
    }
  }

  private mutating func moveEntry(by step: Int) {
    guard let list else { return }
    goToEntry(list.selected + step, elseTell: step)
  }

  /// Goes to the entry in `row`, or says that the list ends in the direction of `step`.
  private mutating func goToEntry(_ row: Int, elseTell step: Int, isJump: Bool = false) {
    guard let column = listColumn, column.firstItem != nil else { return tell(noEntryShown) }
    let start = location
    guard list?.select(row, in: column) == true else { return tellEdge(step) }
    if isJump { navigation.jumps.leave(start) }
  }

  /// Goes to the entry with `number`, from 1.
  mutating func goToEntry(number: Int) {
    goToEntry(number - 1, elseTell: number > 1 ? 1 : -1, isJump: true)
  }

  private mutating func tellEdge(_ step: Int) {
    guard step > 0 else { return tell("first entry") }
    let more = list?.listing.next == nil ? "" : "; \(key("more")) loads more"
    tell("last entry\(more)")
  }

  /// Why there is no entry to do something with.
  var noEntryShown: String {
    guard let list, !list.listing.entries.isEmpty else { return "no entries" }
    guard list.arrangement.filter.isEmpty else {
      return "no entry has these words; \(key("filter-entries")) changes them"
    }
    return "all entries are hidden; \(key("unhide-entries")) shows them"
  }

  // MARK: Opening

  private mutating func openEntry() -> [Effect] {
    guard let index = list?.selectedIndex, let entry = list?.selectedEntry else {
      tell(noEntryShown)
      return []
    }
    guard entry.part != nil || entry.discussion != nil || entry.article != nil else {
      tell("this entry leads nowhere")
      return []
    }
    return [.openEntry(index)]
  }

  /// Opens no other page; this one stays.
  mutating func stopOpening() -> [Effect] {
    work[.opening] = nil
    tell("stopped; nothing was opened")
    return [.stopOpening]
  }

  /// Marks the entry at `index` of the list as read.
  public mutating func markRead(entry index: Int) {
    guard let list, list.listing.entries.indices.contains(index) else { return }
    self.list?.read.insert(list.listing.entries[index].key)
  }

  /// Goes to the entry so many after the one selected, before it if negative, for the one after a
  /// page that was opened from the list; returns what it opens.
  public mutating func openEntry(after step: Int) -> [Effect] {
    guard let list, let column = listColumn, list.shown.indices.contains(list.selected + step),
      self.list?.select(list.selected + step, in: column) == true
    else { return [] }
    return openEntry()
  }

  /// Opens the entry's article in the browser, or its discussion, whichever is known.
  mutating func openInBrowser(discussion: Bool) -> [Effect] {
    guard let entry = list?.selectedEntry else {
      tell(noEntryShown)
      return []
    }
    let address =
      discussion ? entry.discussion ?? entry.article : entry.article ?? entry.discussion
    guard let address, LinkAddress.isWeb(address) else {
      tell("this entry has no web address")
      return []
    }
    return [.open(address)]
  }

  // MARK: Which entries, in which order

  private var nextOrder: EntryOrder {
    let all = EntryOrder.allCases
    let index = list.flatMap { all.firstIndex(of: $0.arrangement.order) } ?? 0
    return all[(index + 1) % all.count]
  }

  mutating func sort(by order: EntryOrder) {
    arrange { $0.order = order }
    tell("sorted: \(order.sentence)")
  }

  /// Sorts in the order called `name`.
  mutating func sort(named name: String) {
    guard list != nil else { return sortThread(named: name) }
    guard let order = EntryOrder(rawValue: name) else {
      let names = EntryOrder.allCases.map(\.rawValue).joined(separator: ", ")
      return tell(":sort takes one of \(names), not \"\(name)\"", isWarning: true)
    }
    sort(by: order)
  }

  private mutating func keepEntry() -> [Effect] {
    guard let index = list?.selectedIndex, let entry = list?.selectedEntry else {
      tell(noEntryShown)
      return []
    }
    return [.keepEntry(index, list?.kept.contains(entry.key) != true)]
  }

  /// Marks the entry at `index` of the list as kept for later, or not.
  public mutating func mark(entry index: Int, isKept: Bool) {
    guard let list, list.listing.entries.indices.contains(index) else { return }
    let key = list.listing.entries[index].key
    if isKept { self.list?.kept.insert(key) } else { self.list?.kept.remove(key) }
  }

  private mutating func hideEntry() {
    guard let entry = list?.selectedEntry else { return tell(noEntryShown) }
    arrange { $0.hidden.insert(entry.key) }
    tell("entry hidden; \(key("unhide-entries")) shows it, \(key("undo")) undoes")
  }

  /// Changes which entries are shown, or their order; undo takes it back.
  mutating func arrange(_ change: (inout EntryArrangement) -> Void) {
    guard var arrangement = list?.arrangement else { return }
    change(&arrangement)
    guard arrangement != list?.arrangement else { return }
    rememberView()
    list?.arrangement = arrangement
    listChanged()
  }

  /// Follows a change of what is shown.
  mutating func listChanged() {
    guard let list else { return }
    reading = Reading(list.shownDocument)
    if let column = listColumn { self.list?.showSelected(in: column) }
    search.restart(in: reading)
    settle()
  }

  // MARK: The filter

  /// Shows only what has the words typed so far.
  mutating func filterAsTyped() {
    guard let text = mode.prompt?.text else { return }
    list?.arrangement.filter = text
    settle()
  }

  /// Keeps the filter that was typed.
  mutating func acceptFilter(_ text: String) {
    cancelFilter()
    setFilter(text)
  }

  /// Goes back to what was shown before a filter was typed.
  mutating func cancelFilter() {
    if let stop = list?.stopBeforeFilter { list?.restore(stop) }
    list?.stopBeforeFilter = nil
    settle()
  }

  /// Shows only entries with the words of `text`; without words, all.
  mutating func setFilter(_ text: String) {
    guard list != nil else { return setThreadFilter(text) }
    let words = text.split(separator: " ").joined(separator: " ")
    arrange { $0.filter = words }
    guard let list else { return }
    let all = list.listing.entries.count
    tell(words.isEmpty ? "all entries" : "\(list.shown.count) of \(all.counted("entry"))")
  }
}
