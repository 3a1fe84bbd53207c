import DocumentModel
import DocumentParsing

extension FormatRegistry {
  /// Every format skein reads; the last reads anything.
  public static let builtIn = FormatRegistry(formats: [
    HTMLFormat(WpDiscuzThread()),
    HTMLFormat(WordPressThread()),
    HTMLFormat(HackerNewsThread()),
    HTMLFormat(LobstersThread()),
    HTMLFormat(RedditThread()),
    HTMLFormat(DiscourseThread()),
    HTMLFormat(DisqusThread()),
    HTMLFormat(BloggerThread()),
    HTMLFormat(LiveJournalThread()),
    HTMLFormat(StackExchangeThread()),
    HTMLFormat(GitHubThread()),
    HTMLFormat(XenForoThread()),
    HTMLFormat(VBulletinThread()),
    HTMLFormat(DrupalThread()),
    HTMLFormat(SchemaThread()),
    HTMLFormat(MicroformatsThread()),
    HTMLFormat(GeneralThread()),
    WpDiscuzTextFormat(),
    PlainTextFormat(),
  ])

  /// Whether a document was read from mark-up rather than from text.
  public func isPage(_ document: Document) -> Bool {
    formats.contains { $0.name == document.source.format && $0 is HTMLFormat }
  }
}
