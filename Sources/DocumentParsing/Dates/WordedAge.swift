import DocumentModel

/// How long ago something was, in words without a number of its own: `an hour ago`, `just now`,
/// `Yesterday at 8:01 PM`.
package enum WordedAge {
  /// How sure it is that a text is one.
  package enum Certainty: Sendable {
    /// It may be anything: a lone `Today`.
    case possible
    /// It names a unit and counts back, or a day and a time.
    case certain
  }

  /// What a whole text is, nil if it is no such age; O(length), at most eight words.
  ///
  /// The text is UTF-8 with words parted by single blanks.
  package static func certainty(_ text: UnsafeRawBufferPointer) -> Certainty? {
    guard 4...longest ~= text.count, let words = words(text) else { return nil }
    return certainty(text, words[...])
  }

  /// The words at the end of a text that are surely such an age, with something before them, as the
  /// offset at which they begin: `Ines, an hour ago`.
  package static func suffix(of text: UnsafeRawBufferPointer) -> Int? {
    guard 4...longestLine ~= text.count, let words = words(text), words.count > 2 else {
      return nil
    }
    for start in max(1, words.count - longestSuffix)..<(words.count - 1)
    where certainty(text, words[start...]) == .certain {
      return words[start].lowerBound
    }
    return nil
  }

  /// Whether a word of a text is one that such an age needs; O(length), no memory.
  ///
  /// Most texts have none.
  package static func mayStand(in text: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    for offset in 0...text.count {
      if offset < text.count, text[offset] > 0x20 { continue }
      var (lower, upper) = (start, offset)
      start = offset + 1
      while lower < upper, isMark(text[lower]) { lower += 1 }
      while lower < upper, isMark(text[upper - 1]) { upper -= 1 }
      guard lower < upper else { continue }
      let hash = DateWords.hash(text, lower..<upper)
      if signs[Int(truncatingIfNeeded: hash & 1023)] || DateWords.meaning(ofHash: hash) == .unit {
        return true
      }
    }
    return false
  }

  /// The last bits of the hashes of names of days and of the first words of phrases.
  private static let signs: [Bool] = {
    var signs = [Bool](repeating: false, count: 1024)
    let firsts = phraseLines.compactMap { line in
      String(describing: line).split(separator: " ").first.map(String.init)
    }
    for hash in days.union(DateWordKind.hashes(firsts.joined(separator: " "))) {
      signs[Int(truncatingIfNeeded: hash & 1023)] = true
    }
    return signs
  }()

  private static let (longest, longestLine, mostWords, longestSuffix) = (48, 120, 16, 5)

  private static func certainty(
    _ text: UnsafeRawBufferPointer,
    _ words: ArraySlice<Range<Int>>
  ) -> Certainty? {
    guard let first = words.first, words.count <= 8 else { return nil }
    if days.contains(DateWords.hash(text, first)) {
      if words.count == 1 { return .possible }
      return isTime(text, words.dropFirst()) ? .certain : nil
    }
    let hashes = words.map { DateWords.hash(text, $0) }
    if phrases.contains(hashes.reduce(FNVHash.start, mixed)) { return .certain }
    var (hasUnit, hasAgo) = (false, false)
    for hash in hashes {
      switch DateWords.meaning(ofHash: hash) {
      case .unit?: hasUnit = true
      case .ago?: hasAgo = true
      // `ago` is short for August in some languages.
      case _ where ago.contains(hash): hasAgo = true
      default: if !articles.contains(hash) { return nil }
      }
    }
    return hasUnit && hasAgo && words.count > 2 ? .certain : nil
  }

  /// Whether words tell a time of day: one holds digits and a colon or a full stop, the others belong to
  /// dates.
  private static func isTime(
    _ text: UnsafeRawBufferPointer,
    _ words: ArraySlice<Range<Int>>
  ) -> Bool {
    var hasTime = false
    for word in words {
      let bytes = text[word]
      if bytes.contains(where: { $0 &- 0x30 < 10 }) {
        guard !hasTime, bytes.allSatisfy({ $0 < 0x80 }),
          bytes.contains(where: { $0 == 0x3A || $0 == 0x2E || $0 | 0x20 == 0x68 })
        else { return false }
        hasTime = true
      } else if DateWords.meaning(ofHash: DateWords.hash(text, word)) == nil {
        return false
      }
    }
    return hasTime
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (0..<8).reduce(hash) { FNVHash.mix($0, UInt8(truncatingIfNeeded: word >> ($1 * 8))) }
  }

  /// The words of a text without marks at their ends; nil if there are too many or none.
  private static func words(_ text: UnsafeRawBufferPointer) -> [Range<Int>]? {
    var words: [Range<Int>] = []
    var start = 0
    for offset in 0...text.count {
      if offset < text.count, text[offset] != 0x20 { continue }
      var (lower, upper) = (start, offset)
      while lower < upper, isMark(text[lower]) { lower += 1 }
      while lower < upper, isMark(text[upper - 1]) { upper -= 1 }
      if lower < upper {
        guard words.count < mostWords else { return nil }
        words.append(lower..<upper)
      }
      start = offset + 1
    }
    return words.isEmpty ? nil : words
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x2E || byte == 0x28 || byte == 0x29 || byte == 0x3A
  }

  private static let ago = DateWordKind.hashes("ago")
  /// What names a day by the reader's own: languages as in `DateWordLists`.
  private static let days = DateWordKind.hashes(
    """
    today yesterday heute gestern vandaag gisteren aujourd'hui aujourd’hui hier hoy ayer oggi ieri \
    hoje ontem avui ahir astăzi azi dziś dzisiaj wczoraj dnes včera danas jučer сегодня вчера \
    сьогодні вчора днес idag igår imorgon tänään eilen täna eile bugün dün σήμερα χθες kemarin \
    اليوم أمس היום אתמול 今天 昨天 前天 今日 昨日 一昨日 오늘 어제
    """
  )
  /// What stands in place of a number, or beside one: `about a year ago`.
  private static let articles = DateWordKind.hashes(
    """
    a an one about almost over nearly around less than more few couple of half einem einer einen \
    ein eine etwa ungefähr über einigen wenigen een ongeveer bijna paar un une unos unas uno una \
    environ quelques plus moins casi más alrededor hace algunos circa quasi oltre alcuni fa um uma \
    cerca alguns algumas mais около более меньше несколько en ett et omkring cirka några jednu \
    jeden jedna jedną około prawie ponad kilka noin yli egy
    """
  )
  /// Whole phrases that count back.
  private static let phraseLines: [StaticString] = [
    "just now", "right now", "moments ago", "a moment ago", "seconds ago", "last week",
    "last month", "last year", "gerade eben", "soeben", "letzte woche", "letzten monat",
    "letztes jahr", "à l'instant", "à l’instant", "la semaine dernière", "le mois dernier",
    "l'année dernière", "ahora mismo", "la semana pasada", "el mes pasado", "el año pasado",
    "proprio ora", "adesso", "agora mesmo", "agora há pouco", "zojuist", "zonet", "только что",
    "щойно", "przed chwilą", "właśnie teraz", "just nu", "nyss", "lige nu", "akkurat nå",
    "právě teď", "刚刚", "剛剛", "たった今", "방금", "az önce", "şimdi", "الآن", "עכשיו",
  ]
  private static let phrases: Set<UInt64> = {
    Set(
      phraseLines.map { line in
        let hashes = String(describing: line).split(separator: " ").map { word in
          Array(word.utf8).withUnsafeBytes { DateWords.hash($0, 0..<$0.count) }
        }
        return hashes.reduce(FNVHash.start, mixed)
      }
    )
  }()
}
