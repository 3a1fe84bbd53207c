extension GrowingSource {
  /// Feeds and exports whose records are repeated, each with a number of its own.
  static let xml = [
    GrowingSource("feed", head: "<rss><channel><title>Bells</title>", tail: "</channel></rss>") {
      """
      <item><title>Bell \($0)</title><link>https://bells.example/\($0)</link><guid>\($0)</guid>\
      <content:encoded><![CDATA[<p>It rings.</p>]]></content:encoded></item>

      """
    },
    GrowingSource("broken feed", head: "<rss><channel>", tail: "</channel></rss>") {
      "<item><title>Bell \($0) & more</b></title><link>https://bells.example/\($0)</link></item>\n"
    },
    GrowingSource("feed of names", head: "<rss><channel>", tail: "</channel></rss>") {
      "<item><t\($0) xmlns:p\($0)=\"u\($0)\" p\($0):a=\"\">&nbsp;</t\($0)><title>\($0)</title></item>\n"
    },
    GrowingSource("nested elements", head: "<opml><body>", tail: "") {
      "<outline text=\"\($0)\" xmlUrl=\"\($0)\">"
    },
    GrowingSource(
      "export",
      head: """
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <thread dsq:id="1"><title>Bells</title></thread>
        """,
      tail: "</disqus>"
    ) { number in
      """
      <post dsq:id="\(number + 1)"><message>It rings.</message><createdAt>2020-05-01T10:00:00Z\
      </createdAt><author><name>Ann \(number % 99)</name></author><thread dsq:id="1"/>\
      <parent dsq:id="\(number)"/></post>

      """
    },
  ]
}
