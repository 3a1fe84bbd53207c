import DocumentModel
import DocumentParsing
import Glibc
import ReaderUI
import SystemServices

/// A folder of mail with a file for each message, as a mailbox in one piece.
///
/// The messages of folders inside of it belong to it. Trashed ones are left out.
struct MaildirFolder: ~Copyable {
  /// The most files that are read.
  private static let fileLimit = 1_000_000

  private var paths: [String] = []
  private var bytes = GrowingBytes()
  /// How many files cannot be read, are no messages, or are left out.
  private var (unreadable, unsuitable, leftOut) = (0, 0, 0)
  /// How many files had been read when that was stopped, `nil` if it was not.
  private var stop: Int?

  /// The messages as a mailbox, and what was noticed.
  typealias Contents = (storage: TextStorage, notes: [Diagnostic])

  /// Whether there is such a folder at `path`: it has a folder `cur` or `new`.
  static func isOne(_ path: String) -> Bool {
    ["cur", "new"].contains { name in
      (try? FileStatus(at: joined(path, name)))?.kind == .folder
    }
  }

  /// The messages at `path` as a mailbox in which `>` stands before lines that begin with `From `, and
  /// what was noticed.
  ///
  /// A file that cannot be read is counted and left out. Once it is cancelled, what has been read is all
  /// there is. O(size of the files).
  static func read(
    _ path: String,
    _ cancellation: Cancellation?,
    progress: (Progress) -> Void = { _ in }
  ) -> Contents {
    var folder = MaildirFolder()
    folder.collect(path, cancellation, progress)
    folder.paths.sort()
    let paths = folder.paths
    for (index, file) in paths.enumerated() {
      if cancellation?.isCancelled == true {
        folder.stop = index
        break
      }
      if index % step == 0 {
        let label = "reading message \(index + 1) of \(paths.count)"
        progress(Progress(label: label, share: Double(index) / Double(paths.count)))
      }
      folder.add(file)
    }
    let notes = folder.notes
    return (folder.takeBytes(), notes)
  }

  /// After how many files it is told how far the reading is.
  private static let step = 512
  /// After how many files it is told how many have been found.
  private static let listingStep = 8192

  private consuming func takeBytes() -> TextStorage { bytes.storage() }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  // MARK: Files

  private mutating func collect(
    _ top: String,
    _ cancellation: Cancellation?,
    _ progress: (Progress) -> Void
  ) {
    var open = [(path: top, isDelivery: false)]
    while let folder = open.popLast(), cancellation?.isCancelled != true {
      guard let listing = folder.path.withFileName({ opendir($0) }) else {
        unreadable += 1
        continue
      }
      defer { closedir(listing) }
      while let entry = readdir(listing) {
        let name = FilePath(ofEntry: &entry.pointee).text
        guard name != ".", name != ".." else { continue }
        let path = Self.joined(folder.path, name)
        if Self.isFolder(entry.pointee.d_type, path) {
          // Others whose names begin with a dot belong to programs that index mail.
          guard name != "tmp", !name.hasPrefix(".") || Self.isOne(path) else { continue }
          open.append((path, name == "cur" || name == "new"))
        } else if !name.hasPrefix("."), folder.isDelivery || name.contains(":2,") {
          if paths.count < Self.fileLimit { paths.append(path) } else { leftOut += 1 }
          if paths.count % Self.listingStep == 0 {
            progress(Progress(label: "\(paths.count) messages found", share: nil))
          }
        }
      }
    }
  }

  /// Whether an entry of a folder is a folder; one that a link leads to is none, so that none is read
  /// for ever.
  private static func isFolder(_ type: UInt8, _ path: String) -> Bool {
    if Int(type) != DT_UNKNOWN { return Int(type) == DT_DIR }
    return (try? FileStatus(at: path))?.kind == .folder
  }

  // MARK: Messages

  private mutating func add(_ path: String) {
    if path.suffix(while: { $0 != "," && $0 != "/" }).contains("T"), path.contains(":2,") { return }
    do throws(InputError) {
      let buffer = try InputBuffer(InputFile(at: path, of: [.regular]), limit: SourceFile.sizeLimit)
      try buffer.fill(upTo: .max)
      guard bytes.count + buffer.bytes.count < SourceFile.sizeLimit, !bytes.isFull else {
        leftOut += 1
        return
      }
      add(buffer.bytes)
    } catch {
      unreadable += 1
    }
  }

  private mutating func add(_ message: UnsafeRawBufferPointer) {
    let first = message[..<(message.first(0x0A, in: 0..<message.count) ?? message.count)]
    guard first.contains(0x3A), first.first.map({ 0x21...0x7E ~= $0 }) == true else {
      unsuitable += 1
      return
    }
    Self.envelope.withUnsafeBytes { bytes.append($0) }
    // Copied up to the next line that needs a sign before it.
    var (copied, line) = (0, 0)
    while line < message.count {
      if Self.needsSign(message[line...]) {
        bytes.append(UnsafeRawBufferPointer(rebasing: message[copied..<line]))
        bytes.append(Self.sign)
        copied = line
      }
      line = message.first(0x0A, in: line..<message.count).map { $0 + 1 } ?? message.count
    }
    bytes.append(UnsafeRawBufferPointer(rebasing: message[copied...]))
    if message.last != 0x0A { bytes.append(0x0A) }
    bytes.append(0x0A)
  }

  /// Whether a line begins with `From `, quoted or not.
  private static func needsSign(_ line: LineBytes) -> Bool {
    guard line.first == sign || line.first == from[0] else { return false }
    return line.drop(while: { $0 == sign }).starts(with: from)
  }

  private static let envelope = Array("From maildir Thu Jan  1 00:00:00 1970\n".utf8)
  private static let sign = UInt8(ascii: ">")
  private static let from = Array("From ".utf8)

  private var notes: [Diagnostic] {
    [
      stop.map { "stopped: only \($0) of \(paths.count) files of the maildir were read" },
      unreadable > 0 ? "files of the maildir that cannot be read: \(unreadable)" : nil,
      unsuitable > 0 ? "files of the maildir that are no messages: \(unsuitable)" : nil,
      leftOut > 0 ? "files of the maildir that are left out, as it is too large: \(leftOut)" : nil,
    ].compactMap { $0.map { Diagnostic(.warning, $0) } }
  }
}

extension String {
  /// The characters at the end for which `isWanted` is true.
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
    let end = lastIndex { !isWanted($0) }
    return end.map { self[index(after: $0)...] } ?? self[...]
  }
}
