import DocumentParsing

/// The numbers by which a page is taken for a form or a notice in place of what was asked for.
package struct ObstaclePolicy: Policy {
  /// How many characters of text, blanks not counted, such a page has outside of menus and forms.
  var mostProse = 600
  /// Within how many seconds a page sends browsers to another.
  var mostSeconds = 10

  package init() {}

  package static let rules: [Rule<ObstaclePolicy>] = [
    Rule(
      "most-prose",
      \.mostProse,
      considers:
        "how many characters, blanks not counted, a form to log in or a notice has besides forms",
      evidence: """
        Ours: what WordPress, phpBB and XenForo print above such forms is shorter than 300; a form \
        to log in beside an article of three paragraphs is no obstacle.
        """,
      fixtures: ["html/obstacle-little", "html/obstacle-beside"],
      step: 60,
      check: .both
    ),
    Rule(
      "most-seconds",
      \.mostSeconds,
      considers: "within how many seconds a page sends browsers to another",
      evidence: """
        Ours: pages that have moved wait up to ten seconds, to be read; pages that load themselves \
        or their site again wait for minutes.
        """,
      fixtures: ["html/obstacle-ten-seconds", "html/obstacle-eleven-seconds"],
      check: .both
    ),
  ]
}
