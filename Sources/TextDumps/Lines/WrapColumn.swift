import DocumentParsing

/// The column at which a program wrapped the lines of a text.
///
/// A line was wrapped because the first word of the next one did not fit. So each pair of lines bounds
/// the column, and the text was wrapped where enough pairs agree.
struct WrapColumn {
  /// The last column that text may take.
  private(set) var column: Int
  private var longestLine: Int
  private var earliestEnd: Int
  private let leastCentreIndent: Int
  private let leastCentreMargin: Int
  private let mostOffCentre: Int

  /// The column for lines without their first `margin` columns.
  func without(margin: Int) -> WrapColumn {
    var moved = self
    moved.column = max(1, column - margin)
    moved.longestLine = max(1, longestLine - margin)
    moved.earliestEnd = max(1, earliestEnd - margin)
    return moved
  }

  /// The column at which the lines of `bytes` are wrapped, `nil` if they are not.
  ///
  /// Looks at the beginning of the text only. Enough lines must agree on the column, and more of them
  /// nearly do.
  init?(_ bytes: UnsafeRawBufferPointer, policy: TextBlockPolicy) {
    let widest = policy.widestWrap
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(policy.wrapSampleBytes))
    let pairs = Self.pairs(in: head, policy: policy)
    var changes = [Int](repeating: 0, count: widest + 2)
    for (line, next) in pairs where line.width <= widest && !line.hasGap {
      guard !next.isEntry(like: line) else { continue }
      changes[line.width] += 1
      changes[min(line.width + min(next.firstWord, policy.longestFirstWord), widest) + 1] -= 1
    }
    var (agreeing, best, bestColumn) = (0, 0, 0)
    for column in policy.narrowestWrap...widest {
      agreeing += changes[column]
      if agreeing > best { (best, bestColumn) = (agreeing, column) }
    }
    column = bestColumn
    longestLine = column + column / policy.overlongPart
    earliestEnd = column - column / policy.earlyPart
    leastCentreIndent = policy.leastCentreIndent
    leastCentreMargin = policy.leastCentreMargin
    mostOffCentre = policy.mostOffCentre
    guard best >= policy.leastWrappedLines, best * 100 >= pairs.count * policy.leastAgreeing
    else { return nil }
    let filled = pairs.count { fills($0, before: $1) }
    guard filled * 100 >= pairs.count * policy.leastFilled else { return nil }
  }

  /// The lines that could be wrapped, each with the one after it.
  private static func pairs(
    in bytes: UnsafeRawBufferPointer,
    policy: TextBlockPolicy
  ) -> [(TextLine, TextLine)] {
    let lines = LineTable(bytes)
    var pairs: [(TextLine, TextLine)] = []
    var previous: TextLine?
    for index in 0..<min(lines.count, policy.wrapSampleLines) {
      let line = TextLine(bytes, lines.offsets(index), policy: policy)
      if let previous, !line.isGap, previous.width >= policy.narrowestWrap {
        pairs.append((previous, line))
      }
      previous = line.isGap ? nil : line
    }
    return pairs
  }

  /// Whether `line` was ended because `next` had no room on it.
  ///
  /// People also wrap by hand, and change words later, so a line may end a little early if its sentence
  /// continues.
  func fills(_ line: TextLine, before next: TextLine) -> Bool {
    guard !line.hasGap, !next.isEntry(like: line) else { return false }
    let fits = line.width <= longestLine || line.width - line.lastWord <= column
    let needed = line.width + 1 + next.firstWord
    let startsAnew = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= next.firstByte
    if needed > column { return fits && !(startsAnew && line.isCopyright) }
    return needed > earliestEnd && (!startsAnew || line.goesOn)
  }

  /// Whether `line` is centred between the margins.
  func centres(_ line: TextLine) -> Bool {
    let right = column - line.width
    return line.indent >= leastCentreIndent && right >= leastCentreMargin
      && abs(line.indent - right) <= mostOffCentre
  }
}
