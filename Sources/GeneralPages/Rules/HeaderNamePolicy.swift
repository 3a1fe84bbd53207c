import DocumentParsing

/// The numbers by which names are found that stand in no element of their own.
package struct HeaderNamePolicy: Policy {
  /// The share of records whose authors are marked, above which others have theirs in the same place.
  var mostlySigned = 0.6
  /// The share of records without author that have a name beside the date.
  var besideDates = 0.8
  /// How many different names stand beside dates.
  var differentNames = 2
  /// How much text besides the date the line with a name holds, in bytes without blanks, and how many
  /// nodes.
  var longestLine = 120

  package init() {}

  package static let rules: [Rule<HeaderNamePolicy>] = [
    Rule(
      "mostly-signed",
      \.mostlySigned,
      considers:
        """
        the share of records whose authors are marked, above which others have theirs in the same \
        place
        """,
      evidence:
        """
        Members have a link, the anonymous a word in its place; where few have a link it may lead to \
        somebody who is answered.
        """,
      fixture: "html/anonymous-texts",
      step: 0.2
    ),
    Rule(
      "beside-dates",
      \.besideDates,
      considers: "the share of records without author that have a name beside the date",
      evidence:
        """
        `Ola, 13.02.2022` in one element names both; where some have no such words they are no names.
        """,
      fixture: "html/names-beside-dates",
      step: 0.2
    ),
    Rule(
      "different-names",
      \.differentNames,
      considers: "how many different names stand beside dates",
      evidence: "The same word beside every date is a label: `39 points`, `Posted`.",
      fixture: "html/names-beside-dates"
    ),
    Rule(
      "longest-line",
      \.longestLine,
      considers:
        """
        how much text besides the date the line with a name holds, in bytes without blanks, and how \
        many nodes
        """,
      evidence: "A line may hold the rank and the place of its author; longer ones are texts.",
      fixtures: ["html/long-lines", "html/longer-lines"],
      check: .both
    ),
  ]
}
