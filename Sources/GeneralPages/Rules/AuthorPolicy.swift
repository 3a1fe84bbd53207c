import DocumentParsing

/// The numbers that tell which element of a record names its author.
package struct AuthorPolicy: Policy {
  /// How long a name is, in bytes without blanks.
  var longestName = 48
  /// How many nodes a name has.
  var nameNodes = 12
  /// How long a name before a date in the same text is, in bytes.
  var longestStatedName = 60
  /// How many different names share their first or last word, so that it belongs to none.
  var framedNames = 3
  /// What an element weighs that nothing speaks for.
  var plainWeight = 0.35
  /// What an element weighs that the mark-up calls a title.
  var titleWeight = 0.2
  /// What an element weighs that the mark-up calls an author.
  var namedWeight = 3.0
  /// What an element weighs that the mark-up calls an author and something else.
  var mixedWeight = 1.2
  /// What an element weighs that a property calls an author.
  var propertyWeight = 3.5
  /// What a link to somebody's page weighs.
  var profileWeight = 2.6
  /// What any other link weighs.
  var linkWeight = 0.9
  /// What an element in bold weighs.
  var boldWeight = 0.9
  /// What a heading weighs.
  var headingWeight = 0.6
  /// What a paragraph, a cell or an item of a list is worth.
  var blockFactor = 0.6
  /// What an element is worth that the mark-up calls a text.
  var bodyFactor = 0.2
  /// The weight from which an element is a name even where others have none.
  var sureWeight = 2.5
  /// The score of such an element.
  var sureScore = 0.9
  /// The score above which an element is a name.
  var leastScore = 0.25
  /// The share of the score around it that an element inside another needs.
  var innerShare = 0.5
  /// How many records have the same name, so that it is no name.
  var sameNames = 4
  /// What a name is worth that all records have.
  var sameNameFactor = 0.1
  /// What is worth what reads like titles or sentences in most records.
  var phraseFactor = 0.4
  /// What is left of a name that stands in every record many times.
  var repeatedShare = 0.5

  /// How many records in a hundred have the same words with another number, so that they are a count.
  var countPercent = 50

  package init() {}

  package static let rules: [Rule<AuthorPolicy>] = [
    Rule(
      "longest-name",
      \.longestName,
      considers: "how long a name is, in bytes without blanks",
      evidence:
        """
        Longer texts in bold are the beginning of the comment, or a title; societies with long \
        names sign in a line of their own.
        """,
      fixture: "html/name-bounds",
      check: .both
    ),
    Rule(
      "name-nodes",
      \.nameNodes,
      considers: "how many nodes a name has",
      evidence:
        """
        A name may hold a badge, an icon and a flag; elements with more nodes are the whole \
        header.
        """,
      fixture: "html/name-bounds",
      check: .both
    ),
    Rule(
      "longest-stated-name",
      \.longestStatedName,
      considers: "how long a name before a date in the same text is, in bytes",
      evidence: "What stands before a date in one text is a name, or else the end of a sentence.",
      fixture: "html/name-bounds",
      check: .both
    ),
    Rule(
      "framed-names",
      \.framedNames,
      considers:
        """
        how many different names share their first or last word, so that it belongs to none
        """,
      evidence:
        """
        `Ines says` under every comment is a name and a verb; two people may share a last name.
        """,
      fixtures: ["html/frame-of-three", "html/frame-of-two"],
      check: .both
    ),
    Rule(
      "plain-weight",
      \.plainWeight,
      considers: "what an element weighs that nothing speaks for",
      evidence:
        """
        Names in plain spans are found if most comments have one; with less, comments of \
        Reddit's old pages lose them. With more, any short line is a name, such as the title of \
        a section on a talk page.
        """,
      fixture: "html/plain-names",
      step: 0.2,
      check: .both
    ),
    Rule(
      "title-weight",
      \.titleWeight,
      considers: "what an element weighs that the mark-up calls a title",
      evidence:
        """
        The subject of a comment stands where names do; with more it becomes the author where \
        the page names none.
        """,
      fixture: "html/subject-lines",
      step: 0.2
    ),
    Rule(
      "named-weight",
      \.namedWeight,
      considers: "what an element weighs that the mark-up calls an author",
      evidence:
        """
        What a class calls the author is the author, before any link to a profile. With less, \
        whoever a comment of Mastodon mentions first is taken for its author; a property says it \
        in so many words and goes before it.
        """,
      fixture: "html/marked-names",
      step: 1,
      check: .both
    ),
    Rule(
      "mixed-weight",
      \.mixedWeight,
      considers: "what an element weighs that the mark-up calls an author and something else",
      evidence:
        """
        `user-rank` and `author-avatar` are about the author, and may hold the name where \
        nothing else does. With less, talk pages of wikis are not recognised; a cell that is \
        called the author goes before them.
        """,
      fixtures: ["html/ranks", "html/marked-cells"],
      step: 0.6,
      check: .both
    ),
    Rule(
      "property-weight",
      \.propertyWeight,
      considers: "what an element weighs that a property calls an author",
      evidence:
        """
        A property is written for machines: where a class says otherwise, as for nicknames, it \
        is right.
        """,
      fixture: "html/marked-names",
      step: 1
    ),
    Rule(
      "profile-weight",
      \.profileWeight,
      considers: "what a link to somebody's page weighs",
      evidence:
        """
        A link to a person's page names that person; it may be somebody who is mentioned, so \
        that classes and properties go before it.
        """,
      fixtures: ["html/marked-cells", "html/marked-names"],
      step: 1,
      check: .both
    ),
    Rule(
      "link-weight",
      \.linkWeight,
      considers: "what any other link weighs",
      evidence:
        """
        Guests sign with a link to their own site. With less, they lose their names to ranks and \
        headings; with more, the first link of a text on a talk page becomes its author.
        """,
      fixtures: ["html/headings-and-names", "html/ranks"],
      step: 0.4,
      check: .both
    ),
    Rule(
      "bold-weight",
      \.boldWeight,
      considers: "what an element in bold weighs",
      evidence:
        """
        Names stand in bold, but so do ranks and the beginning of the text. With less, a heading \
        beside the name is taken for it; with more, words in bold go before the link of a guest.
        """,
      fixtures: ["html/headings-and-names", "html/headings-and-links"],
      step: 0.4,
      check: .both
    ),
    Rule(
      "heading-weight",
      \.headingWeight,
      considers: "what a heading weighs",
      evidence:
        """
        Some themes put the name in a heading; where something is bold or a link as well, the \
        heading is a title.
        """,
      fixtures: ["html/headings-and-links", "html/headings-and-names"],
      step: 0.3,
      check: .both
    ),
    Rule(
      "block-factor",
      \.blockFactor,
      considers: "what a paragraph, a cell or an item of a list is worth",
      evidence:
        """
        Paragraphs and cells hold more than names; with more, a short first line becomes the \
        author.
        """,
      fixtures: ["html/marked-cells", "html/plain-names"],
      step: 0.3,
      check: .both
    ),
    Rule(
      "body-factor",
      \.bodyFactor,
      considers: "what an element is worth that the mark-up calls a text",
      evidence: "A short text in what is called the message is the comment, be it bold or not.",
      fixture: "html/bold-texts",
      step: 0.2
    ),
    Rule(
      "sure-weight",
      \.sureWeight,
      considers: "the weight from which an element is a name even where others have none",
      evidence:
        """
        Only properties, classes and profiles are sure; cells with a property are not, for whole \
        tables of data have them.
        """,
      fixtures: ["html/sure-names", "html/sure-cells"],
      step: 0.5,
      check: .both
    ),
    Rule(
      "sure-score",
      \.sureScore,
      considers: "the score of such an element",
      evidence:
        """
        Members among guests are few and still sure: with less, talk pages of wikis take a count \
        for the author. What every comment has, such as a rank called the user's, goes before \
        them.
        """,
      fixtures: ["html/sure-names", "html/sure-or-rank"],
      step: 0.4,
      check: .both
    ),
    Rule(
      "least-score",
      \.leastScore,
      considers: "the score above which an element is a name",
      evidence:
        """
        Below it are single words in bold and spans that few comments have. With less, the title \
        of a section on a talk page becomes an author; with more, names in plain spans are not \
        found on Reddit's old pages.
        """,
      fixture: "html/plain-names",
      step: 0.1,
      check: .both
    ),
    Rule(
      "inner-share",
      \.innerShare,
      considers: "the share of the score around it that an element inside another needs",
      evidence:
        """
        An element around the name adds rank and place to it. With more, `Leader` sticks to \
        names on Spot.IM; with less, a part of the line is taken for all of it, such as a number \
        of fans.
        """,
      fixtures: ["html/names-inside", "html/names-inside-bold"],
      step: 0.3,
      check: .both
    ),
    Rule(
      "same-names",
      \.sameNames,
      considers: "how many records have the same name, so that it is no name",
      evidence:
        """
        The same words in bold in four comments, and no others, are a heading; one person may \
        write three of them.
        """,
      fixture: "html/same-names",
      check: .both
    ),
    Rule(
      "same-name-factor",
      \.sameNameFactor,
      considers: "what a name is worth that all records have",
      evidence:
        """
        With more, a heading that most comments have becomes their author, such as `Verified \
        Reviewer` in reviews of Yotpo.
        """,
      fixture: "html/same-names-most",
      step: 0.5
    ),
    Rule(
      "phrase-factor",
      \.phraseFactor,
      considers: "what is worth what reads like titles or sentences in most records",
      evidence:
        """
        Reviews have a title above the line with the name; with more, the title is the author. Names \
        have small letters in «von» and its like alone.
        """,
      fixture: "html/titled-reviews",
      step: 0.6
    ),
    Rule(
      "repeated-share",
      \.repeatedShare,
      considers: "what is left of a name that stands in every record many times",
      evidence:
        """
        Links of one kind stand in texts as often as in headers. With less, whoever signs with \
        two links on a talk page loses the name to another; with more, links in texts become \
        names.
        """,
      fixtures: ["html/repeated-links", "html/repeated-links-bold"],
      step: 0.4,
      check: .both
    ),
    Rule(
      "count-percent",
      \.countPercent,
      considers:
        """
        how many records in a hundred have the same words with another number, so that they are a \
        count
        """,
      evidence:
        """
        `35 Fans` links to a person and is no name; not everybody has fans. With more, HuffPost's \
        commenters are called by their fans.
        """,
      fixture: "html/counts-of-chairs",
      step: 10
    ),
  ]
}
