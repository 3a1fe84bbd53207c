import DocumentModel
import DocumentParsing
import HTMLParsing

/// A source read as XML; ask for it with `SourceText.reading`, so that it is read once.
package struct XMLSource: Sendable {
  /// The document.
  package let tree: XMLTree

  /// Reads all of `source`; O(length).
  package init(_ source: SourceText) {
    tree = Self.withText(of: source) { text in
      let first = XMLDocumentReader(text)
      guard let fault = first.fault, fault.mending != .none else {
        return XMLTree(first.builder, fault: first.fault)
      }
      let mended = XMLMending.mended(text).withUnsafeBytes { XMLDocumentReader($0) }
      return XMLTree(mended.builder, fault: fault.mended(leaving: mended.fault))
    }
  }

  /// Calls `body` with the text of `source` in UTF-8.
  ///
  /// How it is encoded is told by a byte order mark, by what came with the bytes, by its own
  /// declaration, in this order. What is valid UTF-8 is taken for that: declarations are often left
  /// behind when a feed is converted.
  private static func withText<Result>(
    of source: SourceText,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard let encoding = XMLRoot.encoding(of: source) else { return source.text.withBytes(body) }
    let decoded = encoding.decoded(HTMLBytes(borrowing: source.raw.bytes, from: source.raw))
    return withExtendedLifetime(decoded) {
      let text = TextStorage(adopting: decoded.bytes) { _ in }
      let clean = SourceText(decoding: text, location: "")
      return clean.text.withBytes(body)
    }
  }
}
