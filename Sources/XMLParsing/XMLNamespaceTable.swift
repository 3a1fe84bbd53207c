/// The namespaces that feeds and exports use, and the prefix by which readers know each.
enum XMLNamespaceTable {
  /// How the address of a namespace begins, and its prefix.
  ///
  /// Versions of one format differ in the rest of the address. Those of RSS have none: most feeds
  /// leave it out.
  private static let rows: [(start: StaticString, prefix: StaticString)] = [
    // RFC 4287, section 2; Atom 0.3.
    ("http://www.w3.org/2005/Atom", "atom"),
    ("http://purl.org/atom/ns#", "atom"),
    // RSS 1.0; Netscape's 0.90 and 0.91; UserLand's 2.0.
    ("http://purl.org/rss/1.0/modules/content/", "content"),
    ("http://purl.org/rss/1.0/modules/slash/", "slash"),
    ("http://purl.org/rss/1.0/modules/syndication/", "sy"),
    ("http://purl.org/rss/1.0/", ""),
    ("http://my.netscape.com/", ""),
    ("http://channel.netscape.com/", ""),
    ("http://backend.userland.com/", ""),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://purl.org/dc/elements/1.", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://wellformedweb.org/CommentAPI/", "wfw"),
    // RFC 4685, section 2.
    ("http://purl.org/syndication/thread/1.0", "thr"),
    // RFC 5005, section 2; RFC 5023, section 1.
    ("http://purl.org/syndication/history/1.0", "fh"),
    ("http://www.w3.org/2007/app", "app"),
    ("http://purl.org/atom/app#", "app"),
    ("http://a9.com/-/spec/opensearch", "opensearch"),
    ("http://schemas.google.com/blogger/", "blogger"),
    ("http://search.yahoo.com/mrss", "media"),
    ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
    // WordPress, wp-admin/includes/export.php.
    ("http://wordpress.org/export/1.0/excerpt", "excerpt"),
    ("http://wordpress.org/export/1.1/excerpt", "excerpt"),
    ("http://wordpress.org/export/1.2/excerpt", "excerpt"),
    ("http://wordpress.org/export/", "wp"),
    ("http://disqus.com/disqus-internals", "dsq"),
    ("http://disqus.com", "disqus"),
    // MediaWiki, docs/export-0.11.xsd.
    ("http://www.mediawiki.org/xml/export-", "mw"),
    ("http://opml.org/", ""),
  ]

  /// The prefix of the namespace with this address; `nil` if none is known.
  static func prefix(of address: String) -> String? {
    rows.first { address.hasPrefix("\($0.start)") }.map { "\($0.prefix)" }
  }

  /// The namespace that an outermost element belongs to when it names none.
  static func prefix(ofRoot name: String) -> String? {
    switch name {
    case "feed": "atom"
    case "disqus": "disqus"
    case "mediawiki": "mw"
    default: nil
    }
  }
}
