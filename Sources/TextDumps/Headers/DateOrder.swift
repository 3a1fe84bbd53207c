import Algorithms
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

  /// How each date stands to those around it, in page order.
  private(set) var verdicts: [Verdict]

  /// Judges the dates of `entries`, which stand in page order.
  ///
  /// O(n log n).
  init(_ entries: [Entry], policy: TextThreadPolicy) {
    let tolerance = Int64(policy.daysOutOfOrder) * 86_400
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
    let pinned = order == .newestFirst ? ThreadOrder.pinnedCount(dates.map(Optional.some)) : 0
    let sign: Int64 = order == .newestFirst ? -1 : 1
    let bones = LongestRun.indices(of: dates[pinned...].lazy.map { $0 * sign })
      .map { Int(roots[Int($0) + pinned]) }
    let span = Self.span(entries, policy: policy)
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
          order == .newestFirst
          ? bones[next...].prefix(policy.comparedDates)
          : bones[..<next].suffix(policy.comparedDates)
        let against = neighbours.count {
          (entries[$0].seconds ?? .min) > own + tolerance
        }
        let isPinned = !entry.isReply && pinned > 0 && index <= Int(roots[pinned - 1])
        let isInPinned = pinned > 0 && next == 0
        let isBeforeThread = entry.isReply && thread.map { $0 > own + tolerance } ?? false
        if !isPinned
          && (isBeforeThread
            || (!isInPinned && against * 100 > neighbours.count * policy.leastAgainst))
        {
          verdicts[index] = .tooOld
        } else if !entry.isReply {
          thread = thread.map { min($0, own) } ?? own
        }
      }
    }
  }

  /// When the page's comments were written: from some days before the oldest to as many after the
  /// youngest, leaving out stray dates at either end.
  private static func span(_ entries: [Entry], policy: TextThreadPolicy) -> ClosedRange<Int64> {
    var dates = entries.compactMap(\.seconds)
    guard dates.count >= policy.leastSpannedDates else { return .min ... .max }
    let stray = max(1, dates.count / policy.strayDatesPart)
    let margin = Int64(policy.daysApart) * 86_400
    let oldest = dates.nthElement(stray)
    return oldest - margin...dates.nthElement(dates.count - 1 - stray) + margin
  }
}

/// The longest run that never falls inside a sequence.
private enum LongestRun {
  /// The indices of one longest non-decreasing subsequence, in order.
  ///
  /// O(n log n).
  static func indices(of values: some Sequence<Int64>) -> [Int32] {
    // For each length the value that ends such a run lowest, its index, and every element's
    // predecessor.
    var lowest: [Int64] = []
    var tails: [Int32] = []
    var previous: [Int32] = []
    for (index, value) in values.enumerated() {
      let length = place(of: value, behind: lowest)
      previous.append(length > 0 ? tails[length - 1] : -1)
      if length == tails.count {
        tails.append(Int32(index))
        lowest.append(value)
      } else {
        tails[length] = Int32(index)
        lowest[length] = value
      }
    }
    var run = tails
    var index = tails.last ?? -1
    for place in run.indices.reversed() {
      run[place] = index
      index = previous[Int(index)]
    }
    return run
  }

  /// How many of the rising `values` are not above `value`.
  private static func place(of value: Int64, behind values: [Int64]) -> Int {
    // Most often all of them.
    guard let last = values.last, last > value else { return values.count }
    return values.partitioningIndex { $0 > value }
  }
}

extension [Int64] {
  /// The element that would stand at `rank` if the array were sorted; `rank` is an index.
  ///
  /// Moves elements about. O(n) for most arrays, O(n log n) for all.
  fileprivate mutating func nthElement(_ rank: Int) -> Int64 {
    var low = startIndex
    var high = endIndex - 1
    // Halving should be over by then; what is left may be made to defy it.
    var rounds = 64
    while low < high {
      rounds -= 1
      guard rounds > 0 else {
        self[low...high].sort()
        break
      }
      let (left, right) = partition(low, high)
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        break
      }
    }
    return self[rank]
  }

  /// Moves what is below the middle one of three elements before what is above it.
  ///
  /// Where the upper part begins, and where the lower one ends.
  private mutating func partition(_ low: Int, _ high: Int) -> (left: Int, right: Int) {
    let (first, middle, last) = (self[low], self[(low + high) / 2], self[high])
    let pivot = Swift.max(Swift.min(first, middle), Swift.min(Swift.max(first, middle), last))
    var left = low
    var right = high
    while left <= right {
      while self[left] < pivot { left += 1 }
      while self[right] > pivot { right -= 1 }
      guard left <= right else { break }
      swapAt(left, right)
      left += 1
      right -= 1
    }
    return (left, right)
  }
}
