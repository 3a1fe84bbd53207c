/// Feeds and exports, to make inputs from.
enum XMLSeeds {
  static let sources = [rss, atom, export, wiki, chat]

  /// Stretches that mean something to their readers.
  static let words: [String] = [
    "<?xml version=\"1.0\" encoding=\"koi8-r\"?>", "<item>", "</item>", "<entry>", "</entry>",
    "<title>", "</title>", "<link>", "<link rel=\"next\" href=\"a\"/>", "<guid>", "</channel>",
    "<channel>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "&", "&amp;", "&nbsp;", "&#0;",
    "&#x1F600;", "&a;", "<!DOCTYPE a [<!ENTITY a \"&b;&b;\">]>", " xmlns=\"http://disqus.com\"",
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "<dc:creator>", "<content:encoded>",
    "#comment-3", "<thr:in-reply-to ref=\"1\"/>", "<outline xmlUrl=\"a\">", "<wp:comment>",
    "<wp:comment_parent>2</wp:comment_parent>", "<post dsq:id=\"1\">", "<parent dsq:id=\"1\"/>",
    "In reply to <a href=\"#comment-1\">Ann</a>.", "[[User:Ann|Ann]] 10:00, 1 May 2020 (UTC)\n",
    ":", "::", "*", "== Words ==\n", "''", "'''''", "[[", "]]", "{{", "}}", "{{od}}", "\n\n",
    "3/4/24, 9:05\u{202F}PM - Ann: ", "[3/4/24, 21:05:10] Ann: ", "\u{200E}", "-----\n",
    "--------\n", "BODY:\n", "COMMENT:\n", "AUTHOR: Ann\n", "DATE: 02/04/2006 08:00:00 AM\n",
  ]

  private static let rss = """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Mill</title>
    <link>https://example.org/</link>
    <item><title>One &amp; two</title><link>https://example.org/1</link><dc:creator>Ann</dc:creator>
    <guid>https://example.org/1#comment-1</guid><pubDate>Fri, 03 May 2024 09:15:00 +0000</pubDate>
    <description>In reply to &lt;a href="#comment-2"&gt;Bob&lt;/a&gt;. Text</description></item>
    <item><title>Three</title><guid>https://example.org/1#comment-2</guid></item>
    </channel></rss>
    """

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"
    xml:base="https://example.org/"><title type="html">Mill</title><link rel="next" href="?2"/>
    <entry><id>t1_a</id><title>One</title><link rel="replies" type="text/html" href="1#c"/>
    <thr:in-reply-to ref="t1_b" href="1"/><author><name>Ann</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <b>mill</b><br/></p></div>
    </content></entry></feed>
    """

  private static let export = """
    <rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>One</title>
    <content:encoded><![CDATA[Text

    <pre>a
    b</pre>]]></content:encoded><wp:post_type>post</wp:post_type><wp:comment>
    <wp:comment_id>1</wp:comment_id><wp:comment_author>Ann</wp:comment_author>
    <wp:comment_content>Words</wp:comment_content><wp:comment_parent>0</wp:comment_parent>
    </wp:comment></item></channel></rss>
    """

  private static let wiki = """
    == Call ==
    One? [[User:Ann|Ann]] ([[User talk:Ann|talk]]) 10:00, 1 May 2020 (UTC)
    :* ''Two'' [http://example.org x] {{ping|Ann}}
    :[[User:Bob|Bob]] 11:00, 1 May 2020 (UTC)
    {{od}} Three. {{unsigned|Cy|12:00, 1 May 2020 (UTC)}}
    """

  private static let chat = """
    31/12/23, 22:05 - Ann created group "Mill"
    31/12/23, 22:06 - Ann: Who comes?
    31/12/23, 22:07 - Bob: I do,
    and Cy.
    """
}
