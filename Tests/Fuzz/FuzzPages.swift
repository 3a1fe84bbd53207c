/// Pages of the kinds the program reads, to make inputs from.
enum FuzzPages {
  static let pages = [wordPress, wpDiscuz, rows, prose, tables]

  /// Stretches that mean something to the parser of pages or to one who reads discussions.
  static let words: [String] = [
    "<p>", "</p>", "<div>", "</div>", "<span>", "</span>", "<b>", "</b>", "<i>", "<a href='/x'>",
    "<a>", "</a>", "<table>", "<tr>", "<td>", "</table>", "<caption>", "<select>", "<option>",
    "<template>", "</template>", "<svg>", "<math>", "<foreignObject>", "<mi>", "</svg>", "<pre>",
    "\n", "<textarea>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>",
    "<!DOCTYPE html>",
    "<title>", "</title>", "<ul>", "<ol start=7>", "<li>", "</ul>", "<blockquote>", "<h2>", "<hr>",
    "<br>", "<img src=a alt='🙂'>", "<img alt=words>", "<figure>", "<figcaption>", "<dl>", "<dt>",
    "<dd>", "<code>", "<details>", "<summary>", "<form>", "<button>", "<frameset>", "<body>",
    "<html>",
    "<base href='https://a.example/b/'>", "&amp;", "&notit;", "&#0;", "&#x202e;", "&#xD800;",
    "\u{0}",
    " class=comment", " class='comment-content'", " id=comment-1", " id='comment-2'", " id='c-3'",
    " id=wpd-comm-4_0", " id=wpd-comm-5_4", " class='wpd-comment-text'", " class='athing comtr'",
    " class=commtext", " indent=3", " width=40", " itemscope itemtype='https://schema.org/Comment'",
    " itemprop=author", " itemprop=text", " class='h-entry'", " class='p-author h-card'",
    " class='thing comment'", " data-author=ann", " data-parent=1",
    " datetime='2024-05-03T09:15:00Z'",
    "<time datetime='2024-05-03'>", "May 3, 2024 at 9:15 am", " style='margin-left: 40px'",
    " style='display:none'", " hidden", "<article class='post'>", "<div class='entry-content'>",
    "Some words that a person wrote, long enough to be a paragraph of their own. ",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"Ann\"}}</script>",
    "<ol class='comment-list'>", "<ol class=children>", "<div class='comments-area'>",
    "<div id='disqus_thread'></div>",
  ]

  private static let wordPress = """
    <!DOCTYPE html><html><head><title>The mill &#8211; Notes</title>
    <meta property="og:title" content="The mill"></head><body>
    <article><h1 class="entry-title">The mill</h1><div class="entry-content"><p>It stood there
    <em>before</em> the bridge.</p><ul><li>Oak<ul><li>Iron</ul><li>Rope</ul></div></article>
    <div class="comments-area"><ol class="comment-list">
    <li id="comment-1" class="comment depth-1"><article class="comment-body"><b class="fn">Bob</b>
    <time datetime="2024-05-03T09:15:00+02:00">May 3</time>
    <div class="comment-content"><p>I have seen it.</p></div></article>
    <ol class="children"><li id="comment-2" class="comment depth-2 bypostauthor">
    <b class="fn">Ann</b><div class="comment-content"><blockquote>seen</blockquote>When?</div></li></ol></li>
    </ol></div></body></html>
    """

  private static let wpDiscuz = """
    <div id="wpdcom"><div id='wpd-comm-7_0' class='comment wpd-comment'>
    <div class="wpd-comment-author">Cy</div><div class="wpd-comment-date" title="May 3, 2024 9:15 AM">now</div>
    <div class="wpd-comment-text"><p>Words<span class="wpdiscuz-readmore">more</span></p></div>
    <div id='wpd-comm-8_7' class='comment wpd-comment wpd-reply'><div class="wpd-reply-to">to
    <a href="#comment-7">Cy</a></div><div class="wpd-comment-text"><p>No.</p></div></div></div></div>
    """

  private static let rows = """
    <table><tr class="athing comtr" id="9"><td><img width="0"><a class="hnuser">dee</a>
    <span class="age" title="2024-05-03T09:15:00">1 hour ago</span><div class="commtext">One</div></tr>
    <tr class="athing comtr" id="10"><td class="ind" indent="1"><img width="40"><a class="hnuser">eve</a>
    <div class="commtext">Two<p>Three</div></tr></table>
    """

  private static let prose = """
    <body><h1>Low tide</h1><p>We walked<br>to <a href="../isle?q=1#top">the island</a> &amp; back.
    <pre>  a\n\tb</pre><dl><dt>Sand<dd>is wet</dl><figure><img alt="A boat" src="b.png">
    <figcaption>The boat.</figcaption></figure><div itemscope itemtype="https://schema.org/Comment">
    <span itemprop="author">Fay</span><p itemprop="text">Nice.</p></div>
    """

  private static let tables = """
    <table><caption>Planks</caption><thead><tr><th>Kind<th>Length</thead><tr><td>Oak<td colspan=2>2 m
    <tr><td><table><tr><td>inner</table></table><svg><desc><p>x</p></desc></svg><math><mi>y</mi></math>
    <select><option>1<optgroup><option>2</select><template><p>t</template><b><i>misnested</b></i>
    """
}
