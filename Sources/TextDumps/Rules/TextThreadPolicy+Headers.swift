import DocumentParsing

/// Rows for the headers of comments, and for what makes them a thread.
extension TextThreadPolicy {
  static let headerRules: [Rule<TextThreadPolicy>] = [
    Rule(
      "longest-name",
      \.longestName,
      considers: "how many bytes a name has",
      evidence: "WordPress keeps 245.",
      fixture: "wpdiscuz-text/names-longest",
      check: .both
    ),
    Rule(
      "most-header-lines",
      \.mostHeaderLines,
      considers: "how many lines above a comment's text may hold its date",
      evidence: "Name, badges and reply line make four; themes add ranks and places.",
      fixture: "wpdiscuz-text/header-lines",
      check: .both
    ),
    Rule(
      "most-undated-lines",
      \.mostDatelessLines,
      considers: "how many lines a header without a date has",
      evidence: "Name twice and a badge; four short lines are a text.",
      fixture: "wpdiscuz-text/header-undated",
      check: .both
    ),
    Rule(
      "days-out-of-order",
      \.daysOutOfOrder,
      considers: "by how many days a date may be out of order",
      evidence: """
        Threads that were imported from elsewhere are sorted by other things than dates; \
        quoted headers are far older.
        """,
      fixtures: ["wpdiscuz-text/order-two-younger", "wpdiscuz-text/order-one-younger"],
      check: .both
    ),
    Rule(
      "compared-dates",
      \.comparedDates,
      considers: "how many dates that are in order are compared",
      evidence: "One neighbour may be wrong itself.",
      fixtures: ["wpdiscuz-text/order-two-younger", "wpdiscuz-text/order-one-younger"],
      step: 2,
      check: .both
    ),
    Rule(
      "least-against",
      \.leastAgainst,
      considers: "the share of compared dates that must be younger",
      evidence: "Most of the neighbours must contradict a date.",
      fixtures: ["wpdiscuz-text/order-two-younger", "wpdiscuz-text/order-one-younger"],
      step: 20,
      check: .both
    ),
    Rule(
      "days-apart",
      \.daysApart,
      considers: "by how many days a date lies outside the others",
      evidence: "Discussions revive after weeks; what lies further off is quoted or made up.",
      fixtures: ["wpdiscuz-text/dates-apart", "wpdiscuz-text/dates-less-apart"],
      step: 2,
      check: .both
    ),
    Rule(
      "least-spanned-dates",
      \.leastSpannedDates,
      considers: "how many dates a page has that shows a period",
      evidence: "Of a few dates any may be the odd one.",
      fixtures: ["wpdiscuz-text/dates-apart", "wpdiscuz-text/dates-apart-few"],
      check: .both
    ),
    Rule(
      "stray-dates-part",
      \.strayDatesPart,
      considers: "the part of the dates at either end that the period leaves out",
      evidence: """
        Dates of quoted headers are far from the others, and would stretch the period; one in \
        fifty is more than most pages have.
        """,
      fixtures: ["wpdiscuz-text/stray-dates", "wpdiscuz-text/stray-dates-fewer"],
      check: .both
    ),
    Rule(
      "name-twice",
      \.nameTwice,
      considers: "what a name printed twice counts",
      evidence: "Avatar text and name: people who quote a header copy both now and then.",
      fixture: "wpdiscuz-text/scores",
      check: .both
    ),
    Rule(
      "least-doubled",
      \.leastDoubled,
      considers: "the share of headers whose name is printed twice, so that each is expected to be",
      evidence: "A page prints all names alike; some headers lose theirs, or are quoted.",
      fixture: "wpdiscuz-text/dates-quoted",
      step: 10,
      check: .either
    ),
    Rule(
      "name-missing",
      \.nameMissing,
      considers:
        "what a date without a name counts that is older than the last header's, among others",
      evidence:
        "People quote messages of theirs with the date; answers come later than what they answer.",
      fixture: "wpdiscuz-text/dates-quoted",
      check: .both
    ),
    Rule(
      "reply-line",
      \.replyLine,
      considers: "what a reply line counts",
      evidence: "People who quote a header seldom copy it.",
      fixture: "wpdiscuz-text/scores",
      check: .lower
    ),
    Rule(
      "text-above",
      \.textAbove,
      considers: "what text directly above a header counts",
      evidence: "A page separates comments by a blank line; those who quote do not.",
      fixture: "wpdiscuz-text/scores",
      check: .both
    ),
    Rule(
      "text-below",
      \.textBelow,
      considers: "what text directly below a header counts",
      evidence: "As above it.",
      fixture: "wpdiscuz-text/scores",
      check: .both
    ),
    Rule(
      "date-too-old",
      \.dateTooOld,
      considers: "what a date counts that is older than what it stands among",
      evidence: "No sign outweighs it: a quoted header has them all.",
      fixture: "wpdiscuz-text/dates-too-old",
      step: 1
    ),
    Rule(
      "date-too-young",
      \.dateTooYoung,
      considers: "what a date counts that is younger than all others",
      evidence: "A date somebody made up; a header with both other signs outweighs it.",
      fixtures: ["wpdiscuz-text/date-to-come-answering", "wpdiscuz-text/date-to-come"],
      check: .both
    ),
    Rule(
      "date-remote",
      \.dateRemote,
      considers: "what a date counts that is in order but long before all others",
      evidence: """
        The first comment may be years older than the rest; with a name once it is a \
        quotation.
        """,
      fixtures: ["wpdiscuz-text/dates-apart", "wpdiscuz-text/dates-apart-doubled"],
      check: .both
    ),
    Rule(
      "least-score",
      \.leastScore,
      considers: "the score of a header that is believed",
      evidence: """
        A date with a blank line on either side and nothing else is one: newer extractors lose \
        names.
        """,
      fixtures: ["wpdiscuz-text/scores", "wpdiscuz-text/dates-apart"],
      check: .both
    ),
    Rule(
      "least-day-headers",
      \.leastDayHeaders,
      considers: "how many headers without a time of day are a thread",
      evidence: "Two days with names are signatures or events.",
      fixtures: ["wpdiscuz-text/days-three", "text/days-two"],
      check: .both
    ),
    Rule(
      "most-indented",
      \.mostIndented,
      considers: "the share of headers whose dates are indented",
      evidence: "A page's layout is lost when it is flattened, so indented dates are a text's own.",
      fixtures: ["text/dates-indented", "wpdiscuz-text/dates-less-indented"],
      step: 8,
      check: .both
    ),
    Rule(
      "most-impossible",
      \.mostImpossible,
      considers: "the share of dates that name no day of the calendar",
      evidence: "Version numbers look like dates; of real ones a few are read in the wrong order.",
      fixtures: ["wpdiscuz-text/dates-impossible", "text/dates-more-impossible"],
      step: 10,
      check: .both
    ),
    Rule(
      "least-signed-headers",
      \.leastSignedHeaders,
      considers: "from how many headers on signatures decide",
      evidence: "One header has no other to be like.",
      fixtures: ["wpdiscuz-text/alone-nameless", "wpdiscuz-text/two-signed"],
      check: .both
    ),
    Rule(
      "certain-part",
      \.certainPart,
      considers: """
        the part of the headers with a name twice or a reply line that makes them a thread
        """,
      evidence: "A list of changes has neither; on pages that lost their names some are left.",
      fixtures: ["wpdiscuz-text/certain-eighth", "text/certain-ninth"],
      check: .both
    ),
    Rule(
      "least-named",
      \.leastNamed,
      considers: "the share of headers with a name and a time",
      evidence: "Lists of changes have names above some dates.",
      fixtures: ["wpdiscuz-text/named-half", "text/named-fewer"],
      step: 10,
      check: .both
    ),
    Rule(
      "blank-lines-above",
      \.blankLinesAbove,
      considers: "how many blank lines set a single header off",
      evidence: "Extractors print two where the thread begins; paragraphs have one.",
      fixtures: ["wpdiscuz-text/alone-apart", "text/alone-close"],
      check: .both
    ),
  ]
}
