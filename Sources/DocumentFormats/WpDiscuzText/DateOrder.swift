import DocumentModel
import DocumentParsing

/// Which of a page's dates contradict the order its comments stand in.
///
/// Newest first: nothing is older than the threads further down, and no answer is older than its
/// thread. Oldest first: nothing is older than the threads further up. Three neighbours vote, as
/// far as they are in order themselves. What a site pinned to the top is in no order.
struct DateOrder {
  /// A date as it stands on the page.
  struct Entry {
    let line: Int
    let isReply: Bool
    let seconds: Int64?
  }

  /// Dates may be out of order by so many seconds before they count as misplaced: threads that
  /// were imported from elsewhere are sorted by other things than dates.
  private static let tolerance: Int64 = 2 * 86_400

  private var misplaced: Set<Int> = []

  /// Judges the dates of `entries`, which stand in page order.
  init(_ entries: [Entry]) {
    let roots = entries.indices.filter { !entries[$0].isReply && entries[$0].seconds != nil }
    let dates = roots.map { entries[$0].seconds ?? 0 }
    let order = ThreadOrder.infer(dates)
    let pinned = order == .newestFirst ? ThreadOrder.pinnedCount(dates) : 0
    var next = 0
    for (index, entry) in entries.enumerated() {
      while next < roots.count && roots[next] <= index { next += 1 }
      guard let own = entry.seconds else { continue }
      let isWrong =
        order == .newestFirst
        ? Self.isOlderThanBelow(own, entry.isReply, dates, next, pinned)
        : Self.isOlderThanAbove(own, dates[..<(next - (entry.isReply || next == 0 ? 0 : 1))])
      if isWrong { misplaced.insert(entry.line) }
    }
  }

  /// Whether the date on `line` contradicts the order.
  func isMisplaced(_ line: Int) -> Bool { misplaced.contains(line) }

  /// `next` counts the roots up to the entry, itself included if it is one.
  private static func isOlderThanBelow(
    _ own: Int64,
    _ isReply: Bool,
    _ roots: [Int64],
    _ next: Int,
    _ pinned: Int
  ) -> Bool {
    if isReply, next > 0, roots[next - 1] > own + tolerance { return true }
    guard next > pinned else { return false }
    let above = isReply ? next - 1 : next - 2
    let limit = above >= pinned ? roots[above] : .max
    let voters = roots[next...].prefix(3)
    let against = voters.count { $0 > own + tolerance && $0 - tolerance <= limit }
    return against * 2 > voters.count
  }

  private static func isOlderThanAbove(_ own: Int64, _ above: ArraySlice<Int64>) -> Bool {
    let voters = above.suffix(3)
    return voters.count { $0 > own + tolerance } * 2 > voters.count
  }
}
