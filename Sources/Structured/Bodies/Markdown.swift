import CMark

/// Markdown as mark-up, by cmark-gfm.
enum Markdown {
  /// `text` as HTML, raw HTML in it kept; empty without memory.
  static func html(_ text: String) -> String {
    var text = text
    let html = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { skein_markdown_html($0.baseAddress, $0.count) }
    }
    guard let html else { return "" }
    defer { skein_markdown_free(html) }
    return String(cString: html)
  }
}
