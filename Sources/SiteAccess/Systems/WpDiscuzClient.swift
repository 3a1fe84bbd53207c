import DocumentModel
import DocumentParsing
import Fetching
import PageSystems

/// Asks a site's wpDiscuz as its «Read more», «Load more» and «View replies» do.
struct WpDiscuzClient: SiteClient {
  let name = "wpDiscuz"

  /// How many dates of the document the reader of an answer sees, to learn the site's date order.
  private static let dateCount = 64

  private let exchange = WpDiscuzExchange()

  func fullTexts(
    of comments: [WantedComment],
    from interfaces: WordPressSite,
    over connection: SiteConnection
  ) throws(SiteError) -> Collected<SiteComment> {
    guard let endpoints = interfaces.wpDiscuz else { throw .notOffered("no wpDiscuz") }
    let wanted = comments.filter { $0.id != nil }
    guard !wanted.isEmpty else {
      throw .notOffered("the comments have no ids, which wpDiscuz needs")
    }
    // The first finds out which address answers.
    let texts = try connection.collect(wanted, firstAlone: true) { comment throws(SiteError) in
      try fullText(of: comment, post: interfaces.post, at: endpoints, over: connection)
    }
    return Collected(values: texts.values.compactMap { $0 }, failure: texts.failure)
  }

  /// The full text of one comment, `nil` if the site does not know it.
  private func fullText(
    of wanted: WantedComment,
    post: String?,
    at endpoints: WpDiscuzEndpoints,
    over connection: SiteConnection
  ) throws(SiteError) -> SiteComment? {
    let id = wanted.id ?? ""
    let question = WpDiscuzExchange.Question(
      actions: ["wpdReadMore", "readMore"],
      fields: [FormField("commentId", id)],
      post: post ?? "",
      failure: "send full texts"
    )
    let answer = try exchange.ask(question, at: endpoints, over: connection)
    guard let html = answer?["message"]?.string else { return nil }
    return SiteComment(id: id, author: wanted.author, date: wanted.date, html: html)
  }

  func part(
    _ fields: [String: String],
    of document: Document,
    over connection: SiteConnection
  ) throws(SiteError) -> Document? {
    guard let request = WpDiscuzRequest(fields) else { return nil }
    guard let endpoints = request.endpoints else {
      throw .notOffered("the page does not say where its wpDiscuz answers")
    }
    let question = WpDiscuzExchange.Question(
      actions: request.actions,
      fields: request.form.map { FormField($0.name, $0.value) },
      post: request.post,
      failure: "load more of the discussion"
    )
    let answer = try exchange.ask(question, at: endpoints, over: connection)
    guard let list = answer?["comment_list"]?.string else {
      throw .notOffered("wpDiscuz has no more of this discussion")
    }
    return request.document(
      of: list,
      lastParent: answer.flatMap(lastParent),
      address: connection.site.page.map { "\($0)" },
      dates: document.comments.prefix(Self.dateCount).map { document.text[$0.dateText] }
    )
  }

  /// The id to continue from, `nil` if nothing follows.
  private func lastParent(in answer: JSONValue) -> String? {
    func text(_ value: JSONValue?) -> String {
      value?.string ?? value?.integer.map { "\($0)" } ?? (value?.bool == true ? "1" : "")
    }
    let hasMore = !["", "0"].contains(text(answer["is_show_load_more"]))
    let parent = text(answer["last_parent_id"])
    return hasMore && !parent.isEmpty ? parent : nil
  }
}
