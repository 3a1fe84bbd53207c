import PageModel
import TextExports
import XMLParsing

/// A page in MediaWiki's export.
enum WikiPage {
  /// The last version of a page; a talk page as the discussion on it.
  static func thread(_ page: XMLElement, site: String?) -> PageThread {
    let title = [XMLPath("mw:title")].text(in: page) ?? ""
    let versions = XMLPath("mw:revision").elements(in: page)
    let text = versions.last?.first("mw:text")?.text ?? ""
    // The site's address is that of its main page.
    let wiki = site.flatMap { site in
      site.lastIndex(of: "/").map { String(site[...$0]) }
    }
    // Talk has the odd namespaces (mediawiki.org/wiki/Manual:Namespace).
    let space = [XMLPath("mw:ns")].number(in: page)
    let isTalk = space.map { $0 % 2 == 1 } ?? title.lowercased().contains("talk:")
    var thread =
      isTalk
      ? WikitextThread(text, title: title, wiki: wiki).thread
      : WikitextThread.article(text, title: title, wiki: wiki)
    thread.article?.url = wiki.map { $0 + title.split(separator: " ").joined(separator: "_") }
    return thread
  }
}
