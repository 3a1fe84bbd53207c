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
    let isReply: Bool
    /// When, in seconds since 1970, if the date tells.
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

  /// How each date stands to those around it, in page order.
  private(set) var verdicts: [Verdict]

  /// Judges the dates of `entries`, which stand in page order.
  ///
  /// O(n log n).
  init(_ entries: [Entry]) {
    verdicts = [Verdict](repeating: .fitting, count: entries.count)
    var roots: [Int32] = []
    roots.reserveCapacity(entries.count)
    var dates: [Int64] = []
    dates.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() where !entry.isReply {
      guard let seconds = entry.seconds else { continue }
      roots.append(Int32(index))
      dates.append(seconds)
    }
    let order = ThreadOrder.infer(dates)
    let pinned = order == .newestFirst ? ThreadOrder.pinnedCount(dates.lazy.map(Optional.some)) : 0
    let sign: Int64 = order == .newestFirst ? -1 : 1
    let bones = LongestRun.indices(of: dates[pinned...].lazy.map { $0 * sign })
      .map { Int(roots[Int($0) + pinned]) }
    let span = Self.span(entries)
    var next = 0
    var thread: Int64?
    for (index, entry) in entries.enumerated() {
      let isBone = next < bones.count && bones[next] == index
      if isBone { next += 1 }
      guard let own = entry.seconds else { continue }
      if isBone {
        thread = own
        if own < span.lowerBound { verdicts[index] = .remote }
      } else if own > span.upperBound {
        verdicts[index] = .tooYoung
      } else {
        let neighbours =
          order == .newestFirst ? bones[next...].prefix(3) : bones[..<next].suffix(3)
        let against = neighbours.count {
          (entries[$0].seconds ?? .min) > own + Self.tolerance
        }
        let isPinned = !entry.isReply && pinned > 0 && index <= Int(roots[pinned - 1])
        let isInPinned = pinned > 0 && next == 0
        let isBeforeThread = entry.isReply && thread.map { $0 > own + Self.tolerance } ?? false
        if !isPinned && (isBeforeThread || (!isInPinned && against * 2 > neighbours.count)) {
          verdicts[index] = .tooOld
        } else if !entry.isReply {
          thread = thread.map { min($0, own) } ?? own
        }
      }
    }
  }

  /// When the page's comments were written: from `lead` before the oldest to `lead` after the
  /// youngest, leaving out one in fifty at either end.
  private static func span(_ entries: [Entry]) -> ClosedRange<Int64> {
    var dates = entries.compactMap(\.seconds)
    guard dates.count >= 8 else { return .min ... .max }
    let few = max(1, dates.count / 50)
    let oldest = dates.ranked(few)
    return oldest - lead...dates.ranked(dates.count - 1 - few) + lead
  }
}
