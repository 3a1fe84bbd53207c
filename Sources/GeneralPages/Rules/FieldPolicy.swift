import DocumentParsing

/// The numbers that tell where the labels, the date and the text of records stand.
package struct FieldPolicy: Policy {
  /// How many records have the same words, so that they are a label.
  var leastLabelled = 3
  /// How many records in a hundred have the same words, so that they are a label.
  var labelPercent = 70
  /// How long a label is, in bytes without blanks.
  var longestLabel = 40
  /// How many nodes a label has.
  var labelNodes = 8
  /// What a date in words is worth, by one for machines.
  var wordedDate = 0.5
  /// What is added for an element that the mark-up calls a date.
  var namedDate = 0.3
  /// What is added for a date with a time of day.
  var timedDate = 0.3
  /// What is left of a date that is the same in all records.
  var constantDate = 0.3
  /// What a date is worth that may be none.
  var weakDate = 0.5
  /// What is taken from a date for each one before it.
  var laterDate = 0.01
  /// How much text of one element counts, in bytes without blanks.
  var longestBody = 4000
  /// How many records are asked what the mark-up of their texts says.
  var sampledRecords = 200
  /// What elements are worth that the mark-up calls a text.
  var namedBodyFactor = 1.5
  /// What elements are worth that the mark-up calls a quotation.
  var quoteFactor = 0.3
  /// The share of records that hold an element of the kind that holds the text.
  var bodyCoverage = 0.6
  /// How much text besides it the line around a date or an author holds, in bytes without blanks.
  var lineSurplus = 16
  /// How much text besides author and date a heading of a record holds, in bytes without blanks.
  var headSurplus = 60

  package init() {}

  package static let rules: [Rule<FieldPolicy>] = [
    Rule(
      "least-labelled",
      \.leastLabelled,
      considers: "how many records have the same words, so that they are a label",
      evidence:
        """
        Two comments may say the same by chance; three that do have a button. With 4, the line \
        `Chapter 3` above three comments of an archive of stories becomes their author.
        """,
      fixtures: ["html/labels-of-two", "html/labels-of-three"],
      check: .both
    ),
    Rule(
      "label-percent",
      \.labelPercent,
      considers: "how many records in a hundred have the same words, so that they are a label",
      evidence:
        """
        Not every comment can be answered or reported, so a button may be missing in some. With \
        more, the line `Chapter 3` above most comments of an archive of stories becomes their \
        author; with less, texts that a part of them share are lost.
        """,
      fixtures: ["html/labels-five-of-eight", "html/labels-three-of-four"],
      step: 10,
      check: .both
    ),
    Rule(
      "longest-label",
      \.longestLabel,
      considers: "how long a label is, in bytes without blanks",
      evidence:
        """
        Buttons have a few words; the same longer text in all is a signature or a notice, and \
        stays with the comment.
        """,
      fixture: "html/label-bounds",
      check: .both
    ),
    Rule(
      "label-nodes",
      \.labelNodes,
      considers: "how many nodes a label has",
      evidence:
        """
        A line of buttons is labels one by one; as a whole it may hold the count of votes, which \
        differs.
        """,
      fixture: "html/label-bounds",
      check: .both
    ),
    Rule(
      "worded-date",
      \.wordedDate,
      considers: "what a date in words is worth, by one for machines",
      evidence:
        """
        Dates for machines are exact and surely dates; but one for machines that is the same \
        everywhere is the page's. With less, reviews of Yotpo get the date of the answer to \
        them.
        """,
      fixture: "html/dates-of-a-fair",
      step: 0.4,
      check: .both
    ),
    Rule(
      "named-date",
      \.namedDate,
      considers: "what is added for an element that the mark-up calls a date",
      evidence:
        """
        Of two dates in words the one in an element called a date is the comment's, unless only \
        the other has a time of day.
        """,
      fixtures: ["html/dates-named", "html/dates-with-times"],
      step: 0.3,
      check: .both
    ),
    Rule(
      "timed-date",
      \.timedDate,
      considers: "what is added for a date with a time of day",
      evidence:
        """
        Comments have a time of day; the days on which people joined, events and birthdays have \
        none.
        """,
      fixture: "html/dates-with-times",
      step: 0.3,
      check: .both
    ),
    Rule(
      "constant-date",
      \.constantDate,
      considers: "what is left of a date that is the same in all records",
      evidence:
        """
        A date that is the same in all comments is the article's or an event's; but comments of \
        one day share theirs too.
        """,
      fixture: "html/dates-of-a-fair",
      step: 0.3,
      check: .both
    ),
    Rule(
      "weak-date",
      \.weakDate,
      considers: "what a date is worth that may be none",
      evidence:
        """
        `15h` may be an age or a measure; any other date is preferred, unless that is the same \
        in all comments.
        """,
      fixture: "html/dates-or-ages",
      step: 0.4,
      check: .both
    ),
    Rule(
      "later-date",
      \.laterDate,
      considers: "what is taken from a date for each one before it",
      evidence:
        """
        Where two dates are equally good the first is that of the comment. With none, answers of \
        Stack Overflow get the date of their change, and talk pages of wikis that of whoever \
        answered; with far more, no sign can make a second date win.
        """,
      fixture: "html/dates-with-times",
      step: 0.5,
      check: .both
    ),
    Rule(
      "longest-body",
      \.longestBody,
      considers: "how much text of one element counts, in bytes without blanks",
      evidence:
        """
        One comment that pastes a log must not decide where all have their text; ordinary texts \
        are shorter.
        """,
      fixture: "html/long-log",
      step: 500
    ),
    Rule(
      "sampled-records",
      \.sampledRecords,
      considers: "how many records are asked what the mark-up of their texts says",
      evidence:
        """
        The classes of the first records tell those of all, and asking each would take as long \
        as reading them; with one record, a removed comment at the beginning hides them.
        """,
      fixture: "html/removed-first",
      step: 199,
      check: .lower
    ),
    Rule(
      "named-body-factor",
      \.namedBodyFactor,
      considers: "what elements are worth that the mark-up calls a text",
      evidence:
        """
        Beside the text may stand a longer list or description of the author: with less, buttons \
        to follow people are read as comments of Lifehacker. But `content` may also be a single \
        line.
        """,
      fixtures: ["html/text-or-motto", "html/text-or-list"],
      step: 0.4,
      check: .both
    ),
    Rule(
      "quote-factor",
      \.quoteFactor,
      considers: "what elements are worth that the mark-up calls a quotation",
      evidence:
        """
        Whoever quotes at length answers in a line: the quotation must not be taken for the \
        text.
        """,
      fixture: "html/text-and-quote",
      step: 0.2
    ),
    Rule(
      "body-coverage",
      \.bodyCoverage,
      considers: "the share of records that hold an element of the kind that holds the text",
      evidence:
        """
        Removed comments lack the element; what fewer have is a part of some texts, such as a \
        list. With less, answers of Stack Overflow are read from an element that some lack.
        """,
      fixtures: ["html/kind-five-of-nine", "html/kind-three-of-five"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "head-surplus",
      \.headSurplus,
      considers:
        """
        how much text besides author and date an element holds that is called a heading or a box of \
        authors, in bytes without blanks
        """,
      evidence:
        """
        LWN's heads tell when somebody posted by, who is a subscriber, and how many responses there \
        are; what is longer may be the text itself.
        """,
      fixture: "html/head-bounds",
      check: .both
    ),
    Rule(
      "line-surplus",
      \.lineSurplus,
      considers:
        """
        how much text besides it the line around a date or an author holds, in bytes without \
        blanks
        """,
      evidence:
        """
        `wrote on`, `says:` and the number of a comment belong to the line with the date. With \
        less, what stands beside the name (`Party: Republican`) becomes a paragraph of the \
        comment; with more, its first words are lost.
        """,
      fixture: "html/line-bounds",
      check: .both
    ),
  ]
}
