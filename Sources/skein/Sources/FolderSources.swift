import DocumentModel
import Glibc
import SystemServices

/// The files of a folder that is named as a source, unless the folder is a source itself.
enum FolderSources {
  /// `sources` with the files and mailboxes of each folder in its place; throws if a folder has none.
  static func expanded(_ sources: [String]) throws -> [String] {
    try sources.flatMap { source throws -> [String] in
      guard isFolder(source) else { return [source] }
      let files = (files(in: source) + folders(in: source).filter(MaildirFolder.isOne)).sorted()
      guard !files.isEmpty else {
        throw Failure("\(source): a folder without files that can be read as text")
      }
      return files
    }
  }

  /// Whether there is a folder at `path`, and not a mailbox in the form of one.
  static func isFolder(_ path: String) -> Bool {
    path != "-" && (try? FileStatus(at: path))?.kind == .folder && !MaildirFolder.isOne(path)
  }

  /// The files, mailboxes and folders in `folder` as a list, by name; throws if there is nothing to
  /// read in it.
  static func listing(_ folder: String) throws(Failure) -> Listing {
    let entries = (files(in: folder) + folders(in: folder)).sorted().enumerated().map {
      index,
      path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let mark = isFolder(path) ? "/" : ""
      return ListingEntry(title: "\(FilePath(name))\(mark)", discussion: path, part: index)
    }
    guard !entries.isEmpty else {
      throw Failure("\(folder): a folder without files that can be read as text")
    }
    let name = "\(FilePath(folder))"
    return Listing(
      source: Source(format: "folder", location: name),
      title: name,
      entries: entries
    )
  }

  /// The folders in `folder`, mailboxes among them, without hidden ones.
  private static func folders(in folder: String) -> [String] {
    paths(in: folder).filter { (try? FileStatus(at: $0))?.kind == .folder }
  }

  /// The files in `folder` that may be text, by name; hidden ones and folders are left out.
  private static func files(in folder: String) -> [String] {
    paths(in: folder).filter {
      (try? FileStatus(at: $0))?.kind == .regular && (try? SourceBytes(of: $0)) != nil
    }
  }

  /// What is in `folder`, by name, without what is hidden.
  private static func paths(in folder: String) -> [String] {
    guard let listing = folder.withFileName({ opendir($0) }) else { return [] }
    defer { closedir(listing) }
    var paths: [String] = []
    while let entry = readdir(listing) {
      let name = FilePath(ofEntry: &entry.pointee).text
      guard !name.hasPrefix(".") else { continue }
      paths.append(folder.hasSuffix("/") ? folder + name : folder + "/" + name)
    }
    return paths.sorted()
  }
}
