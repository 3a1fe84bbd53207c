import Testing

@Suite("Breaking lines")
struct LineBreakingTests {
  /// Rows of a paragraph at a width.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let width: Int
    let rows: [String]
    var testDescription: String { "\(text) at \(width)" }

    init(_ text: String, _ width: Int, _ rows: String...) {
      (self.text, self.width, self.rows) = (text, width, rows)
    }
  }

  @Test(
    "Words go to the next line whole and spaces hang",
    arguments: [
      Case("one two three four", 9, "one two", "three", "four"),
      Case("one two   three", 7, "one two", "three"),
      Case("one two", 7, "one two"),
      Case("one two   ", 7, "one two"),
      Case("one\n\ntwo", 7, "one", "", "two"),
      Case("  one two", 5, "  one", "two"),
      Case("well-known facts", 6, "well-", "known", "facts"),
      Case("either/or", 8, "either/", "or"),
      Case("is it (so) ?", 10, "is it", "(so) ?"),
      Case("so ( he said )", 6, "so", "( he", "said )"),
      Case("in 1,000.50 $ or", 9, "in", "1,000.50", "$ or"),
      Case("pay $(12) now", 8, "pay", "$(12)", "now"),
      Case("10\u{A0}km away", 6, "10\u{A0}km", "away"),
      Case("one\u{2028}two", 9, "one", "two"),
      Case("use --help or -x", 6, "use", "--help", "or -x"),
      Case("in /usr/bin", 5, "in", "/usr/", "bin"),
      Case("this / that", 6, "this /", "that"),
      Case("edit .bashrc", 8, "edit", ".bashrc"),
      Case("dit « mot » oui", 8, "dit", "« mot »", "oui"),
      Case("sagt »Wort« ja", 7, "sagt", "»Wort«", "ja"),
      Case("long\u{2013}short", 8, "long\u{2013}", "short"),
    ]
  )
  func words(_ example: Case) {
    #expect(rows(example.text, width: example.width) == example.rows)
  }

  @Test(
    "Every script breaks where its readers expect",
    arguments: [
      Case("привет мир", 7, "привет", "мир"),
      Case("漢字、仮名", 4, "漢", "字、", "仮名"),
      Case("漢字「仮名」", 6, "漢字", "「仮", "名」"),
      Case("中文“中文”中文", 6, "中文", "“中文”", "中文"),
      Case("かっこ", 4, "かっ", "こ"),
      Case("ああー。い", 6, "あ", "あー。", "い"),
      Case("漢字 漢字", 4, "漢字", "漢字"),
      Case("漢字\u{3000}漢字", 4, "漢字", "漢字"),
      Case("한국어 문장", 6, "한국어", "문장"),
      Case("한국어", 4, "한국", "어"),
      Case("שלום עולם", 5, "שלום", "עולם"),
      Case("नमस्ते दुनिया", 8, "नमस्ते", "दुनिया"),
      Case("สวัสดีชาวโลก", 4, "สวัสดี", "ชาวโ", "ลก"),
      Case("ทำน้ำ", 2, "ทำ", "น้ำ"),
      Case("👍🏽👍🏽", 2, "👍", "👍"),
      Case("🇫🇷🇩🇪", 2, "🇫🇷", "🇩🇪"),
    ]
  )
  func scripts(_ example: Case) {
    #expect(rows(example.text, width: example.width) == example.rows)
  }

  @Test(
    "What is too long for a line is parted where it hurts least",
    arguments: [
      Case("aaaaaaaa", 3, "aaa", "aaa", "aa"),
      Case("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}", "e\u{301}"),
      Case("漢字", 1, "漢", "字"),
      Case("see https://example.com/a/path now", 20, "see", "https://example.com/", "a/path now"),
      Case("see https://example.com/a now", 24, "see", "https://example.com/a", "now"),
      Case("http://a.example/?q=one&r=two", 20, "http://a.example/?q=", "one&r=two"),
      Case("www.example.com/one-two", 16, "www.example.com/", "one-two"),
      Case("http://a.example/b。日本", 20, "http://a.example/b。", "日本"),
      Case("some.dotted.name", 9, "some.", "dotted.", "name"),
      Case("snake_case_name", 8, "snake_", "case_", "name"),
    ]
  )
  func longWords(_ example: Case) {
    #expect(rows(example.text, width: example.width) == example.rows)
  }

  @Test(
    "A soft hyphen shows only where the line ends at it",
    arguments: [
      Case("syl\u{AD}lable", 9, "syl\u{AD}lable"),
      Case("syl\u{AD}lable", 6, "syl-", "lable"),
      Case("syl\u{AD}lable", 4, "syl-", "labl", "e"),
      Case("a syl\u{AD}lable", 5, "a", "syl-", "lable"),
    ]
  )
  func softHyphens(_ example: Case) {
    #expect(rows(example.text, width: example.width) == example.rows)
  }
}
