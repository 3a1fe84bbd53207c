import DocumentModel
import ReaderConfig
import ReadingHistory
import Synchronization
import SystemServices

/// What is remembered of the documents that are read, for a session of the reader.
///
/// Nothing is opened before a document may be known, and no file is made before there is something
/// to write.
final class ReadingMemory: Sendable {
  /// How long the first screen waits for another program that holds the history, in milliseconds.
  private static let patience: Int32 = 100
  /// How long the end of the session waits for what is still to be written, in milliseconds.
  private static let endPatience = 3000

  /// What writes.
  let writer: HistoryWriter
  /// What went wrong, for the user.
  let messages: Channel<String>
  private let path: String
  private let subjects = Atomic(0)

  /// The memory that `settings` and `paths` ask for, `nil` for none; calls `wake` on any thread when
  /// there is something to tell.
  init?(_ settings: Settings, _ paths: HistoryPaths, wake: @escaping @Sendable () -> Void) {
    guard settings.rememberDays > 0, let path = paths.history else { return nil }
    self.path = path
    let messages = Channel<String>(wake: wake)
    self.messages = messages
    writer = HistoryWriter(path: path) { messages.send($0) }
  }

  /// A number for what is written of one document.
  func newSubject() -> Int { subjects.wrappingAdd(1, ordering: .relaxed).newValue }

  /// What is remembered of `document`; may be called on any thread.
  func recall(_ document: Document, address: String?) -> Recall {
    let names = DocumentNames(of: document, address: address)
    return Recall(names, of: document, recollection(of: names))
  }

  private func recollection(of names: DocumentNames) -> Recollection? {
    guard HistoryStore.exists(at: path) else { return nil }
    do throws(DatabaseError) {
      let store = try HistoryStore(at: path, creates: false, patience: Self.patience)
      guard let id = try store.find(names) else { return nil }
      return try store.recall(id)
    } catch {
      // What is damaged is moved aside, and told, by the writer.
      if error.reason != .damaged {
        messages.send(HistoryWriter.message(about: error, path: path, aside: nil))
      }
      return nil
    }
  }

  /// Waits until all is written.
  ///
  /// What went wrong then is told on standard error: the screen is closed.
  func finish() {
    writer.finish(within: Self.endPatience)
    for message in messages.receive() { StandardError.report(message) }
  }
}
