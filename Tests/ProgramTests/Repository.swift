import Foundation

/// The checked-out repository the tests were built from.
enum Repository {
  /// Its top folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether expected texts are written anew in this run.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  /// The text of the file at `path`, from the top folder.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift files below the folder at `path`.
  static func swiftFiles(in path: String) -> [URL] {
    let files = FileManager.default.enumerator(
      at: root.appending(path: path),
      includingPropertiesForKeys: nil
    )
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The names of the folders in the folder at `path`.
  static func folders(in path: String) throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(
        at: root.appending(path: path),
        includingPropertiesForKeys: [.isDirectoryKey]
      )
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }
}
