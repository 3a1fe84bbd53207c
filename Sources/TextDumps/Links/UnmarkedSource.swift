import DocumentModel
import DocumentParsing

/// A source without the marks that printers of pages leave of links.
struct UnmarkedSource: Sendable {
  /// The source; the same one if it has no such marks.
  let source: SourceText
  /// Whether there were such marks.
  let isMarked: Bool

  /// Looks at the beginning of `source` for a style of marks, and takes those out of all of it.
  init(_ source: SourceText) {
    let sample = source.policies[TextThreadPolicy.self].detectionSample
    let storage = source.text.withBytes { bytes -> TextStorage? in
      let beginning = UnsafeRawBufferPointer(rebasing: bytes.prefix(sample))
      if NumberedLinks.areUsed(in: beginning) { return NumberedLinks.removed(from: bytes) }
      if InlineLinks.areUsed(in: beginning) { return InlineLinks.removed(from: bytes) }
      return nil
    }
    isMarked = storage != nil
    self.source = storage.map { source.part($0) } ?? source
  }
}
