import DocumentParsing

/// A picture that comes beside a text.
struct Picture {
  /// The picture as mark-up; empty without an address.
  let markup: String

  /// The picture at an address, and what it shows.
  init(_ address: JSONValue?, alt: JSONValue?) {
    let alt = PlainText.escaped(alt?.string ?? "")
    markup =
      address?.string.map { "<p><img src=\"\(PlainText.escaped($0))\" alt=\"\(alt)\">" } ?? ""
  }
}
