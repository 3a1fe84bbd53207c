import DocumentModel
import Glibc
import Synchronization
import SystemServices

/// The bytes of a source, read as far as they are needed.
///
/// What was read stays as it was, whatever becomes of the file.
final class SourceBytes: Sendable {
  private struct State {
    /// The beginning of a file that has not been read to its end.
    var buffer: InputBuffer?
    var whole: TextStorage?
  }

  /// How many bytes there are; of a file that has shrunk since, how many there were.
  let size: Int
  /// What was noticed while the source was read.
  let notes: [Diagnostic]
  private let name: String
  private let state: Mutex<State>

  /// Bytes that have been read already.
  init(_ storage: TextStorage) {
    size = storage.bytes.count
    notes = []
    name = ""
    state = Mutex(State(buffer: nil, whole: storage))
  }

  /// The messages of a folder of mail.
  init(_ mail: MaildirFolder.Contents) {
    size = mail.storage.bytes.count
    notes = mail.notes
    name = ""
    state = Mutex(State(buffer: nil, whole: mail.storage))
  }

  /// The bytes at `location`, a path or `-` for standard input; throws if they are not text.
  ///
  /// Reads the beginning of a file, and all of what has no size, such as a pipe, of what gzip packed,
  /// and of a maildir.
  init(of location: String, cancellation: Cancellation? = nil) throws(Failure) {
    name = location == "-" ? "standard input" : location
    if MaildirFolder.isOne(location) {
      let mail = MaildirFolder.read(location, cancellation)
      if cancellation?.isCancelled == true { throw Failure("\(name): \(InputError.cancelled)") }
      size = mail.storage.bytes.count
      notes = mail.notes
      state = Mutex(State(buffer: nil, whole: mail.storage))
      return
    }
    let buffer: InputBuffer
    do throws(InputError) {
      buffer = try Self.beginning(of: location, cancellation)
    } catch {
      let isMissing = error == .cannotOpen(SystemError(number: ENOENT))
      throw Failure("\(name): \(error)" + (isMissing ? MissingFile(name: location).advice : ""))
    }
    if GzipData.isPacked(buffer.bytes) {
      let unpacked = try Self.unpacked(buffer, name, cancellation)
      try BinaryContent.refuse(unpacked.storage.bytes, from: name)
      size = unpacked.storage.bytes.count
      notes = unpacked.isPart ? [.endsInsideGzip] : []
      state = Mutex(State(buffer: nil, whole: unpacked.storage))
      return
    }
    try BinaryContent.refuse(buffer.bytes, from: name)
    notes = []
    if let users = SlackUsers.beside(location) {
      try Self.fill(buffer, upTo: .max, of: name)
      let whole = TextStorage(copying: [UInt8](buffer.bytes) + [0x0A] + users.bytes)
      size = whole.bytes.count
      state = Mutex(State(buffer: nil, whole: whole))
      return
    }
    size = buffer.expected ?? buffer.bytes.count
    state = Mutex(State(buffer: buffer, whole: nil))
  }

  private static func beginning(
    of location: String,
    _ cancellation: Cancellation?
  ) throws(InputError) -> InputBuffer {
    let file = try location == "-" ? InputFile(standardInput: ()) : InputFile(at: location)
    let buffer = try InputBuffer(file, limit: SourceFile.sizeLimit)
    try buffer.fill(upTo: BinaryContent.sample, cancellation: cancellation)
    if buffer.expected == nil, BinaryContent(buffer.bytes) == nil {
      try buffer.fill(upTo: .max, cancellation: cancellation)
    }
    return buffer
  }

  /// What gzip packed, all of it.
  private static func unpacked(
    _ buffer: InputBuffer,
    _ name: String,
    _ cancellation: Cancellation?
  ) throws(Failure) -> (storage: TextStorage, isPart: Bool) {
    do throws(InputError) {
      try buffer.fill(upTo: .max, cancellation: cancellation)
      let unpacked = try GzipData.unpack(buffer.bytes, limit: InputFile.pipeLimit)
      return (
        TextStorage(adopting: unpacked.bytes) {
          free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
        },
        unpacked.isPart
      )
    } catch {
      throw Failure("\(name): \(error)")
    }
  }

  /// Calls `body` with the first `limit` bytes, or with all if there are fewer.
  func withPrefix<Result: Sendable>(
    _ limit: Int,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { state throws(Failure) in
      if let whole = state.whole {
        return body(UnsafeRawBufferPointer(rebasing: whole.bytes.prefix(limit)))
      }
      let bytes = try fill(state.buffer, upTo: limit)
      return body(UnsafeRawBufferPointer(rebasing: bytes.prefix(limit)))
    }
  }

  /// All bytes; the first call reads them.
  func whole() throws(Failure) -> TextStorage {
    try state.withLock { state throws(Failure) in
      if let whole = state.whole { return whole }
      _ = try fill(state.buffer, upTo: .max)
      let bytes = state.buffer?.take() ?? UnsafeRawBufferPointer(start: nil, count: 0)
      let whole = TextStorage(adopting: bytes) {
        free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
      }
      state.whole = whole
      // The file is closed.
      state.buffer = nil
      return whole
    }
  }

  private func fill(
    _ buffer: InputBuffer?,
    upTo count: Int
  ) throws(Failure) -> UnsafeRawBufferPointer {
    if let buffer { try Self.fill(buffer, upTo: count, of: name) }
    return buffer?.bytes ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }

  private static func fill(
    _ buffer: InputBuffer,
    upTo count: Int,
    of name: String
  ) throws(Failure) {
    do throws(InputError) {
      try buffer.fill(upTo: count)
    } catch {
      throw Failure("\(name): \(error)")
    }
  }
}

extension Diagnostic {
  /// What gzip packed cannot be unpacked to its end.
  fileprivate static let endsInsideGzip = Diagnostic(
    .warning,
    "the compressed file is damaged or ends early; what precedes that is shown"
  )
}
