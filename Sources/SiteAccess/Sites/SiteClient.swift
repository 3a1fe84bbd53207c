import DocumentModel
import Fetching
import PageSystems

/// Asks the sites of one system for what their pages leave out.
///
/// A client implements what its system offers; the rest has default implementations. All functions
/// block until the site has answered.
package protocol SiteClient: Sendable {
  /// Tells the client from others.
  var name: String { get }

  /// The full texts of comments that the site cut; those it does not know are left out.
  ///
  /// `interfaces` are those the page names. Throws `notOffered` if none of them is this client's, and
  /// why there are no texts at all.
  func fullTexts(
    of comments: [WantedComment],
    from interfaces: WordPressSite,
    over connection: SiteConnection
  ) throws(SiteError) -> Collected<SiteComment>

  /// The part of `document` that a script of its page would request with `fields`; `nil` if they
  /// are not a request of this system.
  func part(
    _ fields: [String: String],
    of document: Document,
    over connection: SiteConnection
  ) throws(SiteError) -> Document?
}

extension SiteClient {
  package func fullTexts(
    of comments: [WantedComment],
    from interfaces: WordPressSite,
    over connection: SiteConnection
  ) throws(SiteError) -> Collected<SiteComment> {
    throw .notOffered("\(name) has no full texts")
  }

  package func part(
    _ fields: [String: String],
    of document: Document,
    over connection: SiteConnection
  ) throws(SiteError) -> Document? {
    nil
  }
}

/// What came of several requests.
package struct Collected<Value: Sendable>: Sendable {
  /// What came, in the order of the requests.
  package var values: [Value]
  /// Why something is missing, `nil` if nothing is.
  package var failure: SiteError?
}

/// Why a site does not give what it was asked for.
package enum SiteError: Error, Hashable, CustomStringConvertible {
  /// The site does not offer it, and will not during this run; holds the reason.
  case notOffered(String)
  /// The request failed this time.
  case failed(FetchError)
  /// The site answered this time with something else than it was asked for; holds with what.
  case unusable(String)

  /// What is wrong, on one line.
  package var description: String {
    switch self {
    case .notOffered(let reason): reason
    case .failed(let error): error.description
    case .unusable(let answer): "\(answer); try again later"
    }
  }
}

/// A comment whose full text is wanted, with what a site needs to find it.
package struct WantedComment: Sendable {
  /// The site's own id, `nil` if the document does not have it.
  package let id: String?
  /// The name of the author, empty if it is not known.
  package let author: String
  /// When it was written.
  package let date: Timestamp?

  /// What `document` knows about a comment.
  init(_ comment: CommentID, in document: Document) {
    let own = document[comment]
    let id = document.text[own.sourceID].filter { $0.isASCII && $0.isNumber }
    self.id = id.isEmpty ? nil : String(id)
    author = document.name(of: own) ?? ""
    date = own.date
  }
}
