import DocumentParsing
import GeneralPages
import Mail
import PageContent
import PageModel
import PageSystems
import Structured
import TextDumps
import TextExports
import XMLSources

extension FormatRegistry {
  /// Every format skein reads; the last reads anything.
  public static let builtIn = FormatRegistry(
    formats: JSONListingFormat.builtIn + JSONFormat.builtIn + JSONArchiveFormat.builtIn
      + SiteExportFormat.builtIn
      + FeedFormat.builtIn + pages + [
        JSONExportFormat(),
        MailFormat.mailbox,
        MailFormat.message,
        ArchivedPageFormat(pages: FormatRegistry(formats: pages)),
      ] + TextExportFormats.builtIn + [
        WpDiscuzTextFormat(),
        TextDumpFormat(),
        TextExportFormats.markdown,
        PlainTextFormat(),
      ]
  )

  /// The formats of pages; the last reads any.
  private static let pages: [any DocumentFormat] =
    systems.map { PageFormat($0, fallback: SchemaReader()) }
    + listings.map(PageListingFormat.init) + [
      PageFormat(SchemaReader()),
      PageFormat(MicroformatsReader(), fallback: SchemaReader()),
      PageListingFormat(HeadingListReader()),
      PageFormat(GeneralPageReader()),
    ]

  /// The systems whose mark-up is known.
  private static let systems: [any PageSystem] = [
    WpDiscuzReader(),
    WordPressReader(),
    HackerNewsReader(),
    LobstersReader(),
    RedditReader(),
    ModernRedditReader(),
    DiscourseReader(),
    DisqusReader(),
    DisqusListReader(),
    BloggerReader(),
    LiveJournalReader(),
    StackExchangeReader(),
    EarlyStackExchangeReader(),
    AskbotReader(),
    GitHubReader(),
    XenForoReader(),
    VBulletinReader(),
    InvisionReader(),
    PhpBBReader(),
    SubSilverReader(),
    BoardReader<SimpleMachines>(),
    BoardReader<MyBB>(),
    BoardReader<FluxBB>(),
    BoardReader<PunBB>(),
    BoardReader<BBPress>(),
    FossilReader(),
    MetaFilterReader(),
    MediaWikiTalkReader(),
    PublicInboxReader(),
    HyperKittyReader(),
    TracReader(),
    RedmineReader(),
    DebbugsReader(),
    GiteaReader(),
    DrupalReader(),
    YotpoReader(),
  ]

  /// The systems whose front pages are known.
  private static let listings: [any ListingSystem] = [
    HackerNewsList(),
    LobstersList(),
    RedditList(),
    SlashdotList(),
    DiscourseList(),
    WordPressList(),
    PublicInboxList(),
  ]

  /// A registry that also reads the pages of `system`, in preference to all other formats.
  public func adding(_ system: any PageSystem) -> FormatRegistry {
    FormatRegistry(formats: [PageFormat(system)] + formats)
  }

  /// Whether `source` would be read as mark-up rather than as text, by the format called `name` or
  /// the one it looks like.
  ///
  /// Looks at the first 4 KiB only.
  package func isPage(_ source: SourceText, format name: String? = nil) -> Bool {
    guard let name else { return source.isPage }
    return formats.contains { $0.name == name && $0 is PageFormat }
  }

  /// Whether `source` would be read as mail, by the format called `name` or the one it looks like.
  ///
  /// Of mail only the headers are read before a thread is opened. Looks at the first 64 KiB only.
  package func isMail(_ source: SourceText, format name: String? = nil) -> Bool {
    guard let name else { return MailFormat.isMail(source) }
    return formats.contains { $0.name == name && $0 is MailFormat }
  }

  /// Where the body of a page begins, as far as a look at its bytes tells; 0 if it does not.
  ///
  /// What stands in a comment or a script before it may be taken for it.
  package func bodyStart(of page: UnsafeRawBufferPointer) -> Int {
    var offset = 0
    while offset + 5 < page.count {
      guard let start = page[offset...].firstIndex(of: 0x3C) else { break }
      let name = page[(start + 1)...].prefix(5)
      if name.prefix(4).elementsEqual("body".utf8, by: { $0 | 0x20 == $1 }),
        name.last.map({ $0 <= 0x20 || $0 == 0x3E }) == true
      {
        return start
      }
      offset = start + 1
    }
    return 0
  }
}
