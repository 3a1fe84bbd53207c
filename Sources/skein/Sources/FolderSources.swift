import Glibc
import SystemServices

/// The files of a folder that is named as a source.
enum FolderSources {
  /// `sources` with the files of each folder in its place; throws if a folder has none.
  static func expanded(_ sources: [String]) throws -> [String] {
    try sources.flatMap { source throws -> [String] in
      guard source != "-", (try? FileStatus(at: source))?.kind == .folder else { return [source] }
      let files = files(in: source)
      guard !files.isEmpty else {
        throw Failure("\(source): a folder without files that can be read as text")
      }
      return files
    }
  }

  /// The files in `folder` that may be text, by name; hidden ones and folders are left out.
  private static func files(in folder: String) -> [String] {
    guard let listing = folder.withFileName({ opendir($0) }) else { return [] }
    defer { closedir(listing) }
    var paths: [String] = []
    while let entry = readdir(listing) {
      let name = FilePath(ofEntry: &entry.pointee).text
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      guard !name.hasPrefix("."), (try? FileStatus(at: path))?.kind == .regular,
        (try? SourceBytes(of: path)) != nil
      else { continue }
      paths.append(path)
    }
    return paths.sorted()
  }
}
