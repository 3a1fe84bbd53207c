import CMark

/// Markdown as mark-up, by cmark-gfm.
package enum Markdown {
  /// The longest text that is read as Markdown, in bytes: sixteen times what GitHub takes.
  ///
  /// For one of nothing but brackets cmark-gfm takes 230 times its length of memory.
  package static let longest = 1 << 20

  /// `text` as HTML, raw HTML in it kept; empty without memory.
  ///
  /// Its line breaks are blanks, or breaks if it `keepsLines`.
  ///
  /// One longer than `longest` is taken for plain text.
  package static func html(_ text: String, keepsLines: Bool = false) -> String {
    guard text.utf8.count <= longest else { return PlainText.html(text) }
    var text = text
    let html = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        skein_markdown_html($0.baseAddress, $0.count, keepsLines)
      }
    }
    guard let html else { return "" }
    defer { skein_markdown_free(html) }
    return String(cString: html)
  }
}
