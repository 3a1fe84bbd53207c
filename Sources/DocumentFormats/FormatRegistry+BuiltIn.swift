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

  /// Whether `source` would be read as mark-up rather than as text, by the format called `name` or
  /// the one it looks like.
  ///
  /// Looks at the first 4 KiB only.
  public func isPage(_ source: SourceText, format name: String? = nil) -> Bool {
    guard let name else { return source.isPage }
    return formats.contains { $0.name == name && $0 is HTMLFormat }
  }
}
