import DocumentExport
import DocumentFormats
import DocumentMerging
import DocumentModel
import DocumentParsing
import ReaderUI

/// Full texts of cut comments as they are remembered: lines of where they come from, a tab, and a
/// document in JSON that holds nothing but these comments.
///
/// A comment finds its text there as it would in a fuller copy of the page, so a new save of the page
/// with other ids and more comments does not matter.
enum KeptFullTexts {
  /// Where texts come from that were loaded with more of the discussion.
  private static let parts = "the rest of the discussion"
  private static let tab = UInt8(ascii: "\t")

  // MARK: Writing

  /// Comments whose texts come from one place.
  private struct Group {
    let origin: String
    /// The document that holds the texts, `nil` for that of the comments.
    let document: Document?
    var texts: [CommentID: Range<Int32>] = [:]

    func holds(_ completion: Completion) -> Bool {
      document?.text.isIdentical(to: completion.document.text) == true
        && origin == completion.origin
    }
  }

  /// The full texts of `ids` in `reading`; O(size of the document) for each place they come from.
  static func lines(of ids: [CommentID], in reading: Reading) -> [[UInt8]] {
    var groups: [Group] = []
    for id in ids {
      let completion = reading.completions[id]
      let place = groups.firstIndex { group in
        completion.map(group.holds) ?? (group.document == nil)
      }
      if place == nil {
        groups.append(
          Group(origin: completion?.origin ?? parts, document: completion?.document)
        )
      }
      groups[place ?? groups.count - 1].texts[id] =
        completion?.blocks ?? reading.document[id].blocks
    }
    return groups.compactMap { line(of: $0, in: reading.document) }
  }

  private static func line(of group: Group, in document: Document) -> [UInt8]? {
    let whole = group.document.map { document.completed(by: group.texts, of: $0) } ?? document
    guard let texts = whole?.selecting(group.texts.keys.sorted()) else { return nil }
    let json = ByteSink.collect { JSONExport.write(texts, to: &$0) }
    let origin = group.origin.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    return origin + [tab] + json.dropLast()
  }

  // MARK: Reading

  /// What `lines`, the oldest first, hold of the comments of `document` that are cut, not shown yet.
  ///
  /// O(cut comments + size of the lines).
  static func completions(of document: Document, in lines: [[UInt8]]) -> [CommentID: Completion] {
    guard !lines.isEmpty else { return [:] }
    var found: [CommentID: Completion] = [:]
    var missing = document.commentIDs.filter { document[$0].isTruncated }
    for line in lines.reversed() where !missing.isEmpty {
      guard let end = line.firstIndex(of: tab) else { continue }
      let origin = String(decoding: line[..<end], as: UTF8.self)
      let source = SourceText(
        decoding: TextStorage(copying: Array(line[(end + 1)...])),
        location: origin
      )
      let texts = FormatRegistry.builtIn.detect(source).parse(source)
      let matcher = CompanionMatcher(document: document, companion: texts, knowsBounds: true)
      for (id, text) in matcher.matches(for: missing) {
        found[id] = Completion(
          document: texts,
          blocks: texts[text].blocks,
          origin: origin,
          isOpen: false
        )
      }
      missing.removeAll { found[$0] != nil }
    }
    return found
  }
}
