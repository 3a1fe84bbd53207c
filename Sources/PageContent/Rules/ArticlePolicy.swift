import DocumentParsing

/// The numbers by which the article's bounds are found: whether an attempt is good enough, where the
/// text begins and where it ends.
///
/// Shares of prose are percents. Lengths are characters, unless a row says otherwise.
package struct ArticlePolicy: Policy {
  // What was found.
  var enoughText = 500
  var leastStatedText = 80

  // What stands around the text.
  var leastNarrowedShare = 60
  var proseBeforeComment = 90
  var proseBeforeComments = 50
  var proseBetweenComments = 10
  var severalComments = 2

  // The line that names author and date.
  var longestByline = 100
  var mostBylineNodes = 40
  var longestBylineJoint = 4
  var longestBylineRest = 40

  // An article cut in several pages.
  var mostPages = 200

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules: [Rule<ArticlePolicy>] = [
    Rule(
      "enough-text",
      \.enoughText,
      considers:
        "how much text an attempt must find, in UTF-16 units, so that no less strict one is made",
      evidence: "Readability: less text is a teaser beside the article.",
      fixtures: ["html/article-enough", "html/article-little"],
      check: .both
    ),
    Rule(
      "least-stated-text",
      \.leastStatedText,
      considers: "how much text an element must have that schema.org calls the main content",
      evidence: """
        Ours: with 800 the table of states around a short report of a fault becomes its \
        article; less than a line is a label.
        """,
      fixtures: ["html/article-stated", "html/article-unstated"],
      check: .both
    ),
    Rule(
      "least-narrowed-share",
      \.leastNarrowedShare,
      considers:
        "the share of the prose that must stand in the element that themes call the content",
      evidence: """
        Ours: with 90 counters and tips around the text of two sites stay; with half of the \
        prose outside, the element is a part of the article.
        """,
      fixtures: ["html/article-narrow", "html/article-wide"],
      step: 2,
      check: .both
    ),
    Rule(
      "prose-before-comment",
      \.proseBeforeComment,
      considers: "how much of the prose must stand before a single comment that ends the article",
      evidence: "Ours: with less a comment picked out amid an article ended it there.",
      fixtures: ["schema/article-word", "schema/article-remark"],
      step: 5,
      check: .both
    ),
    Rule(
      "prose-before-comments",
      \.proseBeforeComments,
      considers: "how much of the prose must stand before several comments that end the article",
      evidence: """
        Ours: if comments never end it, what follows them stays on six pages, such as a \
        newsletter; with 10 an answer page loses the second half of its text.
        """,
      fixtures: ["schema/article-words", "schema/article-remarks"],
      step: 5,
      check: .both
    ),
    Rule(
      "prose-between-comments",
      \.proseBetweenComments,
      considers: "how much of the prose may stand between comments that end the article",
      evidence: """
        Ours: with 0 what follows the comments stays on six pages; comments with a part of the \
        article between them are quotations.
        """,
      fixtures: ["schema/article-between", "schema/article-betweens"],
      step: 2,
      check: .both
    ),
    Rule(
      "several-comments",
      \.severalComments,
      considers: "how many comments are several",
      evidence: """
        Ours: with 9 what follows a short thread stays; one comment may stand amid an article.
        """,
      fixtures: ["schema/article-words", "schema/article-remark"],
      check: .both
    ),
    Rule(
      "longest-byline",
      \.longestByline,
      considers: "how long the first line is that names author and date",
      evidence: """
        Ours: no line that only names author and date is longer than 50 on 341 real pages; \
        longer ones say more.
        """,
      fixtures: ["html/article-byline", "html/article-byline-long"],
      check: .both
    ),
    Rule(
      "most-byline-nodes",
      \.mostBylineNodes,
      considers: "how many elements and texts that line consists of",
      evidence: """
        Ours: a limit of work; no such line has more than 15 on 341 real pages.
        """,
      fixtures: ["html/article-byline", "html/article-byline-parts"],
      check: .both
    ),
    Rule(
      "longest-byline-joint",
      \.longestBylineJoint,
      considers: "how long a text between author and date may be",
      evidence: """
        Ours: with 0 “June 29, 2016 by …” stays as the first paragraph; “from”, “von” and \
        separators fit, words that say something do not.
        """,
      fixtures: ["html/article-byline", "html/article-byline-joint"],
      check: .both
    ),
    Rule(
      "longest-byline-rest",
      \.longestBylineRest,
      considers: "how much may follow the name of an author who is known",
      evidence: """
        Ours: with 10 “By Ferryman Ruud, 2 March 2026” stays; a date or a newspaper fits, a \
        sentence does not.
        """,
      fixtures: ["html/article-rest", "html/article-rest-long"],
      check: .both
    ),
    Rule(
      "most-pages",
      \.mostPages,
      considers: "how many pages an article may have",
      evidence: "A limit: links are made for all pages.",
      fixture: "html/article-pages",
      check: .lower
    ),
  ]
}
