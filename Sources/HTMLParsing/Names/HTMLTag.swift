/// The elements the parser or a reader of pages asks for by name.
///
/// `other` stands for every name not listed here; `HTMLDocument.name(of:)` tells it.
public enum HTMLTag: UInt8, CaseIterable, Sendable {
  /// A name without a case of its own.
  case other
  /// Elements that begin with this letter.
  case a, abbr, acronym, address, annotationXML, applet, area, article, aside, audio
  /// Elements that begin with this letter.
  case b, base, basefont, bdi, bdo, bgsound, big, blink, blockquote, body, br, button
  /// Elements that begin with this letter.
  case canvas, caption, center, cite, code, col, colgroup
  /// Elements that begin with this letter.
  case data, datalist, dd, del, desc, details, dfn, dialog, dir, div, dl, dt
  /// Elements that begin with this letter.
  case em, embed
  /// Elements that begin with this letter.
  case fieldset, figcaption, figure, font, footer, foreignObject, form, frame, frameset
  /// Elements that begin with this letter.
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  /// Elements that begin with this letter.
  case i, iframe, image, img, input, ins
  /// Elements that begin with this letter.
  case kbd, keygen
  /// Elements that begin with this letter.
  case label, legend, li, link, listing
  /// Elements that begin with this letter.
  case main, malignmark, map, mark, marquee, math, menu, menuitem, meta, meter, mglyph, mi, mn,
    mo, ms, mtext
  /// Elements that begin with this letter.
  case nav, nobr, noembed, noframes, noscript
  /// Elements that begin with this letter.
  case object, ol, optgroup, option, output
  /// Elements that begin with this letter.
  case p, param, picture, plaintext, pre, progress
  /// Elements that begin with this letter.
  case q
  /// Elements that begin with this letter.
  case rb, rp, rt, rtc, ruby
  /// Elements that begin with this letter.
  case s, samp, script, search, section, select, slot, small, source, span, strike, strong,
    style, sub, summary, sup, svg
  /// Elements that begin with this letter.
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  /// Elements that begin with this letter.
  case u, ul
  /// Elements that begin with this letter.
  case `var`, video
  /// Elements that begin with this letter.
  case wbr
  /// Elements that begin with this letter.
  case xmp

  /// The names in the order of the cases, `other` left out.
  static let names: StaticString = """
    a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi \
    bdo bgsound big blink blockquote body br button canvas caption center cite code col \
    colgroup data datalist dd del desc details dfn dialog dir div dl dt em embed fieldset \
    figcaption figure font footer foreignObject form frame frameset h1 h2 h3 h4 h5 h6 head \
    header hgroup hr html i iframe image img input ins kbd keygen label legend li link listing \
    main malignmark map mark marquee math menu menuitem meta meter mglyph mi mn mo ms mtext nav \
    nobr noembed noframes noscript object ol optgroup option output p param picture plaintext \
    pre progress q rb rp rt rtc ruby s samp script search section select slot small source span \
    strike strong style sub summary sup svg table tbody td template textarea tfoot th thead \
    time title tr track tt u ul var video wbr xmp
    """

  /// The case for a name, `other` if it has none.
  @inlinable
  init(_ name: HTMLName) {
    guard name.rawValue <= UInt16(HTMLTag.xmp.rawValue) else {
      self = .other
      return
    }
    // The cases are numbered without gaps; the initializer with a raw value is a long search.
    self = unsafeBitCast(UInt8(truncatingIfNeeded: name.rawValue), to: HTMLTag.self)
  }
}
