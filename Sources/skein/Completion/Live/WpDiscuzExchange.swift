import DocumentParsing
import Fetching
import PageSystems

/// Full texts by the exchange that wpDiscuz' own «Read more» uses.
struct WpDiscuzExchange: SiteExchange {
  private let connection = WpDiscuzConnection()

  func comments(for visit: SiteVisit) throws(DiscussionSourceError) -> [SiteComment] {
    guard let endpoints = visit.site.wpDiscuz else { throw .closed("it does not use wpDiscuz") }
    let wanted = visit.wanted.filter { $0.id != nil }
    guard !wanted.isEmpty else { throw .closed("the ids of the comments are not known") }
    // The first finds out which address answers.
    let comments = try visit.collect(wanted, firstAlone: true) {
      comment throws(DiscussionSourceError) in
      try self.read(comment, visit, endpoints)
    }
    return comments.compactMap { $0 }
  }

  /// The full text of one comment, `nil` if the site does not know it.
  private func read(
    _ wanted: WantedComment,
    _ visit: SiteVisit,
    _ endpoints: WpDiscuzEndpoints
  ) throws(DiscussionSourceError) -> SiteComment? {
    let id = wanted.id ?? ""
    let question = WpDiscuzConnection.Question(
      actions: ["wpdReadMore", "readMore"],
      fields: [FormField("commentId", id)],
      post: visit.site.post ?? "",
      failure: "tell the rest of comments"
    )
    let answer = try connection.ask(question, endpoints) {
      (address, form) throws(DiscussionSourceError) in
      do throws(FetchError) {
        return try visit.fetch(address, form: form)
      } catch {
        throw .failed(error)
      }
    }
    guard let html = answer?["message"]?.string else { return nil }
    return SiteComment(id: id, author: wanted.author, date: wanted.date, html: html)
  }
}
