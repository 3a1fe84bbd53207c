import DocumentModel
import Synchronization

/// The bytes of a source for as long as it is open.
///
/// A file of middling size is mapped only until somebody wants all of it: then it is copied, once,
/// and nobody who truncates or overwrites it can harm who reads. Making the copy is left to the
/// background, for the first screen needs the beginning alone.
final class KeptBytes: Sendable {
  private let opened: TextStorage
  private let copy = Mutex<TextStorage?>(nil)

  /// Keeps `opened`, or a copy of it.
  init(_ opened: TextStorage) { self.opened = opened }

  /// The bytes; the first call may copy them.
  var storage: TextStorage {
    guard opened.bytes.count < SourceFile.mappingThreshold else { return opened }
    return copy.withLock { copy in
      let kept = copy ?? TextStorage(copying: opened.bytes)
      copy = kept
      return kept
    }
  }
}
