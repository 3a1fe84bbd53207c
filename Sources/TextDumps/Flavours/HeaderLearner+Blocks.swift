import DocumentModel
import DocumentParsing

/// Names that do not stand directly above the dates.
extension HeaderLearner {
  /// The names on lines above the dates: the nearest that are none the page prints, those above labels
  /// and links, or the first below what ends the comment before.
  func namesAbove(
    _ group: [DumpLine],
    _ taken: Set<Int>,
    _ blocks: HeaderBlocks
  ) -> (names: Names, lines: [Int?])? {
    let nearest = neighbours(group, taken, step: -1)
    let labelled = nearest?.lines.count { $0.map(blocks.isLabelled) ?? false } ?? 0
    if let nearest, labelled * 2 <= group.count { return nearest }
    let above = blocks.namesAboveLinks
    if let names = names(texts(at: above)) { return (names, above) }
    // What stands first may be a rank or the text of a picture.
    let first = blocks.firstLines
    guard var names = names(texts(at: first)) else { return nil }
    for index in names.names.indices { names.names[index]?.conforms = false }
    return (names, first)
  }

  /// Adds a name to those that are known, and what it is without a badge that may cling to it.
  private func know(_ name: Range<Int>, _ known: inout Set<UInt64>) {
    known.insert(DumpWord.hash(bytes, name))
    guard let badge = DumpNames.badge(bytes, of: name) else { return }
    known.insert(DumpWord.hash(bytes, name.lowerBound..<badge.lowerBound))
  }

  /// Where two lines stand above a date and the second is the name of somebody who wrote above, it is
  /// the name of the person who is answered.
  func parsePairs(
    _ headers: inout [DumpHeader],
    _ blocks: HeaderBlocks,
    _ group: [DumpLine]
  ) {
    let pairs = Dictionary(zip(group.map(\.line), blocks.pairs)) { first, _ in first }
    var known: Set<UInt64> = []
    var found: [(index: Int, name: Range<Int>, line: Int)] = []
    var unknown: [Int] = []
    for (index, header) in headers.enumerated() {
      if let pair = pairs[header.line] ?? nil, let name = header.name,
        lines.text(pair.second).contains(name.lowerBound)
      {
        let first = NameShape.trimmed(bytes, lines.text(pair.first))
        if known.contains(DumpWord.hash(bytes, name)),
          NameShape.isName(bytes, first, policy: policy), !NameShape.isPhrase(bytes, first)
        {
          found.append((index, first, pair.first))
          know(first, &known)
          continue
        }
        if !bytes.equal(first, name) { unknown.append(index) }
      }
      if let name = header.name { know(name, &known) }
    }
    // Which of two lines names the author is not known where neither is known from above.
    if unknown.count * 100 >= headers.count * policy.leastPaired {
      for index in unknown { headers[index].isCertain = false }
    }
    guard found.count >= policy.leastPairs,
      found.count * 100 >= headers.count * policy.leastPaired
    else { return }
    for (index, name, line) in found {
      (headers[index].answered, headers[index].name) = (headers[index].name, name)
      headers[index].first = min(headers[index].first, line)
    }
  }
}
