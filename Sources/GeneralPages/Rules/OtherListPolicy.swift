import DocumentParsing

/// The numbers that tell lists of references, people and data from comments.
package struct OtherListPolicy: Policy {
  /// How many elements around a record are asked whether it is a reference or the like, itself included.
  var listLevels = 4
  /// How many columns with headings a table of data has.
  var dataColumns = 3

  package init() {}

  package static let rules: [Rule<OtherListPolicy>] = [
    Rule(
      "list-levels",
      \.listLevels,
      considers:
        """
        how many elements around a record are asked whether it is a reference or a member, itself \
        included
        """,
      evidence:
        "Lists stand in a box or two of their own; further out are the boxes of the whole page.",
      fixture: "html/references"
    ),
    Rule(
      "data-columns",
      \.dataColumns,
      considers: "how many columns with headings a table of data has",
      evidence:
        """
        Boards have a column for the author and one for the text; with 2 they are no threads. With \
        more, tables of members are.
        """,
      fixtures: ["html/rows-with-names", "html/table-of-millers"],
      check: .both
    ),
  ]
}
