import ArgumentParser
import DocumentFormats
import Fetching
import ReadingHistory
import SiteAccess
import SystemServices

/// `skein forget`: removes what is remembered.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget a document, or all that was read.",
    discussion: """
      Removes every trace: places, marks, which comments were read, the pages that were kept, and \
      their words in the index.
      """
  )

  @Flag(help: "Forget everything.")
  var all = false

  @Argument(
    help: ArgumentHelp(
      "A document: its location as `skein history` prints it, or another file that holds it.",
      valueName: "location"
    ),
    completion: .file()
  )
  var location: String?

  func validate() throws {
    guard all != (location != nil) else {
      throw ValidationError("Name a location that `skein history` prints, or give --all")
    }
  }

  func run() throws {
    let files = HistoryFiles()
    let (history, library) = (try files.history(toChange: true), try files.library(toChange: true))
    guard let location else {
      try files.reading { () throws(DatabaseError) in
        try history?.forgetAll()
        try library?.forgetAll()
      }
      return
    }
    // What holds an entry of a feed is the feed.
    let source = PartLocation(location)?.source ?? location
    var names = DocumentNames(address: source)?.hashes ?? []
    let id = try history.flatMap { try document(at: location, in: $0, files) }
    let place = AbsolutePath.of(location)
    var isList = false
    try files.reading { () throws(DatabaseError) in
      if let history, let id {
        names += try history.names(of: id)
        try history.forget(id)
      }
      if let history, try history.list(at: place) != nil {
        try history.forgetList(at: place)
        isList = true
      }
      try library?.forget(names)
    }
    if id == nil, !isList {
      throw Failure("\(FilePath(location)): not remembered; `skein history` lists what is")
    }
  }

  /// The document that was read from `location`, or that the file there holds.
  private func document(
    at location: String,
    in store: HistoryStore,
    _ files: HistoryFiles
  ) throws -> Int64? {
    let place = AbsolutePath.of(location)
    let found = try files.reading { () throws(DatabaseError) -> Int64? in
      if let found = try store.document(at: location) { return found.id }
      if let found = try store.document(at: place) { return found.id }
      guard let names = DocumentNames(address: location) else { return nil }
      return try store.find(names)
    }
    if let found { return found }
    guard !WebPage.isAddress(location),
      let document = try? SourceFile.document(location, format: nil, with: Fetcher())
    else { return nil }
    return try files.reading { () throws(DatabaseError) in
      try store.find(DocumentNames(of: document, address: nil))
    }
  }
}
