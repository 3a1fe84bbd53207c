import DocumentParsing

/// Names as they are once all of a page are known: without what the page prints around them.
///
/// The text of an avatar, a rank, the name of the person who is answered. Where something had to be
/// guessed, the name is no longer certain.
struct DumpNames {
  private let bytes: UnsafeRawBufferPointer
  private let policy: DumpPolicy

  /// The headers of `headers` with better names.
  static func mended(
    _ headers: [DumpHeader],
    _ bytes: UnsafeRawBufferPointer,
    policy: DumpPolicy
  ) -> [DumpHeader] {
    let names = DumpNames(bytes: bytes, policy: policy)
    var headers = headers
    for index in headers.indices { names.takeOffLabels(&headers[index]) }
    names.halve(&headers)
    names.split(&headers)
    return headers
  }

  /// Takes ranks off the end of a name, and the text of a picture off its beginning.
  private func takeOffLabels(_ header: inout DumpHeader) {
    guard var name = header.name else { return }
    var words = DumpWord.words(bytes, name)[...]
    if words.count == 1 {
      if SpeechWords.isRank(bytes, name) { header.isCertain = false }
      return
    }
    while words.count > 1, let last = words.last, SpeechWords.isRank(bytes, last.range) {
      words.removeLast()
    }
    if let picture = words.lastIndex(where: { SpeechWords.isPicture(bytes, $0.range) }) {
      header.isCertain = false
      let isLast = picture == words.endIndex - 1
      words = isLast ? words[..<picture] : words[(picture + 1)...]
    }
    guard let first = words.first, let last = words.last else { return }
    name = NameShape.trimmed(bytes, first.range.lowerBound..<last.range.upperBound)
    if NameShape.isName(bytes, name, policy: policy) { header.name = name }
  }

  /// Halves names that a page prints twice, as the text of an avatar and as the name.
  private func halve(_ headers: inout [DumpHeader]) {
    let halves = headers.map { $0.name.flatMap { lastHalf($0) } }
    let kinds = Set(halves.compactMap { $0.map { DumpWord.hash(bytes, $0) } })
    guard kinds.count >= policy.leastDoubled else { return }
    for (index, half) in halves.enumerated() where half != nil { headers[index].name = half }
  }

  /// The words at the end of a name that stand before themselves, `nil` if none do.
  private func lastHalf(_ name: Range<Int>) -> Range<Int>? {
    let words = DumpWord.words(bytes, name)
    for count in stride(from: words.count / 2, to: 0, by: -1) {
      let (half, other) = (words.suffix(count), words.dropLast(count).suffix(count))
      if zip(half, other).allSatisfy({ bytes.equal($0.range, $1.range) }), let first = half.first {
        return first.range.lowerBound..<name.upperBound
      }
    }
    return nil
  }

  /// Splits names behind which the name of the person who is answered stands: `Ines Hugo`.
  private func split(_ headers: inout [DumpHeader]) {
    var known: Set<UInt64> = []
    let parts = headers.map { header -> (name: Range<Int>, answered: Range<Int>)? in
      guard let name = header.name else { return nil }
      let parts = twoNames(name, known)
      known.insert(DumpWord.hash(bytes, parts?.name ?? name))
      return parts
    }
    let count = parts.count { $0 != nil }
    guard count >= policy.leastPairs, count * 100 >= headers.count * policy.leastPaired else {
      return
    }
    let least = headers.map(\.indent).min() ?? 0
    for (index, part) in parts.enumerated() {
      if let part {
        (headers[index].name, headers[index].answered) = (part.name, part.answered)
      } else if headers[index].indent > least {
        // A reply has two names, of which the second is not known.
        headers[index].isCertain = false
      }
    }
  }

  /// A name cut in two, of which the second is `known`; the longest such if there are several.
  private func twoNames(
    _ name: Range<Int>,
    _ known: Set<UInt64>
  ) -> (name: Range<Int>, answered: Range<Int>)? {
    let words = DumpWord.words(bytes, name)
    for index in words.indices.dropFirst() {
      let answered = words[index].range.lowerBound..<name.upperBound
      if known.contains(DumpWord.hash(bytes, answered)) {
        return (name.lowerBound..<words[index - 1].range.upperBound, answered)
      }
    }
    return nil
  }
}
