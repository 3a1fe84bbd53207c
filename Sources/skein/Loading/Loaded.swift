import DocumentModel
import ReaderUI
import SiteAccess

/// What the jobs of the loader bring.
enum Loaded: Sendable {
  /// All of a source of which only the beginning was shown.
  case rest(PageContents)
  /// The page that had to be fetched first, and what to tell if it may be another.
  case page(OpenDocument, PageContents, warning: String?)
  /// A page to be shown after this one, the index of the entry of the list that led there, and what to
  /// tell if it may be another than was asked for.
  case opened(OpenDocument, SourceContents, entry: Int?, warning: String?)
  /// An address that leads to what cannot be read here, and why.
  case unreadable(String, reason: String)
  /// The article that the document links to.
  case linked(LinkedArticle)
  /// Discussions of the article that were found, and which sites did not answer.
  case discussions([ListingEntry], warning: String?)
  /// Another discussion of the article, and what to tell if it may be another page.
  case discussion(OpenDocument, Reading, warning: String?)
  /// The next page of the list.
  case entries(Listing)
  /// The list as it is by now.
  case listing(OpenDocument, Listing)
  /// The list of the versions of a document, compared in another way, and what to tell of that.
  case compared(OpenDocument, note: String)
  /// Full texts of cut comments, and the request they answer.
  case fullTexts(FullTextSources.Answer, FullTextLoading.Request)
  /// More of a discussion; `text` is the text of the document it belongs to.
  case part(Replacement, text: TextArena, DiscussionPager.Outcome)
  /// The end of loading more of a discussion.
  case lastPart(DiscussionPager.Outcome)
  /// The document read again.
  case refresh(DiscussionLoading.Refresh)
  /// That there is nothing to show, in words.
  case nothing(String)
  /// Why nothing was loaded.
  case failure(any Error)
}

/// What was looked for is not there; holds that in words.
struct NothingFound: Error, CustomStringConvertible {
  let description: String

  /// Nothing, as `description` says.
  init(_ description: String) { self.description = description }
}

/// What a page shows, made ready for it.
enum PageContents: Sendable {
  case document(Reading)
  case listing(Listing)

  /// `contents`, made ready in the background; O(size).
  init(_ contents: SourceContents) {
    switch contents {
    case .document(let document): self = .document(Reading(document))
    case .listing(let listing): self = .listing(listing)
    }
  }
}
