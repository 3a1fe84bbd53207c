import DocumentParsing

/// A picture that comes beside a text.
struct Picture {
  /// The picture as mark-up; empty without an address.
  let markup: String

  /// The picture at an address, and what it shows.
  init(_ address: JSONValue?, alt: JSONValue?) {
    self.init(address?.string, alt: alt?.string)
  }

  /// The same, where both are texts.
  init(_ address: String?, alt: String?) {
    let alt = PlainText.escaped(alt ?? "")
    markup = address.map { "<p><img src=\"\(PlainText.escaped($0))\" alt=\"\(alt)\">" } ?? ""
  }
}
