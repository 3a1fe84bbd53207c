import DocumentModel
import DocumentMerging
import ReaderUI
import Synchronization

/// A fuller copy of a discussion, read when it is first asked.
final class CompanionSource: CommentSource {
  let name: String
  private let load: @Sendable () throws(CommentSourceError) -> Document
  private let memory = Mutex(Memory())

  private struct Memory {
    var companion: Document?
    var matched: (text: TextArena, matcher: CompanionMatcher)?

    /// The companion, read by `load` if it was not yet.
    mutating func read(
      _ load: () throws(CommentSourceError) -> Document,
      name: String
    ) throws(CommentSourceError) -> Document {
      if let companion { return companion }
      let read = try load()
      guard !read.comments.isEmpty else { throw .noComments(name) }
      companion = read
      return read
    }

    /// The matcher for `document`, made anew when that is another one than last time.
    mutating func matcher(of document: Document, _ companion: Document) -> CompanionMatcher {
      if let matched, matched.text.isIdentical(to: document.text) { return matched.matcher }
      let matcher = CompanionMatcher(document: document, companion: companion)
      matched = (document.text, matcher)
      return matcher
    }
  }

  /// The copy called `name`; `load` reads it, again after it failed.
  init(
    name: String,
    load: @escaping @Sendable () throws(CommentSourceError) -> Document
  ) {
    self.name = name
    self.load = load
  }

  func completions(
    for ids: [CommentID],
    in document: Document,
    _ work: CompletionWork
  ) throws(CommentSourceError) -> [CommentID: Completion] {
    let (companion, matches) = try memory.withLock { memory throws(CommentSourceError) in
      let companion = try memory.read(load, name: name)
      return (companion, memory.matcher(of: document, companion).matches(for: ids))
    }
    return matches.mapValues {
      Completion(document: companion, blocks: companion[$0].blocks, origin: name)
    }
  }
}
