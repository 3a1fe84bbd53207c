import DocumentModel
import DocumentParsing

/// An export of several discussions in one JSON file, as an input format: a list of them, or the only
/// one.
package struct JSONArchiveFormat: DocumentFormat {
  /// The form's name.
  package let name: String
  /// What it reads.
  package let summary: String
  /// The arrays of the discussions, from the outermost value.
  let lists: [JSONPath]
  /// Where, in a discussion, its title is.
  let title: [JSONPath]
  /// Where its messages are.
  let messages: JSONPath
  /// What among them is no message.
  let notes: JSONSign
  /// What else is said of it.
  let tags: [JSONBadge]
  /// What one of them is read as.
  let system: @Sendable () -> JSONSystem

  /// `certain` of JSON in which one of the lists holds a discussion.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard let root = source.jsonRoot else { return .no }
    let isOwn = discussions(in: root).contains { messages.value(in: $0) != nil }
    source.decisions?.note(name, "lists", "lists of discussions", isMet: isOwn)
    return isOwn ? .certain : .no
  }

  /// The only discussion, or the list as a document.
  package func parse(_ source: SourceText) -> Document { contents(of: source).document }

  /// The only discussion that has messages, or a list of all that have; of broken JSON what stands
  /// before the break.
  package func contents(of source: SourceText) -> SourceContents {
    let tree = source.reading(JSONSource.init).tree
    let all = tree.root.map(discussions) ?? []
    let filled = all.filter { messages.value(in: $0)?.elements.first { _ in true } != nil }
    let diagnostics = tree.diagnostic.map { [$0] } ?? []
    let format = JSONFormat(name, summary, system)
    guard filled.count != 1 else {
      return .document(format.document(filled[0], from: source, diagnostics: diagnostics))
    }
    var builder = ListingBuilder(from: source, format: name)
    builder.diagnostics += diagnostics
    for (index, discussion) in filled.enumerated() {
      let name = title.text(in: discussion)
      builder.add(
        ListingEntry(
          // The chat with somebody whose account is gone has no name.
          title: name.isEmpty ? "(no name)" : name,
          comments: messages.value(in: discussion)?.elements.count { !notes.matches($0) },
          tags: tags.compactMap { $0.words(in: discussion)?.replacing("_", with: " ") },
          part: index
        )
      )
    }
    builder.discussions = JSONDiscussions(filled, from: source, format: format)
    return .listing(builder.finish())
  }

  private func discussions(in root: JSONValue) -> [JSONValue] {
    lists.flatMap { $0.value(in: root).map { Array($0.elements) } ?? [] }
  }
}

/// The discussions of an archive, each read when it is asked for.
private struct JSONDiscussions: DiscussionCollection {
  private let values: [JSONValue]
  private let source: SourceText
  private let format: JSONFormat

  init(_ values: [JSONValue], from source: SourceText, format: JSONFormat) {
    (self.values, self.source, self.format) = (values, source, format)
  }

  func document(at index: Int) -> Document { format.document(values[index], from: source) }
}
