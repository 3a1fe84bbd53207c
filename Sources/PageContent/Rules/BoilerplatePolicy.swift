import DocumentParsing

/// The numbers by which parts of a page are told from its article: too many links, pictures, fields.
///
/// Lengths are UTF-16 units, white space folded.
package struct BoilerplatePolicy: Policy {
  // Before anything is scored.
  var longestByline = 100
  var newTitleWords = 0.25
  var singleParagraphLinks = 0.25
  var nearbyAncestors = 4
  var innerLinkTenths = 3

  // Boxes with names.
  var longestShareBox = 500
  var longestNamedBox = 800

  // Lists of tags.
  var tagLinks = 0.4
  var longestTagList = 400
  var longestTagLabel = 40
  var mostLoneTagWords = 2
  var longestLoneTagLabel = 24

  // Forms, tables, lists and boxes.
  var proseCommas = 10
  var longestPlaceholder = 20
  var listShare = 0.9
  var mostPictures = 1
  var paragraphsPerPicture = 0.5
  var itemAllowance = 100
  var paragraphsPerField = 3
  var fewWords = 25
  var fewWordsPictures = 2
  var headingShare = 0.9
  var unnamedLinks = 0.2
  var namedLinks = 0.5
  var mostEmbeds = 1
  var embedText = 75

  // Tables of data.
  var layoutColumns = 4
  var layoutCells = 10

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules: [Rule<BoilerplatePolicy>] = [
    Rule(
      "longest-byline",
      \.longestByline,
      considers: "how long an element is that is named after the author and goes to the byline",
      evidence: "Readability: longer ones tell about the author.",
      fixture: "html/article-credits",
      check: .both
    ),
    Rule(
      "new-title-words",
      \.newTitleWords,
      considers:
        "the share of a heading that may be other words than the title before it is a heading of its own",
      evidence: "Readability: headings repeat the title with a word more or less.",
      fixture: "html/article-title",
      step: 0.05,
      check: .both
    ),
    Rule(
      "single-paragraph-links",
      \.singleParagraphLinks,
      considers: "the share of links from which a box around one paragraph stays a box",
      evidence: "Readability: such boxes are cleaned as boxes, others as paragraphs.",
      fixture: "html/article-links",
      step: 0.02,
      check: .both
    ),
    Rule(
      "nearby-ancestors",
      \.nearbyAncestors,
      considers: "how many elements around one are looked at for a table, a figure or code",
      evidence: "Readability: what is further up has nothing to do with it.",
      fixture: "html/article-depth",
      check: .both
    ),
    Rule(
      "inner-link-tenths",
      \.innerLinkTenths,
      considers:
        "how much text counts in links into the page itself, in tenths of that in other links",
      evidence: "Readability: notes and tables of contents are part of an article.",
      fixture: "html/article-links",
      check: .both
    ),
    Rule(
      "longest-share-box",
      \.longestShareBox,
      considers: "how long a box is that is named after sharing and goes",
      evidence: "Readability: longer ones hold text that can be shared.",
      fixture: "html/article-named",
      check: .both
    ),
    Rule(
      "longest-named-box",
      \.longestNamedBox,
      considers: "how long a box is that is named like boilerplate and goes",
      evidence: """
        Ours: with 400 a biography under a news story stays, the longest such box on 341 real \
        pages; a box that wraps the article may have such a name too.
        """,
      fixture: "html/article-named",
      check: .both
    ),
    Rule(
      "tag-links",
      \.tagLinks,
      considers: "the share of links from which a box may be a list of tags",
      evidence: """
        Ours: with 0.7 the topics under a test of graphics cards stay, beside their label; \
        prose with a link has less than 0.4.
        """,
      fixture: "html/article-tags",
      step: 0.02,
      check: .both
    ),
    Rule(
      "longest-tag-list",
      \.longestTagList,
      considers: "how long a list of tags is",
      evidence: """
        Ours: no list of tags on 341 real pages is longer than 150; from here on it may be a \
        text whose every name is a link to a topic.
        """,
      fixture: "html/article-tags",
      check: .both
    ),
    Rule(
      "longest-tag-label",
      \.longestTagLabel,
      considers: "how many characters stand beside the links of a list of tags",
      evidence: """
        Ours: room for “Filed under” and the commas between many tags; a sentence about tags \
        is longer.
        """,
      fixture: "html/article-tags",
      check: .both
    ),
    Rule(
      "most-lone-tag-words",
      \.mostLoneTagWords,
      considers: "how many words stand beside a single link whose address alone speaks for a tag",
      evidence: """
        Ours: with more a sentence with a link to a topic of a forum passed for a tag.
        """,
      fixture: "html/article-tags",
      check: .both
    ),
    Rule(
      "longest-lone-tag-label",
      \.longestLoneTagLabel,
      considers:
        "how many characters stand beside a single link whose address alone speaks for a tag",
      evidence: """
        Ours: a label in any language; a line of two long words and a link may be a text.
        """,
      fixture: "html/article-tags",
      check: .both
    ),
    Rule(
      "prose-commas",
      \.proseCommas,
      considers: "how many commas show that a box is prose, whatever else is in it",
      evidence: "Readability: menus have none.",
      fixture: "html/article-links",
      check: .both
    ),
    Rule(
      "longest-placeholder",
      \.longestPlaceholder,
      considers: "how long a box is that may say nothing but that it loads or advertises",
      evidence: """
        Ours: without it “Advertisement” stands between the paragraphs of five newspapers; \
        Readability asks every box, but none of the words with its dots is longer.
        """,
      fixture: "html/article-lists",
      check: .both
    ),
    Rule(
      "list-share",
      \.listShare,
      considers: "the share of text in lists from which a box is judged as a list",
      evidence: "Readability: a box with a label and a list is a list.",
      fixture: "html/article-lists",
      step: 0.02,
      check: .both
    ),
    Rule(
      "most-pictures",
      \.mostPictures,
      considers: "how many pictures a box may have without paragraphs",
      evidence: """
        Readability: a box around a picture is its frame; with more it is a gallery of links.
        """,
      fixture: "html/article-pictures",
      check: .both
    ),
    Rule(
      "paragraphs-per-picture",
      \.paragraphsPerPicture,
      considers: "how many paragraphs each of several pictures needs",
      evidence: "Readability: pictures of an article stand between its paragraphs.",
      fixture: "html/article-pictures",
      step: 0.1,
      check: .both
    ),
    Rule(
      "item-allowance",
      \.itemAllowance,
      considers: "how many items of lists a box may have beyond its paragraphs",
      evidence: "Readability: only long lists of links have more.",
      fixture: "html/article-items",
      check: .both
    ),
    Rule(
      "paragraphs-per-field",
      \.paragraphsPerField,
      considers: "how many paragraphs each field of a form needs",
      evidence: """
        Readability: a box with fields is a form, unless it is an article with a form in it.
        """,
      fixture: "html/article-fields",
      check: .both
    ),
    Rule(
      "few-words",
      \.fewWords,
      considers: "how short a box is that holds nothing but a link",
      evidence: "Readability: such a box is a button.",
      fixture: "html/article-links",
      check: .both
    ),
    Rule(
      "few-words-pictures",
      \.fewWordsPictures,
      considers: "how many pictures excuse a box with few words and a link",
      evidence: """
        Readability: a box of one or two pictures and a link is a captioned picture.
        """,
      fixture: "html/article-pictures",
      check: .both
    ),
    Rule(
      "heading-share",
      \.headingShare,
      considers: "the share of headings from which a short box is a heading",
      evidence: "Readability: headings are short and may hold links.",
      fixture: "html/article-links",
      step: 0.02,
      check: .both
    ),
    Rule(
      "unnamed-links",
      \.unnamedLinks,
      considers: "the share of links from which a box goes whose names do not speak for it",
      evidence: "Readability: prose has fewer links.",
      fixture: "html/article-links",
      step: 0.02,
      check: .both
    ),
    Rule(
      "named-links",
      \.namedLinks,
      considers: "the share of links from which a box goes whose names speak for it",
      evidence: "Readability: names outweigh links up to half of the text.",
      fixture: "html/article-links",
      step: 0.02,
      check: .both
    ),
    Rule(
      "most-embeds",
      \.mostEmbeds,
      considers: "how many embedded objects a box may have",
      evidence: "Readability: more are advertisements.",
      fixture: "html/article-embeds",
      check: .both
    ),
    Rule(
      "embed-text",
      \.embedText,
      considers: "how much text a box with an embedded object needs",
      evidence: """
        Readability: an advertisement has a label, an object of an article its story.
        """,
      fixture: "html/article-embeds",
      check: .both
    ),
    Rule(
      "layout-columns",
      \.layoutColumns,
      considers: "how many columns a table for layout may have",
      evidence: "Firefox, by way of Readability: pages are laid out in few columns.",
      fixture: "html/article-tables",
      check: .both
    ),
    Rule(
      "layout-cells",
      \.layoutCells,
      considers: "how many rows by columns a table for layout may have",
      evidence: """
        Firefox, by way of Readability: a table of a few cells may be for layout.
        """,
      fixture: "html/article-tables",
      step: 2,
      check: .both
    ),
  ]
}
