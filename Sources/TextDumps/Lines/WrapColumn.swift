import DocumentParsing

/// The column before which the lines of a text were ended by the program it was written with.
///
/// A line that such a program ended had no room for the first word of the next one. So each line
/// tells between which columns the text was wrapped, and where most lines agree, it was.
struct WrapColumn: Hashable {
  /// The last column that text may take.
  let column: Int

  /// What can be a wrap column; shorter lines are verse, addresses, or the like.
  private static let plausible = 40...120
  /// How many lines are looked at.
  private static let lineLimit = 2000
  /// How much of a text is looked at for them, in bytes.
  private static let sample = 160_000
  /// Fewer pairs of lines that agree are chance.
  private static let fewest = 2

  /// The column at which the lines of `bytes` are wrapped, `nil` if they are not.
  ///
  /// Looks at the first two thousand lines, so that the beginning of a text tells what all of it
  /// does: three in ten lines agree on the column, five nearly.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.sample))
    let pairs = Self.pairs(in: head, LineTable(head))
    var changes = [Int](repeating: 0, count: Self.plausible.upperBound + 2)
    for (line, next) in pairs where line.width <= Self.plausible.upperBound && !line.hasGap {
      guard !next.isEntry(like: line) else { continue }
      changes[line.width] += 1
      changes[min(line.width + min(next.firstWord, 20), Self.plausible.upperBound) + 1] -= 1
    }
    var (agreeing, best, bestColumn) = (0, 0, 0)
    for column in Self.plausible {
      agreeing += changes[column]
      if agreeing > best { (best, bestColumn) = (agreeing, column) }
    }
    column = bestColumn
    guard best >= Self.fewest, best * 10 >= pairs.count * 3 else { return nil }
    let filled = pairs.count { fills($0, before: $1) }
    guard filled * 2 >= pairs.count else { return nil }
  }

  /// The lines that could be wrapped, each with the one after it.
  private static func pairs(
    in bytes: UnsafeRawBufferPointer,
    _ lines: LineTable
  ) -> [(TextLine, TextLine)] {
    var pairs: [(TextLine, TextLine)] = []
    var previous: TextLine?
    for index in 0..<min(lines.count, lineLimit) {
      let line = TextLine(bytes, lines.offsets(index))
      if let previous, !line.isGap, previous.width >= plausible.lowerBound {
        pairs.append((previous, line))
      }
      previous = line.isGap ? nil : line
    }
    return pairs
  }

  /// Whether `line` was ended because `next` had no room on it.
  ///
  /// People wrap by hand as well, and change words later, so that a line may end a sixth of the
  /// column early, if a sentence goes on there.
  func fills(_ line: TextLine, before next: TextLine) -> Bool {
    guard !line.hasGap, !next.isEntry(like: line) else { return false }
    let fits = line.width <= column + column / 8 || line.width - line.lastWord <= column
    let needed = line.width + 1 + next.firstWord
    let startsAnew = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= next.firstByte
    if needed > column { return fits && !(startsAnew && line.isCopyright) }
    return needed > column - column / 6 && (!startsAnew || line.goesOn)
  }

  /// Whether `line` stands in the middle between the margins.
  func centres(_ line: TextLine) -> Bool {
    let right = column - line.width
    return line.indent >= 8 && right >= 6 && abs(line.indent - right) <= 8
  }
}
