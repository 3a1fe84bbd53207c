import DocumentParsing

/// The numbers by which elements get points for the prose in them, and the best are chosen.
///
/// All of them are Mozilla's Readability's. Lengths are UTF-16 units, white space folded.
package struct ArticleScorePolicy: Policy {
  // A paragraph's points.
  var shortestParagraph = 25
  var paragraphPoints = 2.0
  var pointLength = 100
  var mostLengthPoints = 3

  // Who gets them.
  var scoredAncestors = 5
  var grandparentDivisor = 2.0
  var ancestorDivisor = 3.0

  // What an element has before its paragraphs count.
  var boxPoints = 5
  var quotationPoints = 3
  var listPoints = -3
  var headingPoints = -5
  var namePoints = 25

  // From the best candidate to the element that holds the article.
  var keptCandidates = 5
  var closeShare = 0.75
  var closeCandidates = 3
  var parentDivisor = 3.0

  // Neighbours that belong to the article.
  var siblingShare = 0.2
  var leastSiblingPoints = 10.0
  var longSibling = 80
  var siblingLinks = 0.25

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules: [Rule<ArticleScorePolicy>] = [
    Rule(
      "shortest-paragraph",
      \.shortestParagraph,
      considers: "how long a paragraph is that counts as prose",
      evidence: """
        Readability: shorter ones are labels, dates and buttons, and speak for nothing.
        """,
      fixture: "html/article-siblings",
      check: .both
    ),
    Rule(
      "paragraph-points",
      \.paragraphPoints,
      considers: "how many points a paragraph has before its commas and length count",
      evidence: """
        Readability: one for being there, one for the first part of a sentence.
        """,
      fixture: "html/article-siblings",
      step: 0.25,
      check: .both
    ),
    Rule(
      "point-length",
      \.pointLength,
      considers: "how much text adds a point to a paragraph",
      evidence: "Readability: prose is longer than what stands around it.",
      fixture: "html/article-siblings",
      check: .both
    ),
    Rule(
      "most-length-points",
      \.mostLengthPoints,
      considers: "how many points a paragraph can have for its length",
      evidence: """
        Readability: a page of terms and conditions in one paragraph is no better than three \
        of prose.
        """,
      fixture: "html/article-siblings",
      check: .both
    ),
    Rule(
      "scored-ancestors",
      \.scoredAncestors,
      considers: "how many elements around a paragraph get points for it",
      evidence: """
        Readability: an article is seldom deeper, and the page around it must not collect all.
        """,
      fixture: "html/article-nesting",
      check: .both
    ),
    Rule(
      "grandparent-divisor",
      \.grandparentDivisor,
      considers: "what part of the points goes to the element two levels up",
      evidence: """
        Readability: half, so that an article in sections is found around these.
        """,
      fixture: "html/article-nesting",
      step: 0.1,
      check: .both
    ),
    Rule(
      "ancestor-divisor",
      \.ancestorDivisor,
      considers: "how fast the points shrink further up, a level",
      evidence: "Readability: a sixth three levels up, a ninth four levels up.",
      fixture: "html/article-nesting",
      step: 0.1,
      check: .both
    ),
    Rule(
      "box-points",
      \.boxPoints,
      considers: "the points of a `div` before its paragraphs count",
      evidence: "Readability: boxes are what articles stand in.",
      fixture: "html/article-siblings",
      check: .both
    ),
    Rule(
      "quotation-points",
      \.quotationPoints,
      considers: "the points of quotations, code and cells before their paragraphs count",
      evidence: "Readability: they hold prose, but less often the whole article.",
      fixture: "html/article-kinds",
      check: .both
    ),
    Rule(
      "list-points",
      \.listPoints,
      considers: "the points of lists, items, forms and addresses before their paragraphs count",
      evidence: "Readability: most lists are menus.",
      fixture: "html/article-names",
      check: .both
    ),
    Rule(
      "heading-points",
      \.headingPoints,
      considers: "the points of headings and head cells before the text in them counts",
      evidence: "Readability: what a heading holds is no prose.",
      fixture: "html/article-kinds",
      check: .both
    ),
    Rule(
      "name-points",
      \.namePoints,
      considers: "what a class or an id that sounds like content or like boilerplate is worth",
      evidence: """
        Readability: as much as some ten paragraphs, so that names decide between boxes of \
        like size.
        """,
      fixture: "html/article-names",
      check: .both
    ),
    Rule(
      "kept-candidates",
      \.keptCandidates,
      considers: "how many of the best elements are compared",
      evidence: """
        Readability: enough to see an article whose parts stand in boxes of their own.
        """,
      fixtures: ["html/article-parts", "html/article-apart"],
      check: .both
    ),
    Rule(
      "close-share",
      \.closeShare,
      considers: "the share of the best points that makes an element as good as the best",
      evidence: "Readability: boxes of one article differ by less.",
      fixtures: ["html/article-parts", "html/article-pair"],
      step: 0.05,
      check: .both
    ),
    Rule(
      "close-candidates",
      \.closeCandidates,
      considers:
        "how many elements as good as the best show that the article is what is around them",
      evidence: "Readability: two may be an article and its summary.",
      fixtures: ["html/article-parts", "html/article-pair"],
      check: .both
    ),
    Rule(
      "parent-divisor",
      \.parentDivisor,
      considers:
        "what part of the best points an element around it must have for the search to go on outwards",
      evidence: """
        Readability: where the points drop to less than a third the article has been left.
        """,
      fixtures: ["html/article-parents", "html/article-form"],
      step: 0.25,
      check: .both
    ),
    Rule(
      "sibling-share",
      \.siblingShare,
      considers:
        "the share of the best points with which a neighbour joins, and what a class like the best one adds",
      evidence: """
        Readability: text torn apart by advertisements stands in boxes of one kind.
        """,
      fixture: "html/article-torn",
      step: 0.02,
      check: .both
    ),
    Rule(
      "least-sibling-points",
      \.leastSiblingPoints,
      considers: "the points a neighbour needs whatever the best has",
      evidence: "Readability: beside a short article a line would join otherwise.",
      fixtures: ["html/article-siblings", "html/article-nesting"],
      step: 0.5,
      check: .both
    ),
    Rule(
      "long-sibling",
      \.longSibling,
      considers: "the length from which a neighbouring paragraph need not end like a sentence",
      evidence: "Readability: labels and captions are shorter.",
      fixture: "html/article-torn",
      check: .both
    ),
    Rule(
      "sibling-links",
      \.siblingLinks,
      considers: "the share of links from which a long neighbouring paragraph does not join",
      evidence: "Readability: such a paragraph leads elsewhere.",
      fixture: "html/article-torn",
      step: 0.02,
      check: .both
    ),
  ]
}
