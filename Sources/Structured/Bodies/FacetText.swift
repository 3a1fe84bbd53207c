import DocumentParsing

/// Text whose links stand beside it, as ranges of its UTF-8 bytes (app.bsky.richtext.facet).
enum FacetText {
  private struct Link {
    let range: Range<Int>
    let address: String
  }

  /// The text as mark-up.
  ///
  /// A facet that runs over another, ends outside the text or cuts a character counts as none.
  static func html(_ text: String, facets record: JSONValue) -> String {
    let bytes = Array(text.utf8)
    let paths: [JSONPath] = [
      "post.record.facets", "record.facets", "value.post.record.facets", "facets",
    ]
    let facets = paths.value(in: record).map { Array($0.elements) } ?? []
    let links =
      facets
      .compactMap { link($0, in: bytes) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var markup: [UInt8] = []
    var offset = 0
    for link in links where link.range.lowerBound >= offset {
      PlainText.append(bytes[offset..<link.range.lowerBound], to: &markup)
      PlainText.appendLink(bytes[link.range], to: link.address.utf8, &markup)
      offset = link.range.upperBound
    }
    PlainText.append(bytes[offset...], to: &markup)
    return String(decoding: markup, as: UTF8.self)
  }

  private static func link(_ facet: JSONValue, in bytes: [UInt8]) -> Link? {
    guard let start = facet["index"]?["byteStart"]?.wholeNumber,
      let end = facet["index"]?["byteEnd"]?.wholeNumber,
      0 <= start, start < end, end <= bytes.count,
      bytes[start] & 0xC0 != 0x80, end == bytes.count || bytes[end] & 0xC0 != 0x80
    else { return nil }
    for feature in facet.list("features") {
      if let address = feature["uri"]?.string { return Link(range: start..<end, address: address) }
      if let did = feature["did"]?.string {
        return Link(range: start..<end, address: "https://bsky.app/profile/\(did)")
      }
    }
    return nil
  }
}
