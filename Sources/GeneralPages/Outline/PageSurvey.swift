import DocumentParsing
import Algorithms
import HTMLParsing
import PageModel

/// A page made ready for the search for records: its outline, and its dates by place.
///
/// A class for the same reason as the outline.
final class PageSurvey {
  /// The visible nodes of the page.
  let outline: PageOutline
  /// The dates in reading order.
  let dates: [DateMention]
  /// The numbers that tell which elements are records.
  let policy: RecordPolicy
  private let sums: [Int32]
  private let strongSums: [Int32]

  /// Surveys a page, some nodes left out with all that is in them.
  ///
  /// O(size of the page).
  init(_ page: HTMLPage, leavingOut leftOut: Set<HTMLNodeID> = []) {
    outline = PageOutline(page, leavingOut: leftOut)
    policy = page.policies[RecordPolicy.self]
    var scanner = DateMentionScanner(outline)
    dates = scanner.scan()
    var sums = [Int32](repeating: 0, count: outline.nodes.count + 1)
    var strongSums = sums
    for date in dates {
      sums[date.place + 1] += 1
      strongSums[date.place + 1] += date.isWeak ? 0 : 1
    }
    for place in outline.nodes.indices {
      sums[place + 1] += sums[place]
      strongSums[place + 1] += strongSums[place]
    }
    self.sums = sums
    self.strongSums = strongSums
  }

  /// The page.
  var page: HTMLPage { outline.page }

  /// The first date in a range that is surely one, else the first that may be.
  ///
  /// O(log of the page's dates).
  func firstDate(in range: Range<Int>) -> DateMention? {
    let first = dates.partitioningIndex { $0.place >= range.lowerBound }
    let inside = dates[first...].prefix { range.contains($0.place) }
    return inside.first { !$0.isWeak } ?? inside.first
  }

  /// How many dates stand in a range, those that may be none included or not.
  func dateCount(_ range: Range<Int>, weak: Bool = true) -> Int {
    let sums = weak ? sums : strongSums
    return Int(sums[range.upperBound] - sums[range.lowerBound])
  }
}
