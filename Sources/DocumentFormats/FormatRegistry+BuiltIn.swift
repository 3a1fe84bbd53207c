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
}
