import DocumentModel
import HTMLParsing
import PageModel

/// Reviews of Yotpo, a service of shops, once its script has put them on the page.
///
/// The form for a review of one's own has the same classes, and stands before them.
package struct YotpoReader: PageSystem {
  package let name = "yotpo"
  package let summary = "a page with reviews that Yotpo's script has put there"

  package init() {}

  package static let signs = [
    PageSign(
      "reviews",
      considers: "elements of the class yotpo-review that have a number and hold a text",
      evidence: "the widget of reviews as a browser saves it, 2021",
      fixture: "yotpo/page",
      isMet: { !reviews($0).isEmpty }
    )
  ]

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let reviews = Self.reviews(page)
    thread.comments = reviews.map { review($0, on: page) }
    let boxes = page.elements("yotpo") + page.elements("yotpo-reviews")
    thread.regions = boxes.filter { box in reviews.contains { page.isInside($0, box) } }
    return thread
  }

  private static func reviews(_ page: HTMLPage) -> [HTMLNodeID] {
    page.elements("yotpo-review").filter { node in
      let id = page.value("data-review-id", node)
      return id != "0" && id.first?.isNumber == true
        && page.first("content-review", in: node) != nil
    }
  }

  private func review(_ node: HTMLNodeID, on page: HTMLPage) -> PageComment {
    var comment = PageComment(element: node)
    comment.id = page.value("data-review-id", node)
    comment.author = page.text(page.first("yotpo-user-name", in: node))
    comment.date = PageDate(text: page.text(page.first("yotpo-review-date", in: node)))
    let title = page.text(page.first("yotpo-user-title", in: node))
    comment.badges = title.isEmpty ? [] : [title]
    comment.body = ["content-title", "content-review"].compactMap { page.first($0, in: node) }
    // The text is there as a whole; buttons show the rest of it.
    comment.leftOut = Set(
      page.tree.descendants(of: node).filter { page.has("yotpo-read-more", $0) }
    )
    return comment
  }
}
