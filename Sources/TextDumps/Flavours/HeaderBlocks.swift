import DocumentParsing

/// The lines above the dates of a page, divided by those that the page prints for every comment.
///
/// Boards print links between name and date: `Ines`, `Profile`, `View posts`, `3 May 2019`. Pages that
/// print whom a comment answers have two names on two lines.
struct HeaderBlocks {
  private let lines: TextLines
  /// The lines with dates.
  private let dates: [Int]
  /// The hashes of lines that stand above most dates.
  private let constants: Set<UInt64>

  /// How many lines above a date are looked at, and how many of them that are not constant stand
  /// directly above it.
  private static let (reach, mostFacts) = (14, 4)
  /// How many lines stand between two labels: the value of the first.
  private static let mostValues = 1
  /// How many links between name and date the page prints at least.
  private static let leastLinks = 2

  /// Learns the constant lines above `dates`, in order; O(lines above dates).
  init(_ lines: TextLines, dates: [Int], policy: DumpPolicy) {
    self.lines = lines
    self.dates = dates
    var counts: [UInt64: Int] = [:]
    for index in dates.indices {
      let region = Self.region(dates, index)
      for hash in Set(region.lazy.filter { !lines.isBlank($0) }.map { Self.hash(lines, $0) }) {
        counts[hash, default: 0] += 1
      }
    }
    let least = max(policy.leastHeaders, dates.count * policy.leastShared / 100)
    constants = Set(counts.lazy.filter { $0.value >= least }.map(\.key))
  }

  private static func region(_ dates: [Int], _ index: Int) -> Range<Int> {
    let end = dates[index]
    return max(index > 0 ? dates[index - 1] + 1 : 0, end - reach)..<end
  }

  private static func hash(_ lines: TextLines, _ line: Int) -> UInt64 {
    DumpWord.hash(lines.bytes, lines.text(line))
  }

  private func isConstant(_ line: Int) -> Bool {
    !lines.isBlank(line) && constants.contains(Self.hash(lines, line))
  }

  /// For each date the line above the labels and links that the page prints above dates, with what
  /// belongs to them; `nil` where there are none.
  var namesAboveLinks: [Int?] {
    dates.indices.map { index in
      let region = Self.region(dates, index)
      var (line, facts, links) = (region.upperBound - 1, 0, 0)
      var top: Int?
      while region.contains(line), facts <= (links == 0 ? Self.mostFacts : Self.mostValues) {
        if isConstant(line), !isControl(line) {
          (links, facts, top) = (links + 1, 0, line)
        } else if !lines.isBlank(line) {
          facts += 1
        }
        line -= 1
      }
      guard links >= Self.leastLinks, var name = top.map({ $0 - 1 }), region.contains(name) else {
        return nil
      }
      if lines.isBlank(name), region.contains(name - 1) { name -= 1 }
      return lines.isBlank(name) ? nil : name
    }
  }

  /// Whether a line is a number or labels what can be done with a comment, which ends one.
  private func isControl(_ line: Int) -> Bool {
    let words = DumpWord.words(lines.bytes, lines.text(line))
    return words.allSatisfy(\.isNumber)
      || words.contains { SpeechWords.isControl(lines.bytes, $0.range) }
  }

  /// Whether a label that the page prints above most dates stands directly above a line.
  func isLabelled(_ line: Int) -> Bool {
    line > 0 && isConstant(line - 1) && !isControl(line - 1)
  }

  /// For each date the first line below the last that the page prints for every comment, if few stand
  /// between; `nil` where there are none.
  var firstLines: [Int?] {
    dates.indices.map { index in
      let region = Self.region(dates, index)
      var line = region.upperBound - 1
      while region.contains(line), lines.isBlank(line) || isConstant(line) { line -= 1 }
      var own: [Int] = []
      while region.contains(line), !isConstant(line), own.count <= Self.mostFacts {
        if !lines.isBlank(line) { own.append(line) }
        line -= 1
      }
      guard region.contains(line), own.count <= Self.mostFacts else { return nil }
      return own.last
    }
  }

  /// For each date the only two lines between the lines above that the page prints and the date,
  /// `nil` where there are more or fewer.
  var pairs: [(first: Int, second: Int)?] {
    dates.indices.map { index in
      let region = Self.region(dates, index)
      let above = region.reversed().prefix { !isConstant($0) }
      let own = above.filter { !lines.isBlank($0) }
      guard own.count == 2, above.count < region.count, own[1] + 1 == own[0] else { return nil }
      return (own[1], own[0])
    }
  }
}
