import DocumentParsing

/// The numbers that tell what around records and inside them belongs to the thread.
package struct RegionPolicy: Policy {
  /// How much text besides records the element around them holds, in bytes without blanks.
  var looseText = 400
  /// How much more it may hold, as a share of the records' text.
  var looseShare = 0.5
  /// How much text besides records an element that is called comments holds, in bytes without
  /// blanks.
  var headText = 1500
  /// How many times the text of a record the element around it may hold.
  var frameFactor = 2
  /// How many blocks inside records are called replies, so that they are answers.
  var leastAnswers = 2
  /// How long the line with the date of an answer is, in bytes without blanks.
  var answerLine = 80
  /// How many sure dates an answer holds.
  var answerDates = 1

  package init() {}

  package static let rules: [Rule<RegionPolicy>] = [
    Rule(
      "loose-text",
      \.looseText,
      considers:
        """
        how much text besides records the element around them holds, in bytes without blanks
        """,
      evidence:
        """
        The count, the ways to sort and a form stand beside the comments; with more, a short \
        article in the same element is taken for a part of them.
        """,
      fixtures: ["html/article-beside", "html/notice-beside"],
      step: 40,
      check: .both
    ),
    Rule(
      "loose-share",
      \.looseShare,
      considers: "how much more it may hold, as a share of the records' text",
      evidence:
        """
        Long discussions have more of it, such as a line under each comment; with less, messages \
        of public-inbox leak into the article; with more, articles beside comments are lost.
        """,
      fixtures: ["html/article-beside", "html/notice-beside"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "head-text",
      \.headText,
      considers:
        """
        how much text besides records an element that is called comments holds, in bytes without \
        blanks
        """,
      evidence:
        """
        Rules of the house and a form stand in an element called comments; more text than that \
        is an article.
        """,
      fixtures: ["html/rules-short", "html/rules-long"],
      step: 100,
      check: .both
    ),
    Rule(
      "frame-factor",
      \.frameFactor,
      considers: "how many times the text of a record the element around it may hold",
      evidence:
        """
        The row of a comment holds picture, name and buttons beside it; a row with more holds a \
        part of the article.
        """,
      fixtures: ["html/row-note", "html/row-text"],
      check: .both
    ),
    Rule(
      "least-answers",
      \.leastAnswers,
      considers: "how many blocks inside records are called replies, so that they are answers",
      evidence:
        """
        One block inside a comment that is called a reply may be a form or a remark, as on Stack \
        Overflow; two with a date each are answers.
        """,
      fixtures: ["html/one-answer", "html/two-answers"],
      check: .both
    ),
    Rule(
      "answer-line",
      \.answerLine,
      considers: "how long the line with the date of an answer is, in bytes without blanks",
      evidence: "The line with name and date is short; a longer one is the end of the text.",
      fixture: "html/answer-bounds",
      check: .both
    ),
    Rule(
      "answer-dates",
      \.answerDates,
      considers: "how many sure dates an answer holds",
      evidence: "An answer has the date it was written; a block with more is a list of answers.",
      fixtures: ["html/guestbook", "html/answer-bounds"],
      check: .both
    ),
  ]
}
