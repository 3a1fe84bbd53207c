import Testing

@testable import TextSearch

/// The matched pieces of `text`, each with where it starts.
func matches(of pattern: SearchPattern, in text: String) -> [String] {
  var text = text
  return text.withUTF8 { utf8 in
    let bytes = UnsafeRawBufferPointer(utf8)
    var found: [String] = []
    pattern.forEachMatch(in: bytes, range: 0..<bytes.count) {
      found.append(String(decoding: bytes[$0], as: UTF8.self))
      return true
    }
    return found
  }
}

@Suite("Patterns")
struct SearchPatternTests {
  struct Case: CustomTestStringConvertible {
    let pattern: String
    let text: String
    let found: [String]
    var testDescription: String { "\(pattern) in \(text)" }

    init(_ pattern: String, _ text: String, _ found: [String]) {
      self.pattern = pattern
      self.text = text
      self.found = found
    }
  }

  static let words: [Case] = [
    Case("cafe", "café cafe CAFÉ cafe\u{301}s caf", ["café", "cafe", "CAFÉ", "cafe\u{301}"]),
    Case("café", "café cafe CAFÉ cafe\u{301}s café\u{302}", ["café", "CAFÉ", "cafe\u{301}"]),
    Case("cafe\u{301}", "café cafe cafe\u{301}", ["café", "cafe\u{301}"]),
    Case("Cafe", "café Café CAFÉ Cafe\u{301}", ["Café", "Cafe\u{301}"]),
    Case("viet", "Việt Vie\u{323}\u{302}t viet", ["Việt", "Vie\u{323}\u{302}t", "viet"]),
    Case("việt", "Việt Vie\u{323}\u{302}t Viêt viet", ["Việt", "Vie\u{323}\u{302}t"]),
    Case("naive", "naïve nai\u{308}ve", ["naïve", "nai\u{308}ve"]),
    Case("strasse", "Straße STRASSE strasse strase", ["Straße", "STRASSE", "strasse"]),
    Case("straße", "Straße STRASSE", ["Straße"]),
    Case("sss", "sß ßs sss ss", ["sß", "ßs", "sss"]),
    Case("office", "oﬃce oﬀice ofﬁce office", ["oﬃce", "oﬀice", "ofﬁce", "office"]),
    Case("smorrebrod", "smørrebrød", ["smørrebrød"]),
    Case("lodz", "Łódź", ["Łódź"]),
    Case("aether", "æther Æther aether", ["æther", "Æther", "aether"]),
    Case("istanbul", "İstanbul ıstanbul ISTANBUL", ["İstanbul", "ıstanbul", "ISTANBUL"]),
    Case("привет", "ПРИВЕТ привет", ["ПРИВЕТ", "привет"]),
    Case("все", "всё Все все\u{301}", ["всё", "Все", "все\u{301}"]),
    Case("всё", "всё Все", ["всё"]),
    Case("мои", "мой мои мои\u{306} моѝ", ["мои", "моѝ"]),
    Case("мой", "мой мои мои\u{306}", ["мой", "мои\u{306}"]),
    Case("αθηνα", "Αθήνα ΑΘΗΝΑ", ["Αθήνα", "ΑΘΗΝΑ"]),
    Case("λογος", "λόγος ΛΟΓΟΣ λογοσ", ["λόγος", "ΛΟΓΟΣ", "λογοσ"]),
    Case("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
    Case("か", "か が か\u{3099}", ["か", "か"]),
    Case("it's", "it’s it's its", ["it’s", "it's"]),
    Case("it’s", "it’s it's", ["it’s"]),
    Case("\"so\"", "“so” «so» \"so\"", ["“so”", "«so»", "\"so\""]),
    Case("a-b", "a–b a—b a-b a b", ["a–b", "a—b", "a-b"]),
    Case(
      "two words",
      "two\u{A0}words two\nwords two words two  words",
      [
        "two\u{A0}words", "two\nwords", "two words",
      ]
    ),
    Case("wait...", "wait… wait...", ["wait…", "wait..."]),
    Case("inter", "in\u{AD}ter", ["in\u{AD}ter"]),
    Case("日本", "日本語", ["日本"]),
    Case("a.b(c)[d]*+?{2}^$|\\", "xa.b(c)[d]*+?{2}^$|\\", ["a.b(c)[d]*+?{2}^$|\\"]),
    Case("\\E\\Q", "\\E\\Q", ["\\E\\Q"]),
    Case("aa", "aaáaa", ["aa", "áa"]),
    Case("e", "é e\u{301} x\u{301} e", ["é", "e\u{301}", "e"]),
  ]

  @Test("Words are found however they are spelled", arguments: words)
  func findsWords(_ example: Case) throws {
    let pattern = try SearchPattern(example.pattern, isLiteral: true)
    #expect(matches(of: pattern, in: example.text) == example.found)
  }

  static let expressions: [Case] = [
    Case("caf.", "café cafe", ["café", "cafe"]),
    Case("re+sume", "résumé reesume", ["résumé", "reesume"]),
    Case("(nai|coo)ve?", "naïve coov", ["naïve", "coov"]),
    Case("^e", "é\ne\nxe", ["é", "e"]),
    Case("e$", "é\nex\nxe", ["é", "e"]),
    Case("[e]t", "ét et", ["et"]),
    Case("\\bcafe\\b", "cafés café.", ["café"]),
    Case("é+", "eéé", ["éé"]),
    Case("\\w+ing", "going singing", ["going", "singing"]),
    Case("\\p{Lu}x", "Ax ax", ["Ax"]),
    Case("\\d{2,3}", "1 12 1234", ["12", "123"]),
    Case("a{2}", "aá a", ["aá"]),
    Case("x*", "axxb", ["xx"]),
    Case("it's?", "it’s it’", ["it’s", "it’"]),
    Case("\\Qa.b\\E+", "áa.bb axb", ["a.bb"]),
    Case("(?<=caf)e", "cafe café", ["e", "é"]),
    Case("(?<=café)s", "cafés cafes", ["s"]),
    Case("(?i)CAFE", "cafe café", ["cafe"]),
    Case("a\\.b", "a.b axb", ["a.b"]),
    Case("\\x{e9}", "é e", ["é"]),
    Case("(e)t\\1", "ete été", ["ete", "été"]),
  ]

  @Test("Expressions mean what PCRE2 says, accents apart", arguments: expressions)
  func findsExpressions(_ example: Case) throws {
    let pattern = try SearchPattern(example.pattern, isLiteral: false)
    #expect(matches(of: pattern, in: example.text) == example.found)
  }

  @Test(
    "Case matters once a capital is typed",
    arguments: [
      ("word", false, true), ("Word", false, false), ("\\Word", false, true),
      ("\\S\\W\\D\\B", false, true), ("[A-Z]", false, false), ("\\p{Lu}", false, true),
      ("\\Word", true, false), ("Ärger", false, false), ("\\x{C4}", false, true),
    ]
  )
  func smartCase(_ text: String, _ isLiteral: Bool, _ ignoresCase: Bool) throws {
    #expect(try SearchPattern(text, isLiteral: isLiteral).ignoresCase == ignoresCase)
  }

  @Test("Case and accents can be insisted on")
  func exactRules() throws {
    let text = "Word word wörd"
    let exact = try SearchPattern("word", isLiteral: true, caseRule: .exact, ignoresAccents: false)
    #expect(matches(of: exact, in: text) == ["word"])
    let caseless = try SearchPattern("WORD", isLiteral: true, caseRule: .ignored)
    #expect(matches(of: caseless, in: text) == ["Word", "word", "wörd"])
  }

  @Test(
    "A wrong expression says what is wrong and where",
    arguments: [("a(b", 3), ("[a", 2), ("é)", 1), ("a**b", 2), ("x\\", 2), ("(?<n>a)(?<n>b)", 12)]
  )
  func errors(_ text: String, _ offset: Int) {
    let error = #expect(throws: SearchPatternError.self) {
      try SearchPattern(text, isLiteral: false)
    }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test("Nothing is not a pattern", arguments: [true, false])
  func empty(_ isLiteral: Bool) {
    #expect(throws: SearchPatternError.self) { try SearchPattern("", isLiteral: isLiteral) }
  }

  @Test("A letter may carry eight accents; a pile of a hundred thousand is passed over")
  func piles() throws {
    let pattern = try SearchPattern("tea", isLiteral: true)
    let eight = String(repeating: "\u{301}", count: 8)
    let heap = String(repeating: "\u{302}", count: 100_000)
    #expect(matches(of: pattern, in: "te\(eight)a") == ["te\(eight)a"])
    #expect(matches(of: pattern, in: "te\(eight)\u{302}a") == [])
    #expect(matches(of: pattern, in: "te\(heap)a tea\(heap) tea").count == 2)
  }
}
