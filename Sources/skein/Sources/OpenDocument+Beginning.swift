import DocumentFormats
import DocumentModel
import DocumentParsing

/// What the first screen of a source is made from.
extension OpenDocument {
  /// Sources up to this size are parsed whole before the first screen.
  private static let smallSize = 1 << 16
  /// How much of a large text the first screen is made from; more of mail of which that is not even one
  /// message.
  private static let prefixSizes = [1 << 17, 1 << 20]
  /// How much of the body of a large page the first screen is made from: a first attempt, and a
  /// further one if that has nothing to read, as long as it is less than half of the page.
  private static let bodySizes = [32 << 10, 96 << 10, 192 << 10]
  /// How much of a page is searched for the start of its body.
  private static let headLimit = 1 << 20
  /// Texts up to this size are parsed whole before the first screen.
  private static let wholeTextLimit = 1 << 20
  /// Mail up to this size is read whole if its beginning is not even one message.
  private static let wholeMailLimit = 1 << 25
  /// Pages up to this size are parsed whole if there is nothing to read in their beginning.
  private static let wholePageLimit = 1 << 22

  /// What the first screen is made from.
  struct Beginning: Sendable {
    /// A document or a list, or as much of it as its first bytes hold.
    let contents: SourceContents
    /// How many times larger the whole source is; 1: this is all of it.
    let parts: Int

    /// Whether there is more.
    var isPartial: Bool { parts > 1 }
    /// The document, a list as one.
    var document: Document { contents.document }
  }

  /// The document, or the beginning of a large one.
  ///
  /// If the beginning of a page has only styles and scripts, more of it is parsed.
  func beginning() throws(Failure) -> Beginning {
    guard !isAwaited else { return Beginning(contents: .document(blank), parts: 1) }
    let size = bytes.size
    guard contents == nil, size > Self.smallSize else {
      return Beginning(contents: try wholeContents(), parts: 1)
    }
    if FormatRegistry.builtIn.isPage(source(of: try prefix(4096, endingIn: 0x3E)), format: format) {
      return try beginningOfPage()
    }
    guard size > Self.wholeTextLimit else {
      return Beginning(contents: try wholeContents(), parts: 1)
    }
    return try beginningOfText()
  }

  private func beginningOfText() throws(Failure) -> Beginning {
    var attempt: Beginning?
    for length in Self.prefixSizes {
      let head = source(of: try prefix(length, endingIn: 0x0A))
      let contents = try parse(head)
      // What follows a message with large attachments may be a list or a thread.
      let isLone = contents.listing == nil && contents.document.comments.count <= 1
      let beginning = Beginning(contents: contents, parts: max(2, bytes.size / length))
      guard isLone, FormatRegistry.builtIn.isMail(head, format: format) else { return beginning }
      attempt = beginning
    }
    guard let attempt, bytes.size > Self.wholeMailLimit else {
      return Beginning(contents: try wholeContents(), parts: 1)
    }
    return attempt
  }

  private func beginningOfPage() throws(Failure) -> Beginning {
    let size = bytes.size
    let body = try bytes.withPrefix(Self.headLimit) { FormatRegistry.builtIn.bodyStart(of: $0) }
    for length in Self.bodySizes where 2 * (body + length) < size {
      let contents = try parse(source(of: try prefix(body + length, endingIn: 0x3E)))
      if isReadable(contents) || size > Self.wholePageLimit && length == Self.bodySizes.last {
        return Beginning(contents: contents, parts: max(2, size / (body + length)))
      }
    }
    return Beginning(contents: try wholeContents(), parts: 1)
  }

  /// Whether there is something to read; what is missing comes with the rest.
  func isReadable(_ contents: SourceContents) -> Bool {
    guard case .document(let document) = contents else { return contents.listing != nil }
    return !document.article.blocks.isEmpty || !document.comments.isEmpty
  }

  /// A copy of the first `limit` bytes of the source, cut after the last `byte`, which is a newline
  /// or the end of a tag; without one, between two UTF-8 scalars.
  private func prefix(_ limit: Int, endingIn byte: UInt8) throws(Failure) -> TextStorage {
    try bytes.withPrefix(limit) { head in
      var end = head.endIndex
      if let last = head.lastIndex(of: byte) {
        end = last + 1
      } else if let scalar = head.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }),
        head[scalar] >= 0xC0
      {
        end = scalar
      }
      return TextStorage(copying: UnsafeRawBufferPointer(rebasing: head[..<end]))
    }
  }
}
