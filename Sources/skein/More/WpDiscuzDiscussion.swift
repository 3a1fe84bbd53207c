import DocumentModel
import DocumentParsing
import Fetching
import PageSystems

/// More of a discussion by the exchange that wpDiscuz' «Load more» and «View replies» use.
struct WpDiscuzDiscussion: RequestExchange {
  /// How many dates of the document are shown to the reader of an answer.
  private static let dateCount = 64

  private let connection = WpDiscuzConnection()

  func answers(_ fields: [String: String]) -> Bool { WpDiscuzRequest(fields) != nil }

  func part(
    _ fields: [String: String],
    _ visit: DiscussionVisit
  ) throws(DiscussionSourceError) -> Document {
    guard let request = WpDiscuzRequest(fields), let endpoints = request.endpoints else {
      throw .closed("the page does not tell where its wpDiscuz answers")
    }
    let question = WpDiscuzConnection.Question(
      actions: request.actions,
      fields: request.form.map { FormField($0.name, $0.value) },
      post: request.post,
      failure: "load more of the discussion"
    )
    let answer = try connection.ask(question, endpoints) {
      (address, form) throws(DiscussionSourceError) in
      try visit.ask(address, form: form, accept: "application/json")
    }
    guard let list = answer?["comment_list"]?.string else {
      throw .closed("its wpDiscuz has no more of the discussion")
    }
    let document = visit.document
    return request.document(
      of: list,
      lastParent: answer.flatMap(lastParent),
      address: visit.site.page.map { "\($0)" },
      dates: document.comments.prefix(Self.dateCount).map { document.text[$0.dateText] }
    )
  }

  /// The id to go on from, `nil` if nothing follows.
  private func lastParent(_ answer: JSONValue) -> String? {
    func text(_ value: JSONValue?) -> String {
      value?.string ?? value?.integer.map { "\($0)" } ?? (value?.bool == true ? "1" : "")
    }
    let goesOn = !["", "0"].contains(text(answer["is_show_load_more"]))
    let parent = text(answer["last_parent_id"])
    return goesOn && !parent.isEmpty ? parent : nil
  }
}
