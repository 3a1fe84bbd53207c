import DocumentParsing

/// The numbers by which dates are found on a page.
package struct DateMentionPolicy: Policy {
  /// How much text an element that is one date holds, in bytes without blanks.
  var longestElement = 80
  /// How many nodes an element that is one date has fewer than.
  var nodeLimit = 40
  /// How long a date that cannot be read is, in bytes.
  var longestWording = 48
  /// How many words a date that cannot be read has.
  var mostWords = 6
  /// The earliest year of a date that cannot be read.
  var firstYear = 1990
  /// The latest year of a date that cannot be read.
  var lastYear = 2040
  /// How long a text with a date among other words is, in bytes without blanks.
  var longestText = 160
  /// How long a text is that says without a number how long ago something was, in bytes without
  /// blanks.
  var longestAge = 60

  package init() {}

  package static let rules: [Rule<DateMentionPolicy>] = [
    Rule(
      "longest-element",
      \.longestElement,
      considers: "how much text an element that is one date holds, in bytes without blanks",
      evidence:
        """
        Whole lines that are a date, such as `on Monday, as told by …`, stay below this; above \
        it, elements with a `title` or `datetime` are comments themselves, and their text would \
        be lost to the date.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "node-limit",
      \.nodeLimit,
      considers: "how many nodes an element that is one date has fewer than",
      evidence:
        """
        Scripts put each letter of a date into an element of its own; elements with more nodes \
        are whole comments with a date attribute.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "longest-wording",
      \.longestWording,
      considers: "how long a date that cannot be read is, in bytes",
      evidence:
        """
        Dates such as `March 2018` have a few words; longer texts in elements called dates are \
        sentences that mention a year, and belong to the comment.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "most-words",
      \.mostWords,
      considers: "how many words a date that cannot be read has",
      evidence:
        """
        `50 minutes 46 seconds ago` has five words; with more, sentences about a year become \
        dates.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "first-year",
      \.firstYear,
      considers: "the earliest year of a date that cannot be read",
      evidence:
        """
        There were no discussions on the web before; with earlier years, house numbers and \
        titles in elements called dates become dates.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "last-year",
      \.lastYear,
      considers: "the latest year of a date that cannot be read",
      evidence:
        """
        With later years, numbers of posts and prices in elements called dates become dates.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "longest-text",
      \.longestText,
      considers: "how long a text with a date among other words is, in bytes without blanks",
      evidence:
        """
        `Ines wrote on 4 March 2019 from …` names author and date in one text; in longer ones \
        the date is part of what the comment tells.
        """,
      fixture: "html/date-bounds",
      check: .both
    ),
    Rule(
      "longest-age",
      \.longestAge,
      considers:
        """
        how long a text is that says without a number how long ago something was, in bytes without \
        blanks
        """,
      evidence:
        """
        `Ines, an hour ago` holds a name beside the age; longer texts are sentences that tell when \
        something happened.
        """,
      fixture: "html/ages-behind-names",
      check: .lower
    ),
  ]
}
