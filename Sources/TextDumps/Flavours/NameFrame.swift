import DocumentModel
import DocumentParsing

/// What stands around the names of a page's comments on their line, learned from all of them.
///
/// `Posted by: ` and ` at`, ` says:`, a number before or behind.
struct NameFrame {
  /// The words before a name that most lines share, as hashes.
  private var prefix: [UInt64] = []
  /// The words behind a name that most lines share, the last of the line first.
  private var suffix: [UInt64] = []
  /// Letters that cling to the beginning of most names.
  private var gluedPrefix: [UInt8] = []
  /// Whether a word of speech clings to the end of most names.
  private var hasGluedVerb = false
  /// Whether most names are followed by a number: `Ines (12345)`.
  private(set) var hasNumberBehind = false
  /// Whether most lines begin with a number.
  private(set) var hasNumberBefore = false
  /// Whether most names are joined to a date: by «on», a dash, a bar.
  private(set) var isJoined = false
  /// Whether most lines have a word that says who speaks.
  private(set) var hasSpeech = false
  /// Whether most lines have a verb of speech behind the name.
  private(set) var hasVerb = false
  /// Whether most lines begin with a word that introduces a name.
  private(set) var hasOpening = false
  /// Whether most lines introduce the name behind other words: `in reply to 3, comment 5 by Ines`.
  private var hasInnerOpening = false
  /// Whether most lines end in a word of speech, as a header above a text does.
  private(set) var endsInSpeech = false

  private let bytes: UnsafeRawBufferPointer
  private let policy: DumpPolicy

  /// A name that was cut out of its line.
  struct Name {
    /// Where it stands.
    var range: Range<Int>
    /// The name of the author of what is answered, if the line gives it.
    var answered: Range<Int>?
    /// Whether the line has all that lines of its kind have.
    var conforms = true
  }

  /// Learns from the lines at `texts`.
  init(_ bytes: UnsafeRawBufferPointer, texts: [Range<Int>], policy: DumpPolicy) {
    self.bytes = bytes
    self.policy = policy
    let whole = texts.map { DumpWord.words(bytes, $0) }
    guard !whole.isEmpty else { return }
    var lines = whole.map { Self.unjoined(bytes, $0[...]) }
    hasInnerOpening =
      isCommon(lines.count { hasNumberedOpening($0) }, of: lines.count) || haveSameOpening(lines)
    if hasInnerOpening {
      hasSpeech = true
      lines = lines.map { behindOpening($0) }
    }
    isJoined = isCommon(zip(whole, lines).count { $1.count < $0.count }, of: whole.count)
    learnSuffix(lines, ends: whole.map(\.last))
    learnPrefix(lines)
    let rests = lines.map { answer(in: stripped($0).words).0 }
    let glued = rests.count { $0.last.map { gluedVerb($0.range) != nil } ?? false }
    hasGluedVerb = isCommon(glued, of: rests.count)
    (hasSpeech, hasVerb) = (hasSpeech || hasGluedVerb, hasVerb || hasGluedVerb)
    gluedPrefix = gluedPrefix(rests.map { $0.first?.range })
    let numbered = rests.count { $0.dropFirst().contains(where: \.isNumber) }
    hasNumberBehind = isCommon(numbered, of: rests.count)
  }

  /// Whether the words around names tell them from other text.
  var isFirm: Bool {
    isJoined || hasSpeech || hasGluedVerb || hasNumberBefore || !suffix.isEmpty || !prefix.isEmpty
  }

  /// How many words before or behind a name are looked at.
  private static let mostWords = 5
  /// How many letters that cling to a name are compared.
  private static let longestGlued = 24

  private func isCommon(_ part: Int, of count: Int) -> Bool {
    part * 100 >= count * policy.leastShared
  }

  /// A line without the words and signs that join a name to a date.
  private static func unjoined(
    _ bytes: UnsafeRawBufferPointer,
    _ line: ArraySlice<DumpWord>
  ) -> ArraySlice<DumpWord> {
    var words = line
    while words.count > 1, let last = words.last, !last.isCapital || isMark(bytes, last),
      DateWordKind(bytes, last.range) == .joint || isMark(bytes, last)
    {
      words.removeLast()
    }
    while words.count > 1, let first = words.first,
      isMark(bytes, first) || isListMark(bytes, first)
    {
      words.removeFirst()
    }
    return words
  }

  /// Whether a word is a sign of the page: a dash, a bullet, the text of an avatar in brackets.
  static func isMark(_ bytes: UnsafeRawBufferPointer, _ word: DumpWord) -> Bool {
    if NameShape.trimmed(bytes, word.range).isEmpty { return true }
    guard word.range.count > 2, bytes[word.range.lowerBound] == 0x5B else { return false }
    return bytes.first(0x5D, in: word.range) == word.range.upperBound - 1
      && bytes[word.range.dropFirst().dropLast()].allSatisfy(isFileName)
  }

  /// Whether a byte stands in names of files, which avatars are printed as.
  private static func isFileName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte == 0x5F
  }

  /// Whether a word marks an item of a list: `12.`, or the `o` of lynx.
  private static func isListMark(_ bytes: UnsafeRawBufferPointer, _ word: DumpWord) -> Bool {
    let last = bytes[word.range.upperBound - 1]
    if word.range.count == 1 { return last == 0x6F }
    return word.range.count <= 5 && (last == 0x2E || last == 0x29)
      && word.range.dropLast().allSatisfy { 0x30...0x39 ~= bytes[$0] }
  }

  /// Whether the word at `range` is a bullet or the number of an item.
  static func isListSign(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    if range.count == 1 { return [0x2A, 0x2B, 0x6F].contains(bytes[range.lowerBound]) }
    if range.count == 3 {
      let scalar = Scalar(in: bytes, at: range.lowerBound)
      if scalar.length == 3 {
        return [0x2022, 0x2605, 0x2606].contains(scalar.value) || 0x25A0...0x25FF ~= scalar.value
      }
    }
    let last = bytes[range.upperBound - 1]
    return range.count <= 5 && (last == 0x2E || last == 0x29)
      && range.dropLast().allSatisfy { 0x30...0x39 ~= bytes[$0] }
  }

  /// Where the last word stands that introduces a name behind other words.
  private func innerOpening(_ line: ArraySlice<DumpWord>) -> Int? {
    guard line.count > 2 else { return nil }
    return line.indices.dropFirst().dropLast().last { SpeechWords.isBy(bytes, line[$0].range) }
  }

  /// Whether a number stands before such a word: `in reply to 3, comment 5 by`.
  private func hasNumberedOpening(_ line: ArraySlice<DumpWord>) -> Bool {
    innerOpening(line).map { line[..<$0].contains(where: \.isNumber) } ?? false
  }

  /// Whether lines have the same capital word before such a word, behind other words: `… Added by`.
  private func haveSameOpening(_ lines: [ArraySlice<DumpWord>]) -> Bool {
    let before = lines.map { line -> DumpWord? in
      guard let index = innerOpening(line), index - line.startIndex > 1,
        line[index - 1].isCapital
      else { return nil }
      return line[index - 1]
    }
    return shared(before, of: lines.count) != nil
  }

  /// What stands behind the word that introduces a name, if lines have one behind other words.
  private func behindOpening(_ line: ArraySlice<DumpWord>) -> ArraySlice<DumpWord> {
    guard hasInnerOpening, let index = innerOpening(line) else { return line }
    return line[(index + 1)...]
  }

  private mutating func learnSuffix(_ lines: [ArraySlice<DumpWord>], ends: [DumpWord?]) {
    var rest = lines
    for depth in 0..<Self.mostWords {
      guard let word = shared(rest.map { $0.count > 1 ? $0.last : nil }, of: lines.count) else {
        break
      }
      if word.isNumber { break }
      suffix.append(word.hash)
      if SpeechWords.isVerb(bytes, word.range) {
        (hasSpeech, hasVerb) = (true, true)
        let ending = ends.count { $0?.hash == word.hash }
        if depth == 0 { endsInSpeech = isCommon(ending, of: lines.count) }
      }
      rest = rest.map { $0.last?.hash == word.hash ? $0.dropLast() : [] }
    }
  }

  private mutating func learnPrefix(_ lines: [ArraySlice<DumpWord>]) {
    var rest = lines.map { stripped($0).words }
    for _ in 0..<Self.mostWords {
      guard let word = shared(rest.map { $0.count > 1 ? $0.first : nil }, of: lines.count) else {
        break
      }
      prefix.append(word.hash)
      if SpeechWords.isOpening(bytes, word.range) { (hasSpeech, hasOpening) = (true, true) }
      if word.isNumber { hasNumberBefore = true }
      rest = rest.map { words in
        if words.first?.hash == word.hash { return words.dropFirst() }
        // The first comment of a page may have lost its number.
        return word.isNumber ? words : []
      }
    }
  }

  /// The word that enough of `words` are, of which there are `count` with those that are missing.
  private func shared(_ words: [DumpWord?], of count: Int) -> DumpWord? {
    var counts: [UInt64: (count: Int, word: DumpWord)] = [:]
    for case let word? in words { counts[word.hash, default: (0, word)].count += 1 }
    let best = counts.values.max { ($0.count, $1.word.hash) < ($1.count, $0.word.hash) }
    guard let best else { return nil }
    let isName = best.word.isCapital && !SpeechWords.isOpening(bytes, best.word.range)
    let least = isName ? policy.leastSharedCapital : policy.leastShared
    return best.count * 100 >= count * least ? best.word : nil
  }

  /// The longest run of letters that enough of `words` begin with and have more behind.
  private func gluedPrefix(_ words: [Range<Int>?]) -> [UInt8] {
    let whole = words.compactMap(\.self)
    for length in stride(from: Self.longestGlued, through: policy.leastGlued, by: -1) {
      var counts: [UInt64: (count: Int, part: Range<Int>)] = [:]
      for word in whole where word.count > length {
        let part = word.prefix(length)
        guard bytes[part].allSatisfy({ 0x61...0x7A ~= $0 }),
          bytes[word.lowerBound + length] >= 0x80 || bytes[word.lowerBound + length] &- 0x30 < 10
            || (bytes[word.lowerBound + length] | 0x20) &- 0x61 < 26
        else { continue }
        counts[DateWordKind.hash(bytes, part), default: (0, part)].count += 1
      }
      let best = counts.values.max {
        ($0.count, $1.part.lowerBound) < ($1.count, $0.part.lowerBound)
      }
      if let best, isCommon(best.count, of: words.count) { return Array(bytes[best.part]) }
    }
    return []
  }

  /// A word without the verb that clings to its end, nil if none does.
  private func gluedVerb(_ word: Range<Int>) -> Range<Int>? {
    let bare = SpeechWords.bare(bytes, word)
    for verb in SpeechWords.gluedVerbs where bytes.ends(bare, with: verb) && bare.count > verb.count
    {
      return bare.lowerBound..<bare.upperBound - verb.count
    }
    return nil
  }

  /// A line without the words that most lines share; those behind the name may be gone already.
  private func stripped(
    _ line: ArraySlice<DumpWord>,
    toPrefix isCut: Bool = false
  ) -> (words: ArraySlice<DumpWord>, conforms: Bool) {
    var words = line
    var conforms = true
    for hash in suffix where !isCut {
      guard words.count > 1, words.last?.hash == hash else {
        conforms = false
        break
      }
      words.removeLast()
    }
    for hash in prefix {
      guard words.count > 1, words.first?.hash == hash else {
        if !hasNumberBefore { conforms = false }
        break
      }
      words.removeFirst()
    }
    return (words, conforms)
  }

  /// Whether the line at `text` has no word that introduces a name, where most lines have one behind
  /// other words: `Opened`, between lines such as `comment 5 by Ines`.
  func lacksOpening(_ text: Range<Int>) -> Bool {
    hasInnerOpening && innerOpening(Self.unjoined(bytes, DumpWord.words(bytes, text)[...])) == nil
  }

  /// The name in the line at `text`, `nil` if nothing is left for one.
  func name(in text: Range<Int>) -> Name? {
    let whole = DumpWord.words(bytes, text)[...]
    if lacksOpening(text) { return nil }
    let line = behindOpening(Self.unjoined(bytes, whole))
    let number =
      hasNumberBehind ? line.dropFirst(prefix.count + 1).firstIndex(where: \.isNumber) : nil
    var (words, conforms) = stripped(number.map { line[..<$0] } ?? line, toPrefix: number != nil)
    if isJoined, line.count == whole.count { conforms = conforms && suffix.isEmpty }
    let (said, answered) = answer(in: words)
    if answered != nil { (words, conforms) = (said, true) }
    if !(hasSpeech && conforms) {
      while words.count > 1, let first = words.first, isAddition(first, atEnd: false) {
        if !Self.isMark(bytes, first) { conforms = false }
        words.removeFirst()
      }
      while words.count > 1, let last = words.last, isAddition(last, atEnd: true) {
        words.removeLast()
      }
    }
    if words.count == 1, Self.isMark(bytes, words[words.startIndex]) { return nil }
    guard let first = words.first, let last = words.last else { return nil }
    var name = first.range.lowerBound..<last.range.upperBound
    if hasGluedVerb {
      if let bare = gluedVerb(last.range) {
        name = name.lowerBound..<bare.upperBound
      } else if answered == nil {
        conforms = false
      }
    }
    if bytes.starts(name, with: gluedPrefix), name.count > gluedPrefix.count {
      name.removeFirst(gluedPrefix.count)
    }
    name = NameShape.trimmed(bytes, name)
    return name.isEmpty ? nil : Name(range: name, answered: answered, conforms: conforms)
  }

  /// The words before «replied to» and the name behind it.
  private func answer(
    in words: ArraySlice<DumpWord>
  ) -> (ArraySlice<DumpWord>, answered: Range<Int>?) {
    let joints = words.indices.dropFirst().dropLast()
    guard
      let joint = joints.first(where: {
        SpeechWords.isAnswerJoint(bytes, words[$0].range)
          && (SpeechWords.isVerb(bytes, words[$0 - 1].range)
            || gluedVerb(words[$0 - 1].range) != nil)
      })
    else { return (words, nil) }
    let isGlued = !SpeechWords.isVerb(bytes, words[joint - 1].range)
    let said = isGlued ? words[..<joint] : words[..<(joint - 1)]
    guard !said.isEmpty, let end = words.last else { return (words, nil) }
    var start = joint + 1
    while start + 1 < words.endIndex, isAddition(words[start], atEnd: false) { start += 1 }
    let name = NameShape.trimmed(bytes, words[start].range.lowerBound..<end.range.upperBound)
    return (said, name.isEmpty ? nil : name)
  }

  /// Whether a word beside a name is none of it: «by», «wrote», a dash.
  private func isAddition(_ word: DumpWord, atEnd: Bool) -> Bool {
    if Self.isMark(bytes, word) { return true }
    guard !word.isCapital else { return false }
    return atEnd
      ? SpeechWords.isVerb(bytes, word.range) || DateWordKind(bytes, word.range) == .joint
      : SpeechWords.isOpening(bytes, word.range)
  }
}
