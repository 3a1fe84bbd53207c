import HTMLParsing
import Testing

/// A page, and the tree it makes in the notation of `HTMLDocument.outline`.
struct TreeCase: Sendable, CustomTestStringConvertible {
  let place: String
  let page: String
  let tree: String

  init(_ place: String, _ page: String, makes tree: String) {
    self.place = place
    self.page = page
    self.tree = tree
  }

  var testDescription: String { "\(place): \(page)" }
}

@Suite("Trees")
struct TreeTests {
  typealias Case = TreeCase

  static let pages = [
    Case(
      "before the doctype",
      #"<!DOCTYPE html>\#n<!--a--><p>x"#,
      makes: "<!--a--> html(head body(p('x')))"
    ),
    Case("before the doctype", "  <!--a-->text", makes: "<!--a--> html(head body('text'))"),
    Case(
      "before html",
      "<!DOCTYPE html><!--a--></p><html lang=en><html class=b>",
      makes: "<!--a--> html[class=b lang=en](head body)"
    ),
    Case(
      "before head",
      "<!DOCTYPE html><html><!--a--></div><head><meta charset=utf-8></head>",
      makes: "html(<!--a--> head(meta[charset=utf-8]) body)"
    ),
    Case(
      "in head",
      #"<!DOCTYPE html><head> <title>a &lt; <b></title><style><b></style><script>"<p>"</script><base><template><td>x</template></div><head></head>"#,
      makes:
        #"html(head(' ' title('a < <b>') style('<b>') script('"<p>"') base template(content(td('x')))) body)"#
    ),
    Case(
      "in noscript in head",
      "<!DOCTYPE html><head><noscript><link><style>a</style><!--b--></noscript><noscript><p>c</noscript>",
      makes: "html(head(noscript(link style('a') <!--b-->) noscript) body(p('c')))"
    ),
    Case(
      "after head",
      "<!DOCTYPE html><head></head> <!--a--><meta name=b></div><body id=c><p>",
      makes: "html(head(meta[name=b]) ' ' <!--a--> body[id=c](p))"
    ),
    Case(
      "after head",
      "<!DOCTYPE html><head></head><title>late</title>x",
      makes: "html(head(title('late')) body('x'))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><p>a<div>b<p>c</div>d</p>",
      makes: "html(head body(p('a') div('b' p('c')) 'd' p))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><ul><li>a<li>b<ul><li>c</ul>d</ul><dl><dt>e<dd>f<dt>g</dl>",
      makes: "html(head body(ul(li('a') li('b' ul(li('c')) 'd')) dl(dt('e') dd('f') dt('g'))))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><h1>a<h2>b</h1>c",
      makes: "html(head body(h1('a') h2('b') 'c'))"
    ),
    Case(
      "in body",
      #"<!DOCTYPE html><pre>\#n\#na</pre><pre>&#10;b</pre><textarea>\#nc</textarea>"#,
      makes: #"html(head body(pre('\na') pre('b') textarea('c')))"#
    ),
    Case(
      "in body",
      "<!DOCTYPE html><form a><form b></form><form c><p></form>x",
      makes: "html(head body(form[a=] form[c=](p) 'x'))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><button>a<button>b</button><a href=1>c<a href=2>d</a>",
      makes: "html(head body(button('a') button('b') a[href=1]('c') a[href=2]('d')))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><b>a<i>b</b>c</i>d",
      makes: "html(head body(b('a' i('b')) i('c') 'd'))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><b><p>a</b>b</p>c",
      makes: "html(head body(b p(b('a') 'b') 'c'))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><b><b><b><b>a<p>b",
      makes: "html(head body(b(b(b(b('a' p('b')))))))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><nobr>a<nobr>b<div>c</nobr>d",
      makes: "html(head body(nobr('a') nobr('b') div(nobr('c') 'd')))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><p><b>a<p>b<object>c<p>d</object>e",
      makes: "html(head body(p(b('a')) p(b('b' object('c' p('d')) 'e'))))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html></p></br><image src=a><hr></foo><foo/>a</foo>b",
      makes: "html(head body(br img[src=a] hr foo('a') 'b'))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><ruby>a<rb>b<rt>c<rtc>d<rt>e<rp>f</ruby>",
      makes: "html(head body(ruby('a' rb('b') rt('c') rtc('d' rt('e') rp('f')))))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><xmp><b></xmp><iframe><b></iframe><noembed><b></noembed><noscript><b>a</noscript>",
      makes: "html(head body(xmp('<b>') iframe('<b>') noembed('<b>') noscript(b('a'))))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><body a=1><html b=2><body a=3 c=4>x",
      makes: "html[b=2](head body[a=1 c=4]('x'))"
    ),
    Case(
      "in body, no doctype",
      "<p>a<table></table>b",
      makes: "html(head body(p('a' table 'b')))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><p>a<table></table>b",
      makes: "html(head body(p('a') table 'b'))"
    ),
    Case(
      "in body",
      "<!DOCTYPE html><plaintext></plaintext><p>",
      makes: "html(head body(plaintext('</plaintext><p>')))"
    ),
    Case(
      "in select",
      "<!DOCTYPE html><select><option>a<option>b<optgroup><option>c</select>d",
      makes: "html(head body(select(option('a') option('b') optgroup(option('c'))) 'd'))"
    ),
    Case(
      "in select",
      "<!DOCTYPE html><select><option>a<select>b<select><input>c",
      makes: "html(head body(select(option('a')) 'b' select input 'c'))"
    ),
    Case(
      "in select",
      "<!DOCTYPE html><select><div>a<hr><option>b</div></select>c",
      makes: "html(head body(select(div('a' hr option('b'))) 'c'))"
    ),
    Case(
      "in table",
      "<!DOCTYPE html><table> <tr><td>a</td>b<p>c</table>d",
      makes: "html(head body('b' p('c') table(' ' tbody(tr(td('a')))) 'd'))"
    ),
    Case(
      "in table",
      "<!DOCTYPE html><table><input type=hidden><input><form></form><tr></table>",
      makes: "html(head body(input table(input[type=hidden] form tbody(tr))))"
    ),
    Case(
      "in table",
      "<!DOCTYPE html><a>x<table><a>y</table>z",
      makes: "html(head body(a('x' a('y') table) a('z')))"
    ),
    Case(
      "in table",
      "<!DOCTYPE html><table><table>a</table><td>b<table></table>c",
      makes: "html(head body(table 'a' table 'b' table 'c'))"
    ),
    Case(
      "in table text",
      "<!DOCTYPE html><table> a <td>b</table><table> <!--c--> <tr>",
      makes: "html(head body(' a ' table(tbody(tr(td('b')))) table(' ' <!--c--> ' ' tbody(tr))))"
    ),
    Case(
      "in caption",
      "<!DOCTYPE html><table><caption>a<b>b<tr><td>c</caption></table>",
      makes: "html(head body(table(caption('a' b('b')) tbody(tr(td('c'))))))"
    ),
    Case(
      "in column group",
      "<!DOCTYPE html><table><col><colgroup> <col>a<colgroup><tr></table>",
      makes: "html(head body('a' table(colgroup(col) colgroup(' ' col) colgroup tbody(tr))))"
    ),
    Case(
      "in table body",
      "<!DOCTYPE html><table><td>a<tfoot></td><tr><thead><th>b</table>",
      makes: "html(head body(table(tbody(tr(td('a'))) tfoot(tr) thead(tr(th('b'))))))"
    ),
    Case(
      "in row",
      "<!DOCTYPE html><table><tr></td><th>a<tr><td>b</tr></tbody>c</table>",
      makes: "html(head body('c' table(tbody(tr(th('a')) tr(td('b'))))))"
    ),
    Case(
      "in cell",
      "<!DOCTYPE html><table><td>a<td><b>b</th><td>c</body></table>d",
      makes: "html(head body(table(tbody(tr(td('a') td(b('b')) td('c')))) 'd'))"
    ),
    Case(
      "in template",
      "<!DOCTYPE html><template><tr><td>a</td></tr></template><template><col>b<td></template><template><p>c<div>",
      makes:
        "html(head(template(content(tr(td('a')))) template(content(col)) template(content(p('c') div))) body)"
    ),
    Case(
      "after body",
      "<!DOCTYPE html><body>a</body> <!--b--></html> <!--c-->d<p>",
      makes: "html(head body('a  d' p) <!--b-->) <!--c-->"
    ),
    Case(
      "in frameset",
      "<!DOCTYPE html><frameset> a<frame><frameset><frame></frameset><noframes><b></noframes></frameset> b</html><!--c-->",
      makes: "html(head frameset(' ' frame frameset(frame) noframes('<b>')) ' ') <!--c-->"
    ),
    Case(
      "in frameset",
      "<!DOCTYPE html><div><frameset><frame>",
      makes: "html(head frameset(frame))"
    ),
    Case("in body", "<!DOCTYPE html>a<frameset>", makes: "html(head body('a'))"),
    Case(
      "in SVG and MathML",
      "<!DOCTYPE html><svg viewbox=0 xlink:href=a><foreignobject><p>a</foreignobject><circle/><title><b>c</b></title><![CDATA[<d>]]></svg>e",
      makes:
        "html(head body(svg:svg[viewBox=0 xlink:href=a](svg:foreignObject(p('a' circle(title('<b>c</b>') <!--[CDATA[<d--> ']]>e'))))))"
    ),
    Case(
      "in SVG and MathML",
      "<!DOCTYPE html><math definitionurl=a><mi>b<p>c</mi><annotation-xml encoding=text/html><p>d</annotation-xml><svg/></math>",
      makes:
        "html(head body(math:math[definitionURL=a](math:mi('b' p('c' annotation-xml[encoding=text/html]) p('d' svg:svg)))))"
    ),
    Case(
      "in SVG and MathML",
      "<!DOCTYPE html><svg><g>a<p>b</svg>c<svg><font>d<font color=e>f",
      makes:
        "html(head body(svg:svg(svg:g('a')) p('bc' svg:svg(svg:font('d')) font[color=e]('f'))))"
    ),
    Case(
      "in SVG and MathML",
      "<!DOCTYPE html><svg><desc>a</p></desc></br>b",
      makes: "html(head body(svg:svg(svg:desc('a' p)) br 'b'))"
    ),
  ]

  @Test("A page makes the tree the standard asks for", arguments: pages)
  func pageMakesTree(_ test: TreeCase) {
    #expect(HTMLDocument(HTMLBytes(test.page)).outline == test.tree)
  }

  /// The context, the fragment, the tree.
  static let fragments = [
    Case("td", "a<td>b</td></table><tr>c", makes: "'abc'"),
    Case("table", "<tr><td>a</table>b", makes: "tbody(tr(td('ab')))"),
    Case("select", "<option>a<input>b<select>c", makes: "option('abc')"),
    Case("title", "<b>a&amp;b", makes: "'<b>a&b'"),
    Case("svg path", "<g/><p>a", makes: "svg:g p('a')"),
    Case("template", "<tr><td>a", makes: "tr(td('a'))"),
    Case("tr", "<td>a</tr><td>b", makes: "td('a') td('b')"),
    Case("colgroup", "<col>a<col>", makes: "col col"),
    Case("html", "<title>a</title>b", makes: "head(title('a')) body('b')"),
    Case("frameset", "<frame></frameset><frame>", makes: "frame frame"),
  ]

  @Test("A fragment is parsed as the content of its context", arguments: fragments)
  func fragmentParsedContent(_ test: TreeCase) {
    let isDrawing = test.place.hasPrefix("svg ")
    let name = isDrawing ? String(test.place.dropFirst(4)) : test.place
    let context = HTMLOptions.Context(name, isDrawing ? .svg : .html)
    let document = HTMLDocument(HTMLBytes(test.page), options: HTMLOptions(context: context))
    #expect(document.outline == test.tree)
  }

  @Test("Scripting makes noscript hold text") func scriptingMakesNoscript() {
    var options = HTMLOptions()
    options.isScripting = true
    let document = HTMLDocument(
      HTMLBytes("<noscript><a></noscript><p><noscript><b></noscript>"),
      options: options
    )
    #expect(document.outline == "html(head(noscript('<a>')) body(p(noscript('<b>'))))")
  }

  @Test(
    "The doctype tells how old the page is",
    arguments: [
      ("<!DOCTYPE html>", HTMLQuirks.none),
      ("", .full),
      ("<!DOCTYPE>", .full),
      ("<!DOCTYPE html PUBLIC>", .full),
      ("<!doctype HTML public '-//W3C//DTD HTML 3.2 Final//EN'>", .full),
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", .full),
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" \"a\">", .limited),
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"a\">", .none),
      ("<!DOCTYPE html SYSTEM \"about:legacy-compat\">", .none),
    ]
  )
  func doctypeTellsHow(_ page: String, _ quirks: HTMLQuirks) {
    #expect(HTMLDocument(HTMLBytes(page)).quirks == quirks)
  }
}
