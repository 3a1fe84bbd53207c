import DocumentModel
import ReaderUI
import SiteAccess

/// What the jobs of the loader bring.
enum Loaded: Sendable {
  /// All of a document of which only the beginning was shown.
  case rest(Reading)
  /// The document that had to be fetched first, and what to tell if it may be another.
  case page(OpenDocument, Reading, warning: String?)
  /// Full texts of cut comments, and the request they answer.
  case fullTexts(FullTextSources.Answer, FullTextLoading.Request)
  /// More of a discussion; `text` is the text of the document it belongs to.
  case part(Replacement, text: TextArena, DiscussionPager.Outcome)
  /// The end of loading more of a discussion.
  case lastPart(DiscussionPager.Outcome)
  /// The document read again.
  case refresh(DiscussionLoading.Refresh)
  /// Why nothing was loaded.
  case failure(any Error)
}
