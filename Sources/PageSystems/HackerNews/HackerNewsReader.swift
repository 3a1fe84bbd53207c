import HTMLParsing
import PageModel

/// Hacker News: rows of a table, indented by an attribute (from 2022) or by an image.
///
/// Rows have ids and classes since 2015 or so; before, only their cells have a class.
package struct HackerNewsReader: PageSystem {
  package let name = "hackernews"
  package let summary = "a discussion on Hacker News, in its mark-up of any year"

  package init() {}

  package static let signs = [
    PageSign(
      "item",
      classes: ["fatitem", "hnuser"],
      evidence: "the table of a story or a comment, since 2015 or so",
      fixture: "hackernews/item"
    ),
    PageSign(
      "tree",
      classes: ["comtr", "comhead"],
      evidence: "rows of comments, since 2015 or so",
      fixture: "hackernews/tree"
    ),
    PageSign(
      "cells",
      considers: "the classes pagetop, subtext, and cells of the class default",
      evidence: "pages before 2015: only cells have a class",
      fixture: "hackernews/cells",
      isMet: { page in
        page.count("pagetop") > 0 && page.count("subtext") > 0
          && page.elements("default").contains { page.tree[$0].tag == .td }
      }
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    HackerNewsPage(page).read()
  }
}
