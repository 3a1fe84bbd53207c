extension GrowingSource {
  /// Pages of many shapes that sites have, each part unlike the others where theirs are.
  public static let shapes: [GrowingSource] = prose + discussions + data + mistakes + xml + mail

  /// The shape with a name.
  public static func shape(_ name: String) -> GrowingSource? { shapes.first { $0.name == name } }

  private static let prose = [
    GrowingSource("prose") { "<p>\(words($0, 40)), \(words($0 + 3, 30)).</p>\n" },
    GrowingSource("links") { number in
      "<p>\(words(number, 20)) <a href=\"/wiki/\(words(number, 1))_\(number)\">\(words(number, 2))</a>, "
        + "\(words(number + 1, 20)) <a href=\"#note-\(number)\">[\(number)]</a>.</p>\n"
    },
    GrowingSource("paragraph", body: "<article><p>") {
      "\(words($0, 30)). <b>\(words($0, 2))</b> "
    },
    GrowingSource("lines", body: "<div>") { "\(words($0, 12)).<br><br>" },
    GrowingSource("headings") { "<h2>\(words($0, 4)) \($0)</h2><p>\(words($0, 12)).</p>" },
    GrowingSource("list", body: "<ul>") { "<li><a href=\"/p/\($0)\">\(words($0, 4))</a>" },
    GrowingSource("table", body: "<table>") {
      "<tr><td>\($0)<td>\(words($0, 3))<td>\(date($0))</tr>"
    },
    GrowingSource("articles") { number in
      """
      <article class="post" id="post-\(number)"><h2 class="entry-title"><a href="/p/\(number)">\
      \(words(number, 4))</a></h2><time class="entry-date">\(date(number))</time>
      <div class="entry-content"><p>\(words(number, 40)).</p></div>
      <ol class="comment-list"><li class="comment even depth-1" id="comment-\(number)"><cite \
      class="fn">\(name(number))</cite> <a href="#comment-\(number)">\(date(number))</a>\
      <div class="comment-content"><p>\(words(number, 9)).</p></div></li></ol></article>

      """
    },
  ]

  private static let discussions = [
    GrowingSource("comments", body: "<div id=comments>") { number in
      """
      <div class="comment" id="comment-\(number)"><a class="author" href="/user/\(number)">\
      \(name(number))</a> <span class="date">\(date(number))</span><p>\(words(number, 25)).</p></div>

      """
    },
    GrowingSource("classes", body: "<div id=comments>") { number in
      """
      <div class="comment by-\(name(number)) n\(number)" id="c\(number)"><a class="\(name(number))" \
      href="#c\(number / 3)">\(name(number))</a> <i>\(date(number))</i><p>\(words(number, 25)).</p></div>

      """
    },
    GrowingSource("answers", body: "<div id=comments>") { number in
      """
      <div class="comment" id="c\(number)" data-parent="\(number / 2)"><b>\(name(number))</b> \
      <small>\(date(number))</small> \(words(number, 25)).
      """
    },
    GrowingSource("schema") { number in
      """
      <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">\
      \(name(number))</b><time itemprop="dateCreated">\(date(number))</time>\
      <p itemprop="text">\(words(number, 25)).</p></div>

      """
    },
    GrowingSource("webmentions") { number in
      """
      <div class="p-comment h-cite"><a class="p-author h-card" href="https://a.example/\(number)">\
      \(name(number))</a><time class="dt-published">\(date(number))</time>\
      <p class="p-content">\(words(number, 25)).</p></div>

      """
    },
    GrowingSource("wordpress", body: "<ol class=comment-list>") { number in
      """
      <li class="comment even depth-1" id="comment-\(number)"><cite class="fn">\(name(number))</cite>\
      <a href="#comment-\(number)">\(date(number))</a><div class="comment-content">\
      <p>\(words(number, 25)).</p></div></li>

      """
    },
    GrowingSource("cells", body: "<table>") { number in
      """
      <tr><td><a name="\(number)"></a><b>\(name(number))</b></td><td>Posted: \(date(number))\
      <br>\(words(number, 25)).</td></tr>

      """
    },
  ]

  private static let data = [
    GrowingSource("names", head: "<!DOCTYPE html><html><head>", tail: "</head><body><p>Bells.</p>")
    {
      "<meta name=\"author\" content=\"\(name($0))\"><meta name=\"key-\($0)\" content=\"\($0)\">"
    },
    GrowingSource("linked", head: "<!DOCTYPE html><html><head>", tail: "</head><body><p>Bells.</p>")
    {
      number in
      """
      <script type="application/ld+json">{"@type":"Comment","text":"\(words(number, 12))",\
      "author":{"name":"\(name(number))"},"datePublished":"2019-03-0\(number % 9 + 1)"}</script>

      """
    },
    GrowingSource("scripts") { "<script>var a\($0) = \"\(words($0, 9))\";</script>" },
    GrowingSource("attributes") { number in
      "<p " + (0..<20).map { "data-\(number)-\($0)=\"\(words($0, 1))\"" }.joined(separator: " ")
        + ">\(words(number, 3))"
    },
  ]

  private static let mistakes = [
    GrowingSource("open boxes") { "<div class=box>\(words($0, 6))" },
    GrowingSource("open fonts") { "<font color=red>\(words($0, 6))<br>" },
    GrowingSource("open emphasis") { "<p><b id=b\($0)><i>\(words($0, 6))" },
    GrowingSource("open tables") { "<table><tr><td>\(words($0, 4))<td>\(words($0, 3))" },
    GrowingSource("outside of cells", body: "<table>") {
      "<b>\(words($0, 5))<tr><td>\($0)</td></tr>"
    },
    GrowingSource("references") { "&amp;&eacute;&#x2019;&nbsp;\(words($0, 2)) &notit; & " },
  ]

  private static let mail = [
    GrowingSource("messages", head: "", tail: "", isPage: false) { number in
      """
      From \(name(number)) Mon Mar  4 08:00:00 2024
      Message-ID: <\(number)@x.example>
      References: <\(number / 9)@x.example> <\(number / 3)@x.example>
      From: \(name(number)) <\(number)@x.example>
      Subject: Re: \(words(number, 3))
      Date: Mon, 4 Mar 2024 08:00:00 +0000

      \(words(number, 30))


      """
    },
    message("parts of mail", "multipart/mixed; boundary=b\n\n--b") {
      "\n\n\(words($0, 9))\n--b"
    },
    message("nested parts", "multipart/mixed; boundary=b\n\n--b\n") { number in
      "Content-Type: multipart/mixed; boundary=b\(number)\n\n--b\(number)\n"
    },
    message("encoded words", "text/plain\nX-Words: ") { "=?utf-8?q?\(words($0, 2)) =?x?y?" },
    message("references of mail", "text/plain\nReferences:") {
      " <\($0)@x.example>\n <\($0 / 2)@x"
    },
  ]

  /// A message whose type, and what follows it, is `start`.
  private static func message(
    _ name: String,
    _ start: String,
    part: @escaping @Sendable (Int) -> String
  ) -> GrowingSource {
    let head = "From: Ann <a@x.example>\nDate: Mon, 4 Mar 2024 08:00 GMT\nMIME-Version: 1.0\n"
    return GrowingSource(
      name,
      head: head + "Content-Type: " + start,
      tail: "\n\nWords.\n",
      isPage: false,
      part: part
    )
  }

  private static let vocabulary =
    "lantern bridge river copper quiet signal narrow harbour window garden marble thunder saffron"
    .split(separator: " ")

  private static func words(_ seed: Int, _ count: Int) -> String {
    (0..<count).map { vocabulary[(seed * 7 + $0 * 5 + $0 * $0) % vocabulary.count] }
      .joined(separator: " ")
  }

  private static func name(_ number: Int) -> String {
    "\(vocabulary[number % vocabulary.count].capitalized)-\(number)"
  }

  private static func date(_ number: Int) -> String {
    "March \(number % 28 + 1), 20\(number / 28 % 20 + 10) at \(number % 12 + 1):\(number % 50 + 10) pm"
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
