import DocumentModel
import Fetching
import PageSystems

/// One visit to a site for full texts: what is asked for, and the way there.
struct SiteVisit: Sendable {
  /// The page's site.
  let site: WordPressSite
  /// The comments whose texts are wanted.
  let wanted: [WantedComment]
  /// The way to the web.
  let fetcher: Fetcher
  /// Stops it, and is told how far it is.
  let work: CompletionWork

  /// The answer of an address of the site; throws if it is none of the web's.
  func fetch(
    _ address: String,
    form: [FormField]? = nil,
    accept: String = "application/json"
  ) throws(FetchError) -> FetchAnswer {
    guard let target = WebAddress(address) else { throw .badAddress(address) }
    var request = FetchRequest(target, form: form)
    request.accept = accept
    request.totalTime = 60
    return try fetcher.fetch(request, cancellation: work.cancellation)
  }

  /// What `ask` answers for each of `items`, in their order; throws the first failure among them.
  ///
  /// Some are asked at the same time, and each is a step of the work. With `firstAlone` the others
  /// wait for what the first one finds out.
  func collect<Item: Sendable, Answer: Sendable>(
    _ items: [Item],
    firstAlone: Bool = false,
    _ ask: @escaping @Sendable (Item) throws(DiscussionSourceError) -> Answer
  ) throws(DiscussionSourceError) -> [Answer] {
    let steps = WorkSteps(items.count, work)
    let step: @Sendable (Item) -> Result<Answer, DiscussionSourceError> = { item in
      defer { steps.advance() }
      return Result { () throws(DiscussionSourceError) in try ask(item) }
    }
    var answers: [Answer] = []
    if firstAlone, let first = items.first { answers.append(try step(first).get()) }
    let rest = Array(items.dropFirst(answers.count))
    for answer in BackgroundThread.map(rest, atMost: Fetcher.parallelRequests, step) {
      answers.append(try answer.get())
    }
    return answers
  }
}

/// A comment whose full text is wanted, as far as sites need to know it.
struct WantedComment: Sendable {
  /// Its place in the document.
  let comment: CommentID
  /// The site's own id, `nil` if the document does not have it.
  let id: String?
  /// Its author's name, empty if it is not known.
  let author: String
  /// When it was written.
  let date: Timestamp?

  /// What `document` says of a comment.
  init(_ comment: CommentID, in document: Document) {
    let own = document[comment]
    let id = document.text[own.sourceID].filter { $0.isASCII && $0.isNumber }
    self.comment = comment
    self.id = id.isEmpty ? nil : String(id)
    author = document.name(of: own) ?? ""
    date = own.date
  }
}

/// A way to have full texts from a site.
protocol SiteExchange: Sendable {
  /// The texts it has for what the visit is about; throws `closed` if the site does not offer it.
  func comments(for visit: SiteVisit) throws(DiscussionSourceError) -> [SiteComment]
}
