import DocumentModel
import DocumentParsing
import PageContent
import PageModel

/// What the script of a page with wpDiscuz would ask its site for: further threads, or the replies
/// below a comment.
///
/// As fields of a `Continuation` it holds all that is needed to ask, so that nobody has to keep the
/// page: values of the page's `wpdiscuzAjaxObj` under their own names, and the fields of the form.
package struct WpDiscuzRequest: Sendable {
  /// All it consists of.
  package let fields: [String: String]

  /// A request as a continuation holds it; `nil` if it is none of wpDiscuz'.
  package init?(_ fields: [String: String]) {
    guard let action = fields["action"], Self.formNames[action] != nil else { return nil }
    self.fields = fields
  }

  private init(_ site: [String: String], action: String, form: [String: String]) {
    fields = site.merging(form) { $1 }.merging(["action": action]) { $1 }
  }

  /// Where to send it, `nil` if it does not say.
  package var endpoints: WpDiscuzEndpoints? {
    WpDiscuzEndpoints(WpDiscuzObject(fields), base: PageAddress(""))
  }
  /// The id of the post.
  package var post: String { fields["wc_post_id"] ?? "" }
  /// What the action is called, by the plug-in's age: from version 5 on, and before.
  package var actions: [String] {
    let action = fields["action"] ?? ""
    return action == Self.loadMore ? [action, "loadMoreComments"] : [action]
  }
  /// The fields of the form besides action, post and nonce.
  package var form: [(name: String, value: String)] {
    let names = fields["action"].flatMap { Self.formNames[$0] } ?? []
    return names.compactMap { name in fields[name].map { (name, $0) } }
  }

  /// What was answered, as a document: the comments in the mark-up `list`.
  ///
  /// `lastParent` is the id the site gives to ask for the threads that follow, `nil` if none do;
  /// `dates` are dates of the page in its own words, which tell the order of day and month.
  package func document(
    of list: String,
    lastParent: String?,
    address: String?,
    dates: [String]
  ) -> Document {
    let source = SourceText(markup: list, address: address)
    let page = HTMLPage(source)
    var thread = WpDiscuzReader().read(page, asking: WpDiscuzObject(fields))
    thread.article = PageArticle()
    if let lastParent, !thread.comments.isEmpty {
      let offset = Int(fields["offset"] ?? "") ?? 0
      let next = Self.threads(
        of: WpDiscuzObject(fields),
        after: lastParent,
        offset: offset + 1,
        sorting: fields
      )
      thread.continuations.append(Continuation(.discussion, .request(next.fields)))
    }
    return PageDocument(page, thread, dates: dates.map { PageDate(text: $0) })
      .document(from: source, format: WpDiscuzReader().name)
  }
}

extension WpDiscuzRequest {
  private static let loadMore = "wpdLoadMoreComments"
  private static let showReplies = "wpdShowReplies"

  /// The fields of the forms, by action.
  private static let formNames = [
    loadMore: ["offset", "lastParentId", "isFirstLoad", "wpdType"] + sortingNames,
    showReplies: ["commentId"],
  ]

  /// How the threads are sorted; up to version 4 in two fields.
  static let sortingNames = ["sorting", "orderBy", "order"]

  /// For the threads behind the one with the id `lastParent`; "0" for the first ones.
  static func threads(
    of object: WpDiscuzObject,
    after lastParent: String,
    offset: Int,
    sorting: [String: String]
  ) -> WpDiscuzRequest {
    var form = sorting.filter { sortingNames.contains($0.key) }
    form["lastParentId"] = lastParent
    form["offset"] = "\(offset)"
    form["isFirstLoad"] = offset == 0 ? "1" : "0"
    form["wpdType"] = ""
    return WpDiscuzRequest(object.forRequests, action: loadMore, form: form)
  }

  /// For all that is below the comment with this id.
  static func replies(of object: WpDiscuzObject, to comment: String) -> WpDiscuzRequest {
    WpDiscuzRequest(object.forRequests, action: showReplies, form: ["commentId": comment])
  }
}

extension WpDiscuzObject {
  /// What a request needs of it.
  fileprivate var forRequests: [String: String] {
    subset([
      "url", "customAjaxUrl", "isNativeAjaxEnabled", "nonceName", "wc_post_id",
      "isLoadOnlyParentComments", self["nonceName"] ?? "wpdiscuz_nonce",
    ])
  }

  /// Whether a page holds the first comment of each thread alone.
  var loadsReplies: Bool { self["isLoadOnlyParentComments"] == "1" }
}
