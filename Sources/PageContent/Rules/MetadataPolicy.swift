import DocumentParsing

/// The numbers by which a page's title, author and descriptions of itself are read.
///
/// Lengths are characters.
package struct MetadataPolicy: Policy {
  // The title without the site's name.
  var longestSeparator = 2
  var leastTitleWords = 3
  var leastHeadingWords = 4

  // Elements of the page.
  var mostHeadings = 40
  var shortestName = 2
  var longestName = 80

  // Descriptions in JSON-LD.
  var mostLinkedObjects = 200
  var mostNames = 20

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules: [Rule<MetadataPolicy>] = [
    Rule(
      "longest-separator",
      \.longestSeparator,
      considers: "how long a mark is that parts the title from the name of the site",
      evidence: "Ours: “::” is common; three marks are a part of the title.",
      fixtures: ["html/article-separator", "html/article-mark"],
      check: .both
    ),
    Rule(
      "least-title-words",
      \.leastTitleWords,
      considers: "how many words are left of a title without its last part",
      evidence: """
        Ours: with 5 “Page not found” keeps the name of the site; with less the name of a \
        board stands for the title of its topic.
        """,
      fixtures: ["html/article-short", "html/article-shorter"],
      check: .both
    ),
    Rule(
      "least-heading-words",
      \.leastHeadingWords,
      considers: "how many words a heading has that is taken out of the middle of a title",
      evidence: """
        Ours: with 1 the logo “Quay Notes” becomes the title of a topic; with 8 titles of \
        three trackers keep number and package.
        """,
      fixtures: ["html/article-quoted", "html/article-heading"],
      check: .both
    ),
    Rule(
      "most-headings",
      \.mostHeadings,
      considers: "how many headings are looked at",
      evidence: """
        A limit of work: headings are compared with the title; with 3 a blog loses its own, \
        the fourth.
        """,
      fixture: "html/article-headings",
      check: .lower
    ),
    Rule(
      "shortest-name",
      \.shortestName,
      considers: "how long the name of an author is at least",
      evidence: "Ours: a single letter is a button or an avatar.",
      fixture: "html/article-initial",
      check: .both
    ),
    Rule(
      "longest-name",
      \.longestName,
      considers: "how long the name of an author is at most",
      evidence: "Ours: with 400 the biography of an author is his name.",
      fixture: "html/article-crew",
      check: .both
    ),
    Rule(
      "most-linked-objects",
      \.mostLinkedObjects,
      considers: "how many objects of a description are looked at",
      evidence: "A limit of work: descriptions name each other.",
      fixture: "html/article-objects",
      check: .lower
    ),
    Rule(
      "most-names",
      \.mostNames,
      considers: "how many people are named as authors",
      evidence: """
        Ours: with 1 the second author of a film review is lost; papers of a laboratory name \
        hundreds.
        """,
      fixture: "html/article-authors",
      check: .both
    ),
  ]
}
