import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The comments of WordPress' plug-in wpDiscuz, versions 2 to 7, in all its layouts.
///
/// A comment is a `div` with the class `wpd-comment` (up to version 6 `wc-comment`) whose id ends in
/// its own id and its parent's, `wpd-comm-27_23`; that holds where answers are no longer nested.
package struct WpDiscuzReader: PageSystem {
  package let name = "wpdiscuz"
  package let summary = "a WordPress page with wpDiscuz comments"

  package init() {}

  package static let signs = [
    PageSign(
      "comments",
      classes: ["wpd-comment"],
      evidence: "a comment, version 7",
      fixture: "wpdiscuz/sign-comments"
    ),
    PageSign(
      "old-comments",
      classes: ["wc-comment"],
      evidence: "a comment, up to version 6",
      fixture: "wpdiscuz/sign-old-comments"
    ),
    PageSign(
      "list",
      classes: ["wpd-thread-list"],
      evidence: "the list, version 7; empty where a script loads it",
      fixture: "wpdiscuz/sign-list"
    ),
    PageSign(
      "old-list",
      classes: ["wc-thread-wrapper"],
      evidence: "the list, up to version 6; empty where a script loads it",
      fixture: "wpdiscuz/sign-old-list"
    ),
    PageSign(
      "guest",
      classes: ["wpdiscuz_unauth"],
      evidence: "the box around the plug-in, for guests",
      fixture: "wpdiscuz/sign-guest"
    ),
    PageSign(
      "member",
      classes: ["wpdiscuz_auth"],
      evidence: "the box around the plug-in, for those who are logged in",
      fixture: "wpdiscuz/sign-member"
    ),
  ]

  package func read(_ page: HTMLPage) -> PageThread { read(page, asking: WpDiscuzObject(page)) }

  /// Finds the comments of a page whose script is given `object` to ask its site.
  func read(_ page: HTMLPage, asking object: WpDiscuzObject?) -> PageThread {
    var thread = PageThread()
    let marked = page.elements("wpd-comment") + page.elements("wc-comment")
    let elements = CommentElements(
      page,
      Set(marked).filter { WpDiscuzComment.ids(of: $0, page) != nil }.sorted()
    )
    let marks = ElementMarks(page, WpDiscuzComment.meanings)
    var ids = Set<Substring>()
    for node in elements.nodes {
      var comment = WpDiscuzComment(page, marks).read(node, elements.own(in: node))
      let own = WpDiscuzComment.ids(of: node, page)
      if let own, ids.contains(own.parent) {
        comment.parent = .id(String(own.parent))
      } else {
        comment.parent = elements.parent(of: node)
        if let own, own.parent != "0", comment.parent == .root {
          comment.parent = .id(String(own.parent))
        }
      }
      if let own { ids.insert(own.id) }
      thread.comments.append(comment)
    }
    thread.regions = regions(of: page, elements)
    countMissing(in: &thread, on: page, asking: object)
    if let object {
      thread.continuations = WpDiscuzContinuations(page, object).all(thread, elements)
    }
    thread.goOn(over: WordPressPages(page))
    return thread
  }

  /// What wpDiscuz wraps around its form and comments, else the comments alone.
  private func regions(of page: HTMLPage, _ elements: CommentElements) -> [HTMLNodeID] {
    let wraps: [StaticString] = [
      "wpdiscuz_unauth", "wpdiscuz_auth", "wpd-thread-list", "wc-thread-wrapper", "wpd-form-wrap",
      "comments-area", "comment-respond", "wpdiscuz_top_clearing",
    ]
    return wraps.flatMap { page.elements($0) } + elements.nodes
  }

  /// Says how many comments only the plug-in's script would load.
  private func countMissing(
    in thread: inout PageThread,
    on page: HTMLPage,
    asking object: WpDiscuzObject?
  ) {
    let counter = page.elements("wpd-thread-info").first.flatMap {
      page.tree.attribute(named: "data-comments-count", of: $0)
    }
    let shown = page.elements("wpdtc").first ?? page.elements("wpdiscuz-comment-count").first
    let count = Int(counter ?? "") ?? shown.flatMap { Int(page.text($0).filter(\.isNumber)) }
    guard let count, count > thread.comments.count else { return }
    thread.declared = count
    // What is approved below a comment that is not is counted, but nothing ever loads it.
    let isLoaded =
      thread.comments.isEmpty || WpDiscuzContinuations.button(of: page) != nil
      || object?.loadsReplies == true
    if isLoaded { thread.loadedFrom = "wpdiscuz" }
  }
}
