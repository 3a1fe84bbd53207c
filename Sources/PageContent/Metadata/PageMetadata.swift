import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// What a page states about its article.
package struct PageMetadata: Sendable {
  /// The title, without the site's name; empty if the page has none.
  package let title: String
  /// The author's name; empty if unknown.
  package let author: String
  /// Whether the author's name was taken from the page's own text.
  let isAuthorShown: Bool
  /// When the article was published.
  package let date: Timestamp?
  /// Its own address.
  package let url: String?
  /// The site's name; empty if unknown.
  package let site: String

  /// Reads JSON-LD, `meta` elements and marked elements outside the discussion.
  package init(_ page: HTMLPage, leavingOut discussion: Set<HTMLNodeID> = []) {
    let head = HeadValues(page)
    let linked = LinkedData(head.linkedData, page)
    let marked = MarkedMetadata(page, leavingOut: discussion)
    let named = head.first(["og:site_name", "application-name", "apple-mobile-web-app-title"])
    site = named.isEmpty ? linked.site : named
    let titles =
      linked.titles
      + Self.titleNames.map { head.first([$0]) }
    title = PageTitle(headings: marked.headings, site: site, page.policies[MetadataPolicy.self])
      .choose(titles, documentTitle: head.title)
    let stated = [linked.author, head.all(Self.authorNames)].first {
      !$0.isEmpty && !$0.has("://") && !$0.hasPrefix("@")
    }
    author = stated.map(Self.name) ?? marked.author
    isAuthorShown = stated == nil
    date = Self.date(linked, head: head, marked: marked)
    let stands = [head.canonical ?? "", head.first(["og:url"]), linked.url]
    url =
      stands.first { $0.has("://") } ?? head.canonical ?? marked.savedFrom
      ?? stands.first { $0.hasPrefix("//") }
  }

  /// The name in what a page states, without a date that stands with it.
  private static func name(_ stated: String) -> String {
    let name = stated.withoutBy
    guard name.contains(where: \.isNumber) else { return name }
    let line = BylineText(stated)
    return line.date == .none || line.name.isEmpty ? name : line.name
  }

  private static func date(
    _ linked: LinkedData,
    head: HeadValues,
    marked: MarkedMetadata
  ) -> Timestamp? {
    let stated = [linked.date] + dateNames.map { head.first([$0]) }
    for text in stated where !text.isEmpty && text.utf8.count <= DatePolicy().longestLine {
      if let moment = Timestamp(iso: text) { return moment }
      let date = PageDate(text: text.replacing("/", with: "-"))
      if let moment = PageDates([date])[date] { return moment }
    }
    return PageDates([marked.date])[marked.date]
  }

  /// Names of `meta` elements in order of certainty, with colons for dots.
  private static let titleNames = [
    "dc:title", "dcterms:title", "dcterm:title", "citation_title", "og:title", "headline",
    "parsely-title", "title", "twitter:title", "sailthru:title",
  ]
  private static let authorNames = [
    "dc:creator", "dcterms:creator", "dcterm:creator", "citation_author", "author",
    "parsely-author", "article:author", "sailthru:author", "byl", "dc:contributor",
  ]
  private static let dateNames = [
    "article:published_time", "parsely-pub-date", "datepublished", "dc:date:issued",
    "dcterms:issued", "dcterms:created", "dcterms:date", "dc:date", "citation_publication_date",
    "citation_date", "sailthru:date", "og:published_time", "pubdate", "publishdate",
    "publish-date", "date", "dc:created",
  ]
}
