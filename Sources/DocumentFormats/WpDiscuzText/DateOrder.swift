import DocumentModel
import DocumentParsing

/// Which of a page's dates contradict the order its comments stand in.
///
/// The dates of threads run down the page in one direction. The longest run in that direction is
/// its backbone; dates beside it are quoted headers, which are far too old, or answers that lost
/// their "Reply to" line, which are a little younger. What a site pinned to the top is in no order.
struct DateOrder {
  /// A date as it stands on the page.
  struct Entry {
    let line: Int
    let isReply: Bool
    let seconds: Int64?
  }

  /// How a date stands to those around it.
  enum Verdict {
    case fitting
    /// Older than what it stands under or among.
    case tooOld
    /// Younger than anything else on the page.
    case tooYoung
    /// In order, but long before everything else.
    case remote
  }

  /// Dates may be out of order by so many seconds before they count as misplaced: threads that
  /// were imported from elsewhere are sorted by other things than dates.
  private static let tolerance: Int64 = 2 * 86_400
  /// A date so many seconds younger than the others is one somebody made up.
  private static let lead: Int64 = 30 * 86_400

  private var verdicts: [Int: Verdict] = [:]

  /// Judges the dates of `entries`, which stand in page order.
  ///
  /// O(n log n).
  init(_ entries: [Entry]) {
    let roots = entries.indices.filter { !entries[$0].isReply && entries[$0].seconds != nil }
    let dates = roots.map { entries[$0].seconds ?? 0 }
    let order = ThreadOrder.infer(dates)
    let pinned = order == .newestFirst ? ThreadOrder.pinnedCount(dates) : 0
    let sign: Int64 = order == .newestFirst ? -1 : 1
    let backbone = LongestRun.indices(of: dates.dropFirst(pinned).map { $0 * sign })
    let bones = backbone.map { roots[$0 + pinned] }
    let span = Self.span(entries)
    var next = 0
    var thread: Int64?
    for (index, entry) in entries.enumerated() {
      let isBone = next < bones.count && bones[next] == index
      if isBone { next += 1 }
      guard let own = entry.seconds else { continue }
      if isBone {
        thread = own
        if own < span.lowerBound { verdicts[entry.line] = .remote }
      } else if own > span.upperBound {
        verdicts[entry.line] = .tooYoung
      } else {
        let neighbours =
          order == .newestFirst ? bones[next...].prefix(3) : bones[..<next].suffix(3)
        let against = neighbours.count { (entries[$0].seconds ?? .min) > own + Self.tolerance }
        let isPinned = !entry.isReply && pinned > 0 && index <= roots[pinned - 1]
        let isInPinned = pinned > 0 && next == 0
        let isBeforeThread = entry.isReply && thread.map { $0 > own + Self.tolerance } ?? false
        if !isPinned && (isBeforeThread || (!isInPinned && against * 2 > neighbours.count)) {
          verdicts[entry.line] = .tooOld
        } else if !entry.isReply {
          thread = thread.map { min($0, own) } ?? own
        }
      }
    }
  }

  /// When the page's comments were written: from `lead` before the oldest to `lead` after the
  /// youngest, leaving out one in fifty at either end.
  private static func span(_ entries: [Entry]) -> ClosedRange<Int64> {
    let dates = entries.compactMap(\.seconds).sorted()
    guard dates.count >= 8 else { return .min ... .max }
    let few = max(1, dates.count / 50)
    return dates[few] - lead...dates[dates.count - 1 - few] + lead
  }

  /// How the date on `line` stands to those around it.
  func verdict(on line: Int) -> Verdict { verdicts[line] ?? .fitting }
}

/// The longest run that never falls inside a sequence.
enum LongestRun {
  /// The indices of one longest non-decreasing subsequence, in order.
  ///
  /// O(n log n).
  static func indices(of values: [Int64]) -> [Int] {
    // For each length the index whose value ends such a run lowest, and every element's predecessor.
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] <= value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var run: [Int] = []
    run.reserveCapacity(tails.count)
    var index = tails.last ?? -1
    while index >= 0 {
      run.append(index)
      index = previous[index]
    }
    return run.reversed()
  }
}
