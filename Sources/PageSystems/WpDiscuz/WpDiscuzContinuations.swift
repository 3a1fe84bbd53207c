import DocumentModel
import HTMLParsing
import PageModel

/// The requests for what a page with wpDiscuz does not hold but its script would load.
struct WpDiscuzContinuations {
  private let page: HTMLPage
  private let object: WpDiscuzObject

  /// The requests that `object`, which the page gives to its script, allows.
  init(_ page: HTMLPage, _ object: WpDiscuzObject) {
    self.page = page
    self.object = object
  }

  /// The button that loads further threads; it may have been put out of use.
  static func button(of page: HTMLPage) -> HTMLNodeID? {
    let names: [StaticString] = [
      "wpd-load-more-submit", "wc-load-more-link", "wc-load-more-submit",
    ]
    guard let button = names.lazy.compactMap({ page.elements($0).first }).first else { return nil }
    let hasMore = page.first(in: HTMLDocument.root) {
      page.tree.attribute(.id, of: $0) == "wpdiscuzHasMoreComments"
    }
    let told = ["value", "data-is_show_load_more"].lazy.compactMap { name in
      hasMore.flatMap { page.tree.attribute(named: name, of: $0) }
    }.first
    return told == "" || told == "0" ? nil : button
  }

  /// The requests for more of `thread`, whose comments `elements` holds.
  func all(_ thread: PageThread, _ elements: CommentElements) -> [Continuation] {
    guard object["url"] ?? object["customAjaxUrl"] != nil else { return [] }
    var requests = object.loadsReplies ? replies(thread, elements) : []
    if thread.comments.isEmpty, ["1", "2"].contains(object["firstLoadWithAjax"]) {
      requests.append(threads(after: "0", offset: 0, count: thread.declared))
    } else if let button = Self.button(of: page), let last = lastParent(button) {
      requests.append(threads(after: last, offset: 1, count: nil))
    }
    return requests
  }

  private func threads(after lastParent: String, offset: Int, count: Int?) -> Continuation {
    let request = WpDiscuzRequest.threads(
      of: object,
      after: lastParent,
      offset: offset,
      sorting: sorting
    )
    return Continuation(.discussion, .request(request.fields), count: count)
  }

  /// One request for each comment whose replies are hidden.
  private func replies(_ thread: PageThread, _ elements: CommentElements) -> [Continuation] {
    let indices = Dictionary(zip(elements.nodes, elements.nodes.indices)) { first, _ in first }
    let parents = Set(elements.nodes.compactMap { WpDiscuzComment.ids(of: $0, page)?.parent })
    var seen = Set<Int>()
    return (page.elements("wpd-toggle") + page.elements("wc-toggle")).compactMap { toggle in
      guard let comment = page.tree.ancestor(of: toggle, where: elements.contains),
        let index = indices[comment], seen.insert(index).inserted
      else { return nil }
      let id = thread.comments[index].id
      guard !parents.contains(id[...]) else { return nil }
      let request = WpDiscuzRequest.replies(of: object, to: id)
      let count = page.text(toggle).split { !$0.isNumber }.last.flatMap { Int($0) }
      return Continuation(
        .discussion,
        .request(request.fields),
        comment: CommentID(index),
        count: count
      )
    }
  }

  /// The id by which the site knows how far its threads are on the page.
  ///
  /// Up to version 3 it stands in an address, `…#!parentId=27`.
  private func lastParent(_ button: HTMLNodeID) -> String? {
    let link = page.link(button).flatMap { $0.split(separator: "=").last } ?? ""
    let id = page.value("data-lastparentid", button)
    return [id, String(link)].first { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
  }

  /// How the page says its threads are sorted, as both generations of the plug-in are told.
  private var sorting: [String: String] {
    guard let active = page.elements("wpdiscuz-sort-button-active").first else { return [:] }
    let isByVote = page.has("wpdiscuz-vote-sort-up", active)
    let isDown = isByVote || page.has("wpdiscuz-date-sort-desc", active)
    let sorting = page.value("data-sorting", active)
    guard sorting.isEmpty else { return ["sorting": sorting] }
    return [
      "orderBy": isByVote ? "by_vote" : "comment_date_gmt", "order": isDown ? "desc" : "asc",
    ]
  }
}
