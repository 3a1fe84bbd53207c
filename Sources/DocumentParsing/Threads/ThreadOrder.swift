import DocumentModel

/// The direction in which the dates of threads run down the page.
package enum ThreadOrder: Sendable {
  case newestFirst, oldestFirst

  /// The direction in which most neighbouring dates run.
  ///
  /// If as many rise as fall, the first and the last date decide; if they are equal, newest first.
  package static func infer(_ dates: [Int64]) -> ThreadOrder {
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

  /// Which unstated entries start a thread (rule 2 of `ThreadResolver`).
  ///
  /// Newest first: one that is younger than the thread above it is a reply in it. Oldest first: one
  /// that is younger than a thread further down is. An entry without a date starts a thread, and so
  /// do those that a site pins to the top.
  static func starts(of entries: [ThreadEntry], _ policy: ThreadPolicy) -> [Bool] {
    var starts = [Bool](repeating: false, count: entries.count)
    let unstated = entries.indices.filter { [.unstated, .lost].contains(entries[$0].reference) }
    let dates = unstated.map { entries[$0].seconds }
    let order = infer(dates.compactMap { $0 })
    let pinned = order == .newestFirst ? pinnedCount(dates, policy) : 0
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
  package static func pinnedCount(
    _ dates: [Int64?],
    _ policy: ThreadPolicy
  ) -> Int {
    for (count, date) in dates.enumerated() {
      guard let date else { return count }
      let below = dates.dropFirst(count + 1).prefix(policy.pinnedWindow)
      let younger = below.count { ($0 ?? .min) > date }
      guard younger >= policy.pinnedYounger,
        younger * 100 > below.count * policy.pinnedPercent
      else { return count }
    }
    return 0
  }
}
