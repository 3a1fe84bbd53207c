import DocumentExport
import DocumentModel

/// Saving what is read.
enum DocumentFile {
  /// Writes `document` to a new file in the format the name of `path` ends in; says how that went.
  ///
  /// A file that exists is never written over.
  static func write(_ document: Document, to path: String) -> Note {
    guard let format = ExportFormat(forFileNamed: path) else {
      return Note(text: "\(path): the name must end in .txt, .md or .json", isWarning: true)
    }
    do {
      try OutputFile(path: path, mustBeNew: true).write { format.write(document, to: &$0) }
      return Note(text: "saved as \(path)")
    } catch {
      return Note(text: "\(error)", isWarning: true)
    }
  }
}

extension ExportFormat {
  /// The format that files with the ending of `path` hold, `nil` if there is none.
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
