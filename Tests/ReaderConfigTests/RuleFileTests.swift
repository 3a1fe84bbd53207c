import ReaderUI
import Terminal
import Testing

@testable import ReaderConfig

@Suite("The file of the rules")
struct RuleFileTests {
  @Test("Each line is a rule; what stands behind # is a note")
  func rules() {
    let text = """
      # people
      mute:   from:"Loud  Bob"   # he is
      tag old friend: from:ann or from:cy
      color bright-red: from:#1

      raise: points>5
      watch: skein
      """
    let (rules, problems) = RuleFile.parse(text, name: "rules")
    #expect(problems.isEmpty)
    #expect(
      rules == [
        ReadingRule(.mute, "from:\"Loud Bob\""),
        ReadingRule(.tag("old friend"), "from:ann or from:cy"),
        ReadingRule(.color(.palette(9)), "from:#1"), ReadingRule(.raise, "points>5"),
        ReadingRule(.watch, "skein"),
      ]
    )
  }

  @Test(
    "A mistake is told with its line, and the other rules are followed",
    arguments: [
      ("mut: x", "unknown rule \"mut\"; did you mean \"mute\"?"),
      ("colour gren: x", "\"gren\" is no colour; did you mean \"green\"?"),
      ("tag: x", "tag needs a word: tag friend:"),
      ("mute: ", "behind the colon stands which comments: mute: from:bob"),
      ("mute ann: x", "mute takes nothing before the colon"),
      ("nothing", "a rule is what to do, a colon, and a filter: mute: from:bob"),
    ]
  )
  func mistakes(line: String, reason: String) {
    let (rules, problems) = RuleFile.parse("\n\(line)\nwatch: y", name: "r")
    #expect(rules == [ReadingRule(.watch, "y")])
    #expect(problems == ["r:2: \(reason)"])
  }
}
