import DocumentExport
import DocumentMerging
import DocumentModel
import Glibc
import ReaderUI
import SystemServices

/// Saves documents to files.
enum DocumentFile {
  /// What became of a file that was to be written.
  enum Outcome {
    case saved(String)
    /// There is a file of this name, which was left as it is.
    case exists
    case failed(reason: String)
  }

  /// Writes `document`, which was read from `source`, to a file in the format of the name's ending.
  ///
  /// A file that is there is replaced only if it `overwrites`, and never the source itself.
  static func write(
    _ document: Document,
    to path: String,
    overwrites: Bool,
    source: String?
  ) -> Outcome {
    guard let format = ExportFormat(forFileNamed: path) else {
      let name = path.split(separator: "/").last ?? ""
      let hint = name.contains(".") ? "unknown ending" : "a name needs an ending"
      return .failed(reason: "\(path): \(hint); use .txt, .md or .json")
    }
    do {
      let output = try OutputFile(
        path: path,
        ifThere: overwrites ? .replaces : .keeps(advice: "choose another name"),
        sources: [source].compactMap { $0 }
      )
      try output.write { format.write(document, to: &$0) }
      return .saved("saved to \(path)")
    } catch {
      let isThere = (try? FileStatus(at: path))?.kind == .regular
      let isSource = source.map { Self.isSame($0, path) } ?? false
      return !overwrites && isThere && !isSource ? .exists : .failed(reason: "\(error)")
    }
  }

  private static func isSame(_ source: String, _ path: String) -> Bool {
    guard let one = try? FileStatus(at: source), let other = try? FileStatus(at: path) else {
      return false
    }
    return one.identity == other.identity
  }
}

extension ExportFormat {
  /// The format for the file name's ending, `nil` if there is none.
  init?(forFileNamed path: String) {
    let endings: [(String, ExportFormat)] = [
      (".txt", .text), (".text", .text), (".md", .markdown), (".markdown", .markdown),
      (".json", .json), (".jsonl", .jsonl),
    ]
    guard let match = endings.first(where: { path.lowercased().hasSuffix($0.0) }) else {
      return nil
    }
    self = match.1
  }
}

/// Completes file names.
enum FileNames {
  /// The paths that begin with `start`, sorted, folders with a slash at the end; at most 500.
  ///
  /// Hidden files are included only if the dot was typed.
  static func starting(with start: String) -> [String] {
    let folderEnd = start.lastIndex(of: "/").map(start.index(after:)) ?? start.startIndex
    let (folder, name) = (String(start[..<folderEnd]), start[folderEnd...])
    let listed = folder.isEmpty ? "." : TypedPath.expanded(folder)
    guard let listing = listed.withFileName({ opendir($0) }) else { return [] }
    defer { closedir(listing) }
    var paths: [String] = []
    while paths.count < 500, let entry = readdir(listing) {
      let found = FilePath(ofEntry: &entry.pointee).text
      guard found.hasPrefix(name), found != ".", found != "..",
        !found.hasPrefix(".") || name.hasPrefix(".")
      else { continue }
      var status = stat()
      let isFolder =
        (listed + "/" + found).withFileName { stat($0, &status) } == 0
        && status.st_mode & S_IFMT == S_IFDIR
      paths.append(folder + found + (isFolder ? "/" : ""))
    }
    return paths.sorted()
  }
}

extension Reading {
  /// The document with all full texts that were found for comments its site cut; comments that are
  /// gone since it was read are deleted ones in it.
  var completed: Document {
    var sources: [(document: Document, texts: [CommentID: Range<Int32>])] = []
    for (id, completion) in completions {
      let source = sources.firstIndex { $0.document.text.isIdentical(to: completion.document.text) }
      if let source {
        sources[source].texts[id] = completion.blocks
      } else {
        sources.append((completion.document, [id: completion.blocks]))
      }
    }
    let whole = sources.reduce(document) { $0.completed(by: $1.texts, of: $1.document) ?? $0 }
    return whole.deleting(document.commentIDs.filter(news.gone.contains))
  }
}
