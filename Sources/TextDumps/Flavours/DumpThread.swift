import DocumentModel
import DocumentParsing

/// What a dump shows of who answers whom.
struct DumpThread {
  private let comments: [DumpComment]
  private let depths: [Int]?
  /// The least depth that may be shown too small, `nil` if all are certain.
  private let uncertainDepth: Int?
  private let isLost: Bool

  /// Learns from all `comments`, in order.
  init(
    _ lines: TextLines,
    _ comments: [DumpComment],
    reading: DateReading,
    policy: DumpPolicy
  ) {
    self.comments = comments
    let times = comments.map { DumpTime(lines.bytes, $0.date, reading) }
    if let counted = ReplyCounts(lines, comments, policy: policy)?.depths {
      (depths, uncertainDepth, isLost) = (counted, nil, false)
      return
    }
    if let indented = DumpIndents(comments).depths {
      depths = indented
      uncertainDepth = Self.collapsed(indented, times, policy)
      isLost = false
      return
    }
    (depths, uncertainDepth) = (nil, nil)
    let order = DateOrderCount(times)
    isLost = order.isMixed(policy) || order.isUnknown(of: comments.count)
  }

  /// The depth that nearly all replies have, if their dates run to and fro as where deeper replies
  /// are printed like these; `nil` if there is none.
  private static func collapsed(
    _ depths: [Int],
    _ times: [DumpTime?],
    _ policy: DumpPolicy
  ) -> Int? {
    let replies = depths.indices.filter { depths[$0] > 0 }
    var counts: [Int: Int] = [:]
    for index in replies { counts[depths[index], default: 0] += 1 }
    guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      usual.value * 100 >= replies.count * policy.leastCollapsed
    else { return nil }
    let level = replies.lazy.filter { depths[$0] == usual.key }
    return DateOrderCount(level.map { times[$0] }).isMixed(policy) ? usual.key : nil
  }

  /// What is known of whom the comment at `index` answers; `append` takes a name over.
  func reference(of index: Int, append: (Range<Int>) -> TextRange) -> ReplyReference {
    if let depth = depths?[index] {
      return uncertainDepth.map { depth >= $0 } == true ? .likelyDepth(depth) : .depth(depth)
    }
    if let answered = comments[index].answered { return .author(append(answered)) }
    if comments.contains(where: { $0.answered != nil }) { return .unstated }
    return isLost ? .lost : .root
  }
}

/// When a comment was written, as far as that can be compared with others of its page.
struct DumpTime {
  /// What tells times apart that cannot be compared: the unit in which they count back, 0 for dates.
  private let unit: UInt64
  private let value: Int64

  /// The time of `date`; `nil` if there is none that can be compared.
  init?(_ bytes: UnsafeRawBufferPointer, _ date: LineDate?, _ reading: DateReading) {
    guard let date else { return nil }
    if !date.date.isRelative {
      guard let time = reading.timestamp(date.date) else { return nil }
      (unit, value) = (0, time.seconds)
      return
    }
    let words = DumpWord.words(bytes, date.range)
    guard let number = words.firstIndex(where: \.isNumber), number + 1 < words.count else {
      return nil
    }
    // «hour» and «hours» begin alike.
    unit = DateWordKind.hash(bytes, words[number + 1].range.prefix(Self.unitLetters))
    let parts = (0..<min(2, date.date.count)).map { Int64(date.date.number($0)) }
    value = -(parts[0] * 1000 + (parts.count > 1 ? parts[1] : 0))
  }

  private static let unitLetters = 3

  /// -1, 0 or 1: whether this time is before, at or after another; `nil` if that cannot be told.
  func compared(to other: DumpTime) -> Int? {
    unit == other.unit ? Int((value - other.value).signum()) : nil
  }
}

/// How often the times of neighbouring comments rise, and how often they fall.
struct DateOrderCount {
  private var rises = 0
  private var falls = 0

  /// Counts in `times`, in the order of the page.
  init(_ times: some Sequence<DumpTime?>) {
    var previous: DumpTime?
    for case let time? in times {
      if let previous, let order = time.compared(to: previous) {
        if order > 0 { rises += 1 }
        if order < 0 { falls += 1 }
      }
      previous = time
    }
  }

  /// Whether the times of so many comments hardly tell in which order they stand.
  func isUnknown(of count: Int) -> Bool { (rises + falls) * Self.leastKnown < count }

  /// One pair of neighbours in how many must be of different times.
  private static let leastKnown = 10

  /// Whether times run to and fro, as they do where replies stand below what they answer.
  func isMixed(_ policy: DumpPolicy) -> Bool {
    let fewer = min(rises, falls)
    return fewer >= policy.leastTurns && fewer * 100 >= (rises + falls) * policy.leastTurned
  }
}

/// The depths of comments that a dump shows by their indent.
struct DumpIndents {
  /// By how many columns the indents of one level differ, as where numbers have more digits.
  private static let tolerance = 1

  /// The depth of each comment, `nil` if the page shows none.
  let depths: [Int]?

  /// Learns whether indents differ.
  init(_ comments: [DumpComment]) {
    let indents = comments.dropFirst().map(\.indent)
    guard let least = indents.min(), let most = indents.max(), let first = comments.first,
      most - least > Self.tolerance
    else {
      depths = nil
      return
    }
    // Blanks at the beginning of a text are lost when it is copied.
    var open: [Int] = []
    depths = ([max(first.indent, least)] + indents).map { indent in
      while let last = open.last, last + Self.tolerance >= indent { open.removeLast() }
      open.append(indent)
      return open.count - 1
    }
  }
}
