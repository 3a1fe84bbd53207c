import DocumentParsing

/// The numbers that tell what records are called and which of them they answer.
package struct LinkPolicy: Policy {
  /// How many nodes an element has besides the record it is a wrapper of.
  var wrapperNodes = 3
  /// How many elements of a record may hold its id.
  var idElements = 12
  /// How many elements of a record may hold its id as an attribute for scripts.
  var idAttributeElements = 4
  /// How long an id is, in bytes.
  var longestID = 80
  /// How many elements around the date may link to the record.
  var dateLinkLevels = 3
  /// How many elements of a record may link to it.
  var linkElements = 60
  /// How many nodes of a record may name the one it answers.
  var parentNodes = 4
  /// The share of records whose depth is known.
  var knownLevels = 0.5
  /// How many elements around a record, itself included, may tell its depth.
  var levelParents = 3
  /// How many nodes inside a record may tell its depth.
  var levelNodes = 6
  /// How many nodes inside a record may be empty pictures or cells that indent it.
  var spacerNodes = 12
  /// How many digits a depth has.
  var levelDigits = 2
  /// How many elements around a record, itself included, may be indented by a style.
  var indentLevels = 2

  package init() {}

  package static let rules: [Rule<LinkPolicy>] = [
    Rule(
      "wrapper-nodes",
      \.wrapperNodes,
      considers: "how many nodes an element has besides the record it is a wrapper of",
      evidence:
        """
        An id may stand on a wrapper that holds a line and an anchor besides; elements with more \
        are lists of records.
        """,
      fixture: "html/id-places",
      check: .both
    ),
    Rule(
      "id-elements",
      \.idElements,
      considers: "how many elements of a record may hold its id",
      evidence:
        """
        Ids and anchors stand before the text; further in they belong to votes, pictures and \
        sections of a talk page, which then become the ids of comments.
        """,
      fixture: "html/id-places",
      check: .both
    ),
    Rule(
      "id-attribute-elements",
      \.idAttributeElements,
      considers: "how many elements of a record may hold its id as an attribute for scripts",
      evidence:
        """
        Attributes for scripts with the comment's id stand on it or around it; on Spot.IM on the \
        fourth element. Further in they are ids of buttons.
        """,
      fixture: "html/id-places",
      check: .both
    ),
    Rule(
      "longest-id",
      \.longestID,
      considers: "how long an id is, in bytes",
      evidence: "Longer values are not ids but titles made into addresses.",
      fixture: "html/id-places",
      check: .both
    ),
    Rule(
      "date-link-levels",
      \.dateLinkLevels,
      considers: "how many elements around the date may link to the record",
      evidence:
        """
        Dates link to their comment; further out a link leads from the whole header, to the \
        author.
        """,
      fixture: "html/id-places",
      check: .both
    ),
    Rule(
      "link-elements",
      \.linkElements,
      considers: "how many elements of a record may link to it",
      evidence:
        """
        `Answer` and `link` stand behind the text, which may have some paragraphs; links to \
        places further down are notes.
        """,
      fixture: "html/id-places",
      check: .both
    ),
    Rule(
      "parent-nodes",
      \.parentNodes,
      considers: "how many nodes of a record may name the one it answers",
      evidence:
        """
        The attribute stands on the comment or near its beginning; further in it belongs to a \
        form.
        """,
      fixture: "html/parent-places",
      check: .both
    ),
    Rule(
      "known-levels",
      \.knownLevels,
      considers: "the share of records whose depth is known",
      evidence:
        """
        Comments at the top may lack the sign; where most do, it says something else. With more, \
        threads of HyperKitty lose who answers whom.
        """,
      fixtures: ["html/levels-two-of-five", "html/levels-three-of-five"],
      step: 0.2,
      check: .both
    ),
    Rule(
      "level-parents",
      \.levelParents,
      considers: "how many elements around a record, itself included, may tell its depth",
      evidence:
        """
        The depth stands on the comment, on its item or on that item's list; further out it is \
        the depth of a menu or a section.
        """,
      fixture: "html/level-places",
      check: .both
    ),
    Rule(
      "level-nodes",
      \.levelNodes,
      considers: "how many nodes inside a record may tell its depth",
      evidence:
        """
        The depth may stand on a first element inside, such as a cell; further in it belongs to \
        the text.
        """,
      fixture: "html/level-places",
      check: .both
    ),
    Rule(
      "spacer-nodes",
      \.spacerNodes,
      considers: "how many nodes inside a record may be empty pictures or cells that indent it",
      evidence:
        """
        Tables indent with an empty picture or cell before the text; further in there are \
        smileys.
        """,
      fixture: "html/spacer-places",
      check: .both
    ),
    Rule(
      "level-digits",
      \.levelDigits,
      considers: "how many digits a depth has",
      evidence: "No discussion is a hundred deep on one page; longer numbers are ids.",
      fixture: "html/level-places",
      check: .both
    ),
    Rule(
      "indent-levels",
      \.indentLevels,
      considers: "how many elements around a record, itself included, may be indented by a style",
      evidence:
        """
        The margin stands on the comment or on its wrapper, as on Reddit's old pages; further \
        out it is the page's.
        """,
      fixture: "html/indent-places",
      check: .both
    ),
  ]
}
