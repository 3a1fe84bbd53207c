import DocumentModel

/// Sorting the thread.
extension AppState {
  /// Sorts the thread in the next order that means something for its comments.
  mutating func sortThread(count: Int?) {
    let orders = ThreadOrder.allCases.filter { $0.applies(to: document) }
    let here = orders.firstIndex(of: thread.order) ?? 0
    sortThread(by: orders[(here + (count ?? 1)) % orders.count])
  }

  /// Sorts the thread in the order called `name`.
  mutating func sortThread(named name: String) {
    guard let order = ThreadOrder(rawValue: name) else {
      let names = ThreadOrder.allCases.map(\.rawValue).joined(separator: ", ")
      return tell(":sort takes one of \(names), not \"\(name)\"", isWarning: true)
    }
    guard order.applies(to: document) else {
      return tell("the comments have nothing to be sorted by in this order")
    }
    sortThread(by: order)
  }

  /// Sorts the thread in `order` as it was when the document was left, unless that means nothing any
  /// more.
  public mutating func sortAgain(by order: ThreadOrder) {
    guard order != .given, order.applies(to: document) else { return }
    arrange(by: order)
  }

  private mutating func sortThread(by order: ThreadOrder) {
    guard !document.comments.isEmpty else { return tell("no comments") }
    guard !reading.isPartial else {
      return tell("the page is still being read; try again when it is complete")
    }
    rememberView()
    arrange(by: order)
    tell("sorted: \(order.sentence)")
  }

  /// Puts the comments in `order`; folds, marks and the focus, on its row, stay as they are.
  ///
  /// What is loaded meanwhile is refused and asked for again, as after any change of the document.
  mutating func arrange(by order: ThreadOrder) {
    let given = reading.givenPlaces ?? document.comments.indices.map { Int32($0) }
    let raised = reading.ruled.comments("raise")
    let ids = order.arrangement(of: document, given: given, raised: raised)
    guard let sorted = document.reordered(ids) else { return }
    var places = ids
    for (place, id) in ids.enumerated() { places[id.index] = CommentID(place) }
    let row = thread.rowOfFocused(in: threadColumn)
    exchange(for: Reading(sorted), CommentMap(places))
    reading.givenPlaces = order == .given && raised.isEmpty ? nil : ids.map { given[$0.index] }
    thread.order = order
    thread.putFocused(onRow: row, in: threadColumn)
    settle()
  }

  /// Sorts what has come into the document as the rest is sorted.
  mutating func arrangeAgain() {
    if thread.order != .given || !reading.ruled.comments("raise").isEmpty {
      arrange(by: thread.order)
    }
  }
}
