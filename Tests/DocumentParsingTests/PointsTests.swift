import DocumentParsing
import Testing

@Suite("Points in words")
struct PointsTests {
  @Test(
    "A number with its sign is read, whatever parts its thousands",
    arguments: [
      ("12 points", 12), ("1 point", 1), ("+16", 16), ("-3", -3), ("−3 points", -3), ("0", 0),
      ("21,542", 21_542), ("1.234.567", 1_234_567), ("1\u{202F}204 points", 1_204), (" 7 ", 7),
      ("5 (90 % upvoted)", 5),
    ]
  )
  func stated(_ text: String, _ points: Int) {
    #expect(text.points == points)
  }

  @Test(
    "What is no number, or only says about how many, states none",
    arguments: ["", "points", "•", "~", "1.2k", "1.2K", "3M", "12.5", "90%", "-", "[score hidden]"]
  )
  func unstated(_ text: String) {
    #expect(text.points == nil)
  }
}
