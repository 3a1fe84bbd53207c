import DocumentModel
import DocumentParsing
import PageContent
import PageModel
import Structured
import XMLParsing

/// A text of a feed or an export, and how it is written.
struct XMLText {
  /// The text as mark-up.
  let markup: String

  /// Mark-up as it stands.
  init(markup: String) { self.markup = markup }

  /// A text construct of Atom (RFC 4287, section 3.1; Atom 0.3 says `mode` for what `type` says
  /// today).
  init(atom element: XMLElement) {
    let type = element.attribute("type") ?? "text"
    switch type {
    case "xhtml", "application/xhtml+xml": markup = element.markup
    case "text", "text/plain":
      // Atom 0.3 leaves mark-up in elements of its own, or escapes it.
      let isMarkup = element.attribute("mode") == "xml"
      markup = isMarkup ? element.markup : PlainText.html(element.text)
    default:
      let isXML = type == "text/html" && element.attribute("mode") == "xml"
      markup = isXML ? element.markup : element.text
    }
  }

  /// The text on one line, without mark-up.
  var line: String {
    guard markup.utf8.contains(0x26) || markup.utf8.contains(0x3C) else { return markup.collapsed }
    return PostText.line(markup).collapsed
  }
}

extension String {
  /// A title of RSS on one line: text, in which references to characters, and pairs of tags, are
  /// mark-up that was escaped once too often.
  ///
  /// A lone `<` is one: titles speak of tags.
  var readAsTitle: String {
    if has("</") { return XMLText(markup: self).line }
    guard utf8.contains(0x26) else { return collapsed }
    return decodedReferences
  }
}

extension PageDate {
  /// A date of a feed: ISO 8601, or the words of RFC 822.
  init(feed text: String?) {
    guard let text else {
      self = .none
      return
    }
    let words = PageDate(text: text)
    // The names of months leave nothing to guess.
    let isClear = text.utf8.contains { ($0 | 0x20) &- 0x61 < 26 }
    let moment = Timestamp(iso: text) ?? (isClear ? PageDates([words])[words] : nil)
    self.init(moment: moment, text: text)
  }
}
