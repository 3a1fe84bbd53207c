import DocumentParsing

/// The numbers that tell which elements of a page are records, and which group of them is best.
package struct RecordPolicy: Policy {
  /// How many dates one record holds.
  var mostDates = 4
  /// How much a record with more dates takes from the group's score.
  var crowdedPenalty = 0.7
  /// How much text of one record counts, in bytes without blanks.
  var longestRecord = 2000
  /// What records add to the score that call themselves comments.
  var ownNameWeight = 2.0
  /// What records add to the score that stand where comments do.
  var aroundNameWeight = 1.5
  /// What records add to the score that stand where posts do.
  var postNameWeight = 0.3
  /// How many times the text records must hold to go on to the next one.
  var growth = 2.0
  /// How many elements hold the records that go on to the next one, by the number of records.
  var mostParents = 0.5
  /// What each record is worth of a group without dates whose records call themselves comments.
  var undatedWeight = 0.05
  /// How much of its score a group keeps that holds next to nothing of its rivals' text.
  var leastFullness = 0.1
  /// The share of a group's dates that another must hold to be its rival.
  var rivalDates = 0.7
  /// What groups are worth whose records stand inside each other.
  var nestingWeight = 1.1
  /// How many groups are compared.
  var mostGroups = 40
  /// How many groups are looked at closely.
  var mostCandidates = 12
  /// The share of records inside a list of articles that makes a group part of it.
  var shareInListing = 0.5
  /// How many lines with a date stand beside texts in elements of their own.
  var leastLines = 3
  /// How long such a line is, in bytes without blanks.
  var longestLine = 160
  /// How many elements stand between two such lines.
  var mostBetween = 8
  /// The share of the elements alike that are such lines.
  var lineShare = 0.25
  /// The share of such lines that a text stands between.
  var betweenShare = 0.8

  package init() {}

  package static let rules: [Rule<RecordPolicy>] = [
    Rule(
      "most-dates",
      \.mostDates,
      considers: "how many dates one record holds",
      evidence:
        """
        A comment may tell when it was written, changed and answered, and when its author \
        joined; elements with more dates hold several comments each.
        """,
      fixtures: ["html/timetables-half", "html/timetables-most"],
      check: .both
    ),
    Rule(
      "crowded-penalty",
      \.crowdedPenalty,
      considers: "how much a record with more dates takes from the group's score",
      evidence:
        """
        An element with many dates may be a comment that quotes a timetable, so it is not \
        counted as none; with less, containers of a day's comments win over the comments.
        """,
      fixtures: ["html/notes-eleven", "html/notes-twelve"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "longest-record",
      \.longestRecord,
      considers: "how much text of one record counts, in bytes without blanks",
      evidence:
        """
        Comments are seldom longer; without a bound, a row with one long note beside the comment \
        outweighs the comments of the whole page.
        """,
      fixtures: ["html/rows-long-note", "html/rows-longer-note"],
      step: 400,
      check: .both
    ),
    Rule(
      "own-name-weight",
      \.ownNameWeight,
      considers: "what records add to the score that call themselves comments",
      evidence:
        """
        Three comments with the class `comment` stand against thirteen dated notes that nothing \
        calls comments, not against fourteen. With 3, buttons of Spot.IM (`Show 29 more \
        replies`) and lines below answers of Stack Overflow, both called replies or comments, \
        are taken for the thread.
        """,
      fixtures: ["html/own-three-notes-thirteen", "html/own-three-notes-fourteen"],
      step: 1,
      check: .both
    ),
    Rule(
      "around-name-weight",
      \.aroundNameWeight,
      considers: "what records add to the score that stand where comments do",
      evidence:
        """
        Elements inside `comments` may be headings and forms too, so that the place counts less \
        than the name. With 1, a guest book of PIXNET loses its comments to a list; with 2, \
        Spot.IM's buttons for more replies win.
        """,
      fixtures: ["html/around-four-notes-nine", "html/around-four-notes-eleven"],
      step: 0.5,
      check: .both
    ),
    Rule(
      "post-name-weight",
      \.postNameWeight,
      considers: "what records add to the score that stand where posts do",
      evidence:
        """
        `Post` means an article as often as a comment, so it decides only between lists that are \
        almost alike. Without it, a guest book of PIXNET loses its comments, and those of \
        XenForo in WordPress lose their ids.
        """,
      fixtures: ["html/posts-five-notes-six", "html/posts-five-notes-seven"],
      step: 0.3,
      check: .both
    ),
    Rule(
      "growth",
      \.growth,
      considers: "how many times the text records must hold to go on to the next one",
      evidence:
        """
        A header whose text follows behind it holds less than half of both together. With less, \
        headers that hold their text take in what stands behind the comment; with more, talk \
        pages of wikis are read without their texts.
        """,
      fixtures: ["html/heads-and-texts", "html/heads-and-lines"],
      step: 0.5,
      check: .both
    ),
    Rule(
      "least-fullness",
      \.leastFullness,
      considers:
        """
        how much of its score a group keeps that holds next to nothing of its rivals' text
        """,
      evidence:
        """
        Comments may hold half of the text of the rows they stand in, the rest being notes. \
        Without it, the row is taken with the notes, and comments of XenForo lose their ids; \
        with more, mere headers win, as in a guest book of PIXNET.
        """,
      fixtures: ["html/rows-long-note", "html/rows-longer-note"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "rival-dates",
      \.rivalDates,
      considers: "the share of a group's dates that another must hold to be its rival",
      evidence:
        """
        Rows that hold two comments each have fewer dates than comments, but are still about the \
        same text; groups with far fewer are about something else.
        """,
      fixtures: ["html/rows-of-comments", "html/rules-short"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "nesting-weight",
      \.nestingWeight,
      considers: "what groups are worth whose records stand inside each other",
      evidence:
        """
        Elements that stand inside each other tell who answers whom; the text inside them, a \
        group as well, does not. With more, pages of Reddit and of forums whose posts are not \
        nested are read from boxes around them, and lose their article.
        """,
      fixtures: ["html/nested-six", "html/nested-three"],
      step: 0.1,
      check: .both
    ),
    Rule(
      "most-groups",
      \.mostGroups,
      considers: "how many groups are compared",
      evidence:
        """
        Every class and every place of a page is a group; comparing all with each other takes \
        quadratic time, and a group that far down holds few dates.
        """,
      fixture: "html/calendars-five",
      step: 30,
      check: .lower
    ),
    Rule(
      "most-candidates",
      \.mostCandidates,
      considers: "how many groups are looked at closely",
      evidence:
        """
        Each is read as a thread, which takes time; a page has a dozen lists with more dates \
        than comments only if it is a calendar.
        """,
      fixtures: ["html/calendars-five", "html/calendars-six"],
      check: .both
    ),
    Rule(
      "share-in-listing",
      \.shareInListing,
      considers: "the share of records inside a list of articles that makes a group part of it",
      evidence:
        """
        Excerpts of articles look like comments once the titles are left out; a thread may share \
        its class with a few of them.
        """,
      fixtures: ["html/listing-two-of-three", "html/listing-two-of-four"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "most-parents",
      \.mostParents,
      considers:
        """
        how many elements hold the records that go on to the next one, by the number of records
        """,
      evidence:
        """
        Headers that stand alone in a box each are parts of comments, which are the boxes; terms and \
        descriptions of a list stand beside each other, a list for each day. With more, headers of \
        Politico win over the comments, and the article's line becomes one.
        """,
      fixture: "html/lists-of-days",
      step: 0.2
    ),
    Rule(
      "undated-weight",
      \.undatedWeight,
      considers:
        "what each record is worth of a group without dates whose records call themselves comments",
      evidence:
        """
        Lists for search engines, such as those of Disqus, have no dates; wherever there are dates \
        they tell more.
        """,
      fixture: "html/undated",
      step: 0.05,
      check: .lower
    ),
    Rule(
      "least-lines",
      \.leastLines,
      considers: "how many lines with a date stand beside texts in elements of their own",
      evidence: "Two dates among paragraphs may stand in any text; three lines are a pattern.",
      fixture: "html/lines-below-texts"
    ),
    Rule(
      "longest-line",
      \.longestLine,
      considers:
        "how long a line is that tells who wrote the text beside it, in bytes without blanks",
      evidence:
        "A name, a date, a place and a few links; paragraphs that mention a date are longer.",
      fixture: "html/lines-and-gaps"
    ),
    Rule(
      "most-between",
      \.mostBetween,
      considers: "how many elements stand between two such lines",
      evidence:
        """
        The paragraphs of one comment; between dates with more elements stands an article. With less, \
        one long comment hides all.
        """,
      fixture: "html/lines-and-gaps"
    ),
    Rule(
      "line-share",
      \.lineShare,
      considers: "the share of the elements alike that are such lines",
      evidence: "A comment has some paragraphs and one line; articles mention a date now and then.",
      fixture: "html/lines-and-gaps",
      step: 0.1
    ),
    Rule(
      "between-share",
      \.betweenShare,
      considers: "the share of such lines that a text stands between",
      evidence: "Some comments were removed; lines that follow each other directly are a list.",
      fixture: "html/lines-and-gaps",
      step: 0.1
    ),
  ]
}
