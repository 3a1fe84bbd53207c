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
    names.takeOffBadge(&headers)
    names.halve(&headers)
    names.split(&headers)
    return headers
  }

  /// Takes ranks off the end of a name, and the text of a picture off its beginning.
  private func takeOffLabels(_ header: inout DumpHeader) {
    guard var name = header.name else { return }
    if let cut = withoutCounts(name) {
      name = cut
      header.name = cut
    }
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

  /// Takes a badge off that clings to the end of most names: `InesLeader`.
  private func takeOffBadge(_ headers: inout [DumpHeader]) {
    let badges = headers.map { $0.name.flatMap { Self.badge(bytes, of: $0) } }
    var counts: [UInt64: Int] = [:]
    for case let badge? in badges { counts[DumpWord.hash(bytes, badge), default: 0] += 1 }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value >= policy.leastHeaders, best.value * 2 > headers.count
    else { return }
    for (index, badge) in badges.enumerated() {
      guard let badge, let name = headers[index].name,
        DumpWord.hash(bytes, badge) == best.key
      else { continue }
      headers[index].name = name.lowerBound..<badge.lowerBound
    }
  }

  /// The capitalised end of a name behind a small letter or a digit, of four letters or more.
  static func badge(_ bytes: UnsafeRawBufferPointer, of name: Range<Int>) -> Range<Int>? {
    guard let start = name.dropFirst().last(where: { bytes[$0] &- 0x41 < 26 }),
      name.upperBound - start >= 4,
      bytes[start - 1] &- 0x30 < 10 || bytes[start - 1] &- 0x61 < 26,
      bytes[start + 1..<name.upperBound].allSatisfy({ $0 &- 0x61 < 26 })
    else { return nil }
    return start..<name.upperBound
  }

  /// A name without what pages print behind it or before it: the number of the comment behind a sign
  /// (`Ines • #12`), votes (`Ines 12` before «points»), a mark in brackets with blanks (`Ines [ S ]`),
  /// an icon (`Ines__Hugo`), the kind of text (`Review by Ines`); `nil` if there is nothing.
  private func withoutCounts(_ name: Range<Int>) -> Range<Int>? {
    var words = DumpWord.words(bytes, name)[...]
    let count = words.count
    if words.count > 2, SpeechWords.isBy(bytes, SpeechWords.bare(bytes, words[1].range)),
      SpeechWords.isOpening(bytes, words[0].range) || SpeechWords.isTitle(bytes, words[0].range)
    {
      words = words.dropFirst(2)
    }
    if let bracket = words.dropFirst().firstIndex(where: { bytes.equal($0.range, "[") }) {
      words = words[..<bracket]
    }
    if let icon = words.dropFirst().firstIndex(where: { isSign($0.range) }) {
      words = words[..<icon]
    }
    while words.count > 1, let last = words.last,
      last.isNumber && isCounted(last.range) || NameShape.trimmed(bytes, last.range).isEmpty
    {
      words.removeLast()
    }
    guard words.count < count, let first = words.first, let last = words.last else { return nil }
    let rest = NameShape.trimmed(bytes, first.range.lowerBound..<last.range.upperBound)
    return NameShape.isName(bytes, rest, policy: policy) ? rest : nil
  }

  /// Whether a word is a sign alone, or begins with an icon as html2text prints it.
  private func isSign(_ word: Range<Int>) -> Bool {
    if bytes.starts(word, with: [0x5F, 0x5F]) { return true }
    let scalar = Scalar(in: bytes, at: word.lowerBound)
    return scalar.length == word.count && [0xB7, 0x2022, 0x203A, 0x2192].contains(scalar.value)
  }

  /// Whether a number is that of a comment, `#12`, or a vote follows it on its line or the next.
  private func isCounted(_ number: Range<Int>) -> Bool {
    if bytes[number.lowerBound] == 0x23 { return true }
    let rest = number.upperBound..<min(bytes.count, number.upperBound + 24)
    return DumpWord.words(bytes, rest).first.map { SpeechWords.isVote(bytes, $0.range) } ?? false
  }

  /// Halves names that a page prints twice, as the text of an avatar and as the name.
  private func halve(_ headers: inout [DumpHeader]) {
    let halves = headers.map { $0.name.flatMap { lastHalf($0) } }
    let kinds = Set(halves.compactMap { $0.map { DumpWord.hash(bytes, $0) } })
    guard kinds.count >= policy.leastDoubled else { return }
    for (index, half) in halves.enumerated() where half != nil { headers[index].name = half }
  }

  /// How many bytes a name has at least that is printed twice without a blank: «Coco» is a name.
  private static let leastGluedHalf = 3

  /// The words at the end of a name that stand before themselves, `nil` if none do.
  private func lastHalf(_ name: Range<Int>) -> Range<Int>? {
    let words = DumpWord.words(bytes, name)
    let middle = name.lowerBound + name.count / 2
    if name.count >= Self.leastGluedHalf * 2, name.count.isMultiple(of: 2),
      bytes.equal(name.lowerBound..<middle, middle..<name.upperBound)
    {
      return middle..<name.upperBound
    }
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
