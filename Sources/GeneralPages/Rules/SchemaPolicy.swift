import DocumentParsing

/// The numbers by which comments are read that schema.org's vocabulary marks.
package struct SchemaPolicy: Policy {
  /// How many times the comments of the page JSON-LD must hold to be read in their place.
  var linkedSurplus = 1.25
  /// How many posts of a forum are comments.
  var leastPosts = 2

  package init() {}

  package static let rules: [Rule<SchemaPolicy>] = [
    Rule(
      "linked-surplus",
      \.linkedSurplus,
      considers:
        """
        how many times the comments of the page JSON-LD must hold to be read in their place
        """,
      evidence:
        """
        Pages show all comments that JSON-LD has, but for some that were removed or are hidden; \
        where they show clearly fewer, scripts load the rest.
        """,
      fixtures: ["schema/linked-five-of-four", "schema/linked-three-of-two"],
      step: 0.25,
      check: .both
    ),
    Rule(
      "least-posts",
      \.leastPosts,
      considers: "how many posts of a forum are comments",
      evidence: "One posting alone is the article; with an answer it is a topic.",
      fixtures: ["html/one-posting", "schema/two-postings"],
      check: .both
    ),
  ]
}
