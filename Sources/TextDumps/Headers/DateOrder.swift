import Algorithms
import DocumentModel
import DocumentParsing

/// Which of a page's dates contradict the order its comments stand in.
///
/// The dates of threads rise or fall from the top of the page to the bottom. The longest run of dates
/// in order is the page's backbone. Other dates belong to quoted headers, which are far too old, or to
/// answers that lost their reply line, which are a little younger. Pinned comments follow no order.
struct DateOrder {
  /// A date as it stands on the page.
  struct Entry {
    let isReply: Bool
    /// When, in seconds since 1970, if the date tells.
    let seconds: Int64?
  }

  /// How a date compares with those around it.
  enum Verdict {
    case fitting
    /// Older than the thread it is in, or than its neighbours.
    case tooOld
    /// Younger than all other dates of the page.
    case tooYoung
    /// In order, but long before all other dates.
    case remote
  }

  /// How each date compares with those around it, in page order.
  private(set) var verdicts: [Verdict]

  /// Judges the dates of `entries`, which stand in page order.
  ///
  /// O(n log n).
  init(_ entries: [Entry], policies: TextPolicies) {
    let policy = policies.thread
    let tolerance = Int64(policy.daysOutOfOrder) * 86_400
    let (compared, leastAgainst) = (policy.comparedDates, policy.leastAgainst)
    let backbone = Backbone(entries, policy: policies.order)
    let bones = backbone.bones
    let span = Self.span(entries, policy: policy)
    verdicts = [Verdict](repeating: .fitting, count: entries.count)
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
          backbone.isNewestFirst ? bones[next...].prefix(compared) : bones[..<next].suffix(compared)
        let against = neighbours.count { (entries[$0].seconds ?? .min) > own + tolerance }
        let isPinned = !entry.isReply && index <= backbone.lastPinned
        let isAmongPinned = backbone.lastPinned >= 0 && next == 0
        let isBeforeThread = entry.isReply && thread.map { $0 > own + tolerance } ?? false
        let isAgainst = against * 100 > neighbours.count * leastAgainst
        if !isPinned && (isBeforeThread || !isAmongPinned && isAgainst) {
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

/// The longest run of a page's dates that are in order.
private struct Backbone {
  /// Whether dates fall from the top of the page to the bottom.
  let isNewestFirst: Bool
  /// The indices of the run's entries.
  let bones: [Int]
  /// The index of the last pinned entry, -1 if there is none.
  let lastPinned: Int

  /// The backbone of `entries`, replies and undated entries aside.
  init(_ entries: [DateOrder.Entry], policy: ThreadPolicy) {
    var roots: [Int32] = []
    roots.reserveCapacity(entries.count)
    var dates: [Int64] = []
    dates.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() where !entry.isReply {
      guard let seconds = entry.seconds else { continue }
      roots.append(Int32(index))
      dates.append(seconds)
    }
    isNewestFirst = ThreadOrder.infer(dates) == .newestFirst
    let pinned =
      isNewestFirst ? ThreadOrder.pinnedCount(dates.map(Optional.some), policy) : 0
    let sign: Int64 = isNewestFirst ? -1 : 1
    bones = LongestRun.indices(of: dates[pinned...].lazy.map { $0 * sign })
      .map { Int(roots[Int($0) + pinned]) }
    lastPinned = pinned > 0 ? Int(roots[pinned - 1]) : -1
  }
}

/// The longest run of values in order, not necessarily neighbours, inside a sequence.
private enum LongestRun {
  /// The indices of one longest non-decreasing subsequence, in order.
  ///
  /// O(n log n).
  static func indices(of values: some Sequence<Int64>) -> [Int32] {
    // For each length of a run: the lowest value that ends one, and its index; for every element: its
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
  /// Reorders the array. O(n) for most arrays, O(n log n) for all.
  fileprivate mutating func nthElement(_ rank: Int) -> Int64 {
    var low = startIndex
    var high = endIndex - 1
    // Enough rounds for any array that was not made to defeat the choice of pivots.
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

  /// Partitions a part of the array by the median of its first, middle and last element.
  ///
  /// Returns where the upper part begins, and where the lower one ends.
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
