import DocumentParsing

/// The numbers that tell whether records are the comments of a thread.
package struct VerdictPolicy: Policy {
  /// The share of records that the mark-up calls comments or posts.
  var mostlyNamed = 0.7
  /// The share of records with a text, where the mark-up speaks of comments.
  var leastFilled = 0.6
  /// The share of records that hold the dates of several comments.
  var mostCrowded = 0.5
  /// The share of records with a date, below which authors must be sure.
  var leastDated = 0.5
  /// The share of records with an author, where dates are missing.
  var undatedSigned = 0.8
  /// The share of records with an author, if they call themselves comments.
  var namedSigned = 0.4
  /// The share of records with a date that stands in for authors.
  var namedDated = 0.8
  /// The share of records with an author, if they stand where comments do.
  var aroundSigned = 0.7
  /// The share of records with a date, if they stand where comments do.
  var aroundDated = 0.75
  /// The shares of records with a date, an author and a text, if nothing calls them comments.
  var leastComplete = 0.8
  /// How many records stand where posts do.
  var leastPosts = 2
  /// How many records there are, if nothing calls them comments.
  var leastRecords = 3
  /// How many different authors records have that nothing calls comments.
  var leastAuthors = 2
  /// The share of records whose author is marked or linked to a profile.
  var profileShare = 0.5
  /// How many elements around the author may mark it or link it.
  var profileLevels = 3
  /// The share of records with a button to answer them.
  var leastAnswerable = 0.75
  /// How much text the label of such a button holds, in bytes without blanks.
  var longestLabel = 30
  /// How much text the heading of a discussion holds, in bytes without blanks.
  var longestHeading = 80
  /// How many texts above the first record are looked at for the heading, itself included.
  var textsAbove = 3
  /// The share of records whose title leads to another page.
  var listingTitles = 0.2
  /// The share of records that call themselves comments, above which titles count less.
  var namedListing = 0.5
  /// The share of records whose title leads to another page, if they call themselves comments.
  var namedListingTitles = 0.4
  /// How much text a title holds, in bytes without blanks.
  var shortestTitle = 12
  /// The share of a title that links make up.
  var titleLinks = 0.5
  /// How many pages the records link to comments of, by the number of records.
  var otherPages = 0.5
  /// How many records in a hundred have no id, the stray included.
  var strayPercent = 20

  package init() {}

  package static let rules: [Rule<VerdictPolicy>] = [
    Rule(
      "mostly-named",
      \.mostlyNamed,
      considers: "the share of records that the mark-up calls comments or posts",
      evidence:
        """
        Themes give the class to most comments only, for pingbacks and the author's own have \
        another; lists with a few of them are something else.
        """,
      fixtures: ["html/named-two-thirds", "html/named-three-quarters"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "least-filled",
      \.leastFilled,
      considers: "the share of records with a text, where the mark-up speaks of comments",
      evidence:
        """
        Comments that were removed have no text; where half have none, the elements are headers, \
        or ratings without words.
        """,
      fixtures: ["html/texts-five-of-nine", "html/texts-three-of-five"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "most-crowded",
      \.mostCrowded,
      considers: "the share of records that hold the dates of several comments",
      evidence:
        """
        Some comments quote what has dates; where most have many, they are containers of several \
        comments.
        """,
      fixtures: ["html/timetables-half", "html/timetables-most"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "least-dated",
      \.leastDated,
      considers: "the share of records with a date, below which authors must be sure",
      evidence:
        """
        Comments that were removed have lost their date; where most have none, the elements may \
        be menus and forms, so that authors must be sure.
        """,
      fixtures: ["html/dates-three-of-seven", "html/dates-half"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "undated-signed",
      \.undatedSigned,
      considers: "the share of records with an author, where dates are missing",
      evidence:
        """
        Without dates only the names tell a thread from a list; all but the anonymous have one.
        """,
      fixtures: ["html/names-four-of-five", "html/names-six-of-seven"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "named-signed",
      \.namedSigned,
      considers: "the share of records with an author, if they call themselves comments",
      evidence:
        """
        Where elements call themselves comments, most may be anonymous, or named in a way that \
        is not understood.
        """,
      fixtures: ["html/names-three-of-nine", "html/names-two-of-five"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "named-dated",
      \.namedDated,
      considers: "the share of records with a date that stands in for authors",
      evidence: "Boards without names have a date for each comment.",
      fixtures: ["html/dates-three-of-four", "html/dates-four-of-five"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "around-signed",
      \.aroundSigned,
      considers: "the share of records with an author, if they stand where comments do",
      evidence:
        """
        Where only the place is called comments, elements may be its headings, forms and \
        buttons, which nobody has signed.
        """,
      fixtures: ["html/around-names-two-thirds", "html/around-names-three-quarters"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "around-dated",
      \.aroundDated,
      considers: "the share of records with a date, if they stand where comments do",
      evidence: "As for authors: headings, forms and buttons have no date.",
      fixtures: ["html/around-dates-two-thirds", "html/around-dates-three-quarters"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "least-complete",
      \.leastComplete,
      considers:
        """
        the shares of records with a date, an author and a text, if nothing calls them comments
        """,
      evidence:
        """
        Comments lack one of the three where one was removed. With less, an article page of \
        Medium without comments gets a thread of its own byline and teasers.
        """,
      fixtures: ["html/unnamed-dates-three-quarters", "html/unnamed-dates-four-fifths"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "least-posts",
      \.leastPosts,
      considers: "how many records stand where posts do",
      evidence: "A topic with one answer has two posts; one post alone is an article.",
      fixture: "html/two-posts"
    ),
    Rule(
      "least-records",
      \.leastRecords,
      considers: "how many records there are, if nothing calls them comments",
      evidence:
        """
        Two elements alike, with a name and a date, are on many pages. With 2, the notes of a \
        story and the buttons to share a newspaper's article become threads, and the article is \
        cut.
        """,
      fixtures: ["html/two-remarks", "html/board"],
      check: .both
    ),
    Rule(
      "least-authors",
      \.leastAuthors,
      considers: "how many different authors records have that nothing calls comments",
      evidence: "What one person has signed throughout is a weblog or a list of changes.",
      fixtures: ["html/one-author", "html/board"],
      check: .both
    ),
    Rule(
      "profile-share",
      \.profileShare,
      considers: "the share of records whose author is marked or linked to a profile",
      evidence:
        """
        In a list of anything the bold words look like names; those of people link to their \
        pages, except for guests. With more, talk pages of wikis are not recognised, where many \
        write without an account.
        """,
      fixtures: ["html/profiles-half", "html/profiles-two-thirds"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "profile-levels",
      \.profileLevels,
      considers: "how many elements around the author may mark it or link it",
      evidence:
        """
        The name stands in a line, and the line in what is called the author; further out it is \
        the whole comment.
        """,
      fixtures: ["html/profile-near", "html/profile-far"],
      check: .both
    ),
    Rule(
      "least-answerable",
      \.leastAnswerable,
      considers: "the share of records with a button to answer them",
      evidence:
        """
        Where a discussion is closed or nested to its end some have none; no list of articles has \
        any.
        """,
      fixtures: ["html/answerable-most", "html/answerable-half"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "longest-label",
      \.longestLabel,
      considers: "how much text the label of a button to answer holds, in bytes without blanks",
      evidence:
        """
        Labels name whom one answers, or ask to log in first. Sentences that begin with «answer» or \
        «reply» are longer.
        """,
      fixtures: ["html/label-thirty"],
      step: 1,
      check: .lower
    ),
    Rule(
      "longest-heading",
      \.longestHeading,
      considers: "how much text the heading of a discussion holds, in bytes without blanks",
      evidence:
        """
        Headings repeat the title of the article: «12 thoughts on …». Paragraphs in large type are \
        longer.
        """,
      fixtures: ["html/heading-eighty"],
      step: 1,
      check: .lower
    ),
    Rule(
      "texts-above",
      \.textsAbove,
      considers: "how many texts above the first record are looked at for the heading",
      evidence:
        """
        Between the heading and the first comment a page has the order of the comments, a count or \
        a link to its rules; further above the article begins.
        """,
      fixtures: ["html/heading-above"],
      step: 1,
      check: .lower
    ),
    Rule(
      "listing-titles",
      \.listingTitles,
      considers: "the share of records whose title leads to another page",
      evidence:
        """
        Comments may begin with a heading that links somewhere; in lists of articles all do. \
        With less, topics of boards whose first post has a linked title are no threads; with \
        more, lists of articles are.
        """,
      fixtures: ["html/titles-one-of-five", "html/titles-one-of-four"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "named-listing",
      \.namedListing,
      considers:
        """
        the share of records that call themselves comments, above which titles count less
        """,
      evidence:
        """
        Where the place alone is called comments it may hold a list of articles; what calls \
        itself a comment may link more.
        """,
      fixtures: ["html/named-half-titles", "html/named-most-titles"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "named-listing-titles",
      \.namedListingTitles,
      considers:
        """
        the share of records whose title leads to another page, if they call themselves comments
        """,
      evidence:
        """
        Reviews have titles that lead to what is reviewed; where half of the entries do, it is \
        an overview of reviews.
        """,
      fixtures: ["html/titles-one-of-three", "html/titles-two-of-four"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "shortest-title",
      \.shortestTitle,
      considers: "how much text a title holds, in bytes without blanks",
      evidence: "Shorter linked headings are names and numbers of comments.",
      fixtures: ["html/title-short", "html/title-long"],
      check: .both
    ),
    Rule(
      "title-links",
      \.titleLinks,
      considers: "the share of a title that links make up",
      evidence:
        """
        A heading with a link among its words is part of a text; a title is a link as a whole, \
        but for a date or a number.
        """,
      fixtures: ["html/title-part-link", "html/title-most-link"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "other-pages",
      \.otherPages,
      considers: "how many pages the records link to comments of, by the number of records",
      evidence:
        """
        Boxes with the latest comments lead to as many pages as they have entries; the comments \
        of one page lead to it, and to some others if the site has several addresses for it.
        """,
      fixtures: ["html/links-two-pages", "html/links-three-pages"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "stray-percent",
      \.strayPercent,
      considers: "how many records in a hundred have no id, the stray included",
      evidence: "A comment without an id is a stray only if nearly all others have one.",
      fixtures: ["html/stray-of-five", "html/stray-of-four"],
      step: 5,
      check: .both
    ),
  ]
}
