import DocumentModel
import DocumentParsing

/// The page in a message that a browser saved it as (RFC 2557): `.mhtml`, `.mht`.
package struct ArchivedPage: Sendable {
  /// The page, at its own address; `nil` if the source holds none.
  package let page: SourceText?

  /// Whether a source begins as such a message.
  package static func isArchive(_ source: SourceText) -> Bool {
    source.reading(MailSignature.init).kind == .page
  }

  /// Takes the page out of `source`; O(length).
  package init(_ source: SourceText) {
    let bytes = source.raw.bytes
    let message = MessageParts(bytes, in: MailboxIndex.start(of: bytes)..<bytes.count)
    let start = message.parts.first?.type.parameter("start")
    let pages = message.parts.filter {
      $0.structure == .leaf && ["text/html", "application/xhtml+xml"].contains($0.type.value)
    }
    let root = pages.first { part in
      start != nil && part.fields.text("content-id", in: bytes) == start
    }
    guard let part = root ?? pages.first, let first = message.parts.first else {
      page = nil
      return
    }
    let places = [
      first.fields.text("snapshot-content-location", in: bytes),
      part.fields.text("content-location", in: bytes),
      first.fields.text("content-location", in: bytes),
    ]
    page = source.part(
      TextStorage(copying: part.encoding.decode(bytes[part.body])),
      url: places.compactMap(\.self).first(where: Self.isAddress).map(LinkAddress.escaped),
      charset: part.type.parameter("charset")
    )
    withExtendedLifetime(source) {}
  }

  /// Whether a field names an address of the web, and nothing besides.
  private static func isAddress(_ text: String) -> Bool {
    LinkAddress.isWeb(text) && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}

extension HeaderFields {
  /// The text of the first field called `name`.
  fileprivate func text(_ name: StaticString, in bytes: UnsafeRawBufferPointer) -> String? {
    unfolded(name, in: bytes).map(EncodedWords.decode)
  }
}
