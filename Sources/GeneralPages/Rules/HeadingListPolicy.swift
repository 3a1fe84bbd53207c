import DocumentParsing

/// The numbers by which a page is taken for a list of articles.
package struct HeadingListPolicy: Policy {
  /// How many headings lead to a page each.
  var leastEntries = 5
  /// How much text such a heading holds, in bytes without blanks.
  var shortestTitle = 12
  /// The share of the headings that lead to pages of the same site.
  var ownSite = 0.8
  /// How long a piece of text is that counts as prose, in bytes without blanks.
  var shortestProse = 80
  /// How much prose may stand beside the entries, in bytes without blanks.
  var mostProse = 800

  package init() {}

  package static let rules: [Rule<HeadingListPolicy>] = [
    Rule(
      "least-entries",
      \.leastEntries,
      considers: "how many headings lead to a page each",
      evidence: "Below an article stand three or four others; a page of its own lists more.",
      fixture: "html-list/edge"
    ),
    Rule(
      "shortest-title",
      \.shortestTitle,
      considers: "how much text such a heading holds, in bytes without blanks",
      evidence: "Headings with a word or two name sections of a site.",
      fixture: "html-list/edge"
    ),
    Rule(
      "own-site",
      \.ownSite,
      considers: "the share of the headings that lead to pages of the same site",
      evidence:
        """
        An article about several things has headings that lead to each, elsewhere; a front page \
        may hold an advertisement.
        """,
      fixture: "html-list/edge",
      step: 0.1
    ),
    Rule(
      "shortest-prose",
      \.shortestProse,
      considers: "how long a piece of text is that counts as prose, in bytes without blanks",
      evidence: "Menus, buttons and captions are short; sentences are not.",
      fixture: "html-list/edge",
      step: 10
    ),
    Rule(
      "most-prose",
      \.mostProse,
      considers: "how much prose may stand beside the entries, in bytes without blanks",
      evidence: "A page may introduce itself in a paragraph or two; more is an article.",
      fixture: "html-list/edge",
      step: 100
    ),
  ]
}
