import DocumentModel

/// In which direction the dates of threads run down the page.
package enum ThreadOrder: Sendable {
  case newestFirst, oldestFirst

  /// The direction most neighbouring dates run in.
  ///
  /// If as many rise as fall, the first and the last date tell; newest first if they do not.
  @inlinable
  package static func infer(_ dates: some Sequence<Int64>) -> ThreadOrder {
    var balance = 0
    var first: Int64?
    var previous: Int64?
    for date in dates {
      if let previous { balance += date > previous ? 1 : date < previous ? -1 : 0 }
      first = first ?? date
      previous = date
    }
    if balance == 0, let first, let previous {
      return previous > first ? .oldestFirst : .newestFirst
    }
    return balance > 0 ? .oldestFirst : .newestFirst
  }

  /// Which unstated entries start a thread (rules 2 and 3 of `ThreadResolver`).
  ///
  /// Newest first: one that is younger than the thread above it is an answer in it. Oldest first:
  /// one that is younger than a thread further down is. An entry without a date starts a thread,
  /// and so do those a site pins to the top.
  static func starts(of entries: [ThreadEntry]) -> [Bool] {
    var starts = [Bool](repeating: false, count: entries.count)
    let unstated = entries.indices.filter { entries[$0].reference == .unstated }
    let dates = unstated.map { entries[$0].seconds }
    let order = infer(dates.lazy.compactMap { $0 })
    let pinned = order == .newestFirst ? pinnedCount(dates) : 0
    for index in unstated.prefix(pinned) { starts[index] = true }
    var bound = Int64.max
    let rest = unstated.dropFirst(pinned)
    for index in order == .newestFirst ? Array(rest) : rest.reversed() {
      let seconds = entries[index].seconds ?? bound
      starts[index] = seconds <= bound
      if starts[index] { bound = seconds }
    }
    return starts
  }

  /// How many comments at the top are older than most of those below them: the site pinned them.
  @inlinable
  package static func pinnedCount(_ dates: some RandomAccessCollection<Int64?>) -> Int {
    let window = 64
    for (count, date) in dates.enumerated() {
      guard let date else { return count }
      let below = dates.dropFirst(count + 1).prefix(window)
      let younger = below.count { ($0 ?? .min) > date }
      guard younger >= 3, younger * 10 > below.count * 7 else { return count }
    }
    return 0
  }
}
