import HTMLParsing

/// The cases of a `.dat` file: a page or a fragment, and the tree it makes.
enum TreeCases {
  private struct Case {
    var sections: [String: [Substring]] = [:]

    func text(_ name: String) -> String? {
      sections[name]?.joined(separator: "\n")
    }
  }

  static func run(_ file: String) -> Score {
    var score = Score()
    for test in cases(file) {
      guard let data = test.text("#data"), let expected = test.text("#document") else { continue }
      var options = HTMLOptions()
      options.isScripting = test.sections["#script-on"] != nil
      if let context = test.text("#document-fragment") { options.context = self.context(context) }
      options.encoding = "utf-8"
      let found = HTMLDocument(HTMLBytes(data), options: options).dump()
      score.record(data.debugDescription, expected: expected, found: found)
    }
    return score
  }

  private static func context(_ text: String) -> HTMLOptions.Context {
    if text.hasPrefix("svg ") { return .init(String(text.dropFirst(4)), .svg) }
    if text.hasPrefix("math ") { return .init(String(text.dropFirst(5)), .mathML) }
    return .init(text)
  }

  private static func cases(_ file: String) -> [Case] {
    let headings: Set<Substring> = [
      "#errors", "#new-errors", "#document-fragment", "#script-on", "#script-off", "#document",
    ]
    var cases: [Case] = []
    var current = Case()
    var section = ""
    func finished(_ test: Case) -> Case {
      var test = test
      while test.sections["#document"]?.last == "" { test.sections["#document"]?.removeLast() }
      return test
    }
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "#data" {
        if !section.isEmpty { cases.append(finished(current)) }
        current = Case()
        section = "#data"
        current.sections[section] = []
      } else if headings.contains(line) && section != "#document" {
        section = String(line)
        current.sections[section] = []
      } else {
        current.sections[section]?.append(line)
      }
    }
    cases.append(finished(current))
    return cases
  }
}
