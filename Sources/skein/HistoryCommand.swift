import ArgumentParser
import DocumentExport
import DocumentModel
import ReadingHistory
import SystemServices

/// `skein history`: the documents that are remembered.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List the documents read before.",
    discussion: """
      Prints a document on each line, the one read last first: when it was read, its comments, new \
      comments that were not on the screen, its title and its location, separated by tabs.
      """
  )

  @Flag(help: "Print a list in JSON, as `skein list` does.")
  var json = false

  func run() throws {
    let files = HistoryFiles()
    let store = try files.history()
    let documents = try store.map { store in
      try files.reading { () throws(DatabaseError) in try store.documents() }
    }
    let listing = HistoryListing.history(documents ?? [], now: Clock.now)
    try StandardOutput.write { sink in
      guard !json else { return JSONExport.write(listing, to: &sink) }
      for entry in listing.entries {
        let fields = [
          entry.date?.description ?? "", entry.comments.map(String.init) ?? "",
          entry.new > 0 ? "\(entry.new)" : "", entry.title, "",
        ]
        sink.write(fields.joined(separator: "\t"))
        StandardOutput.bytes(ofName: entry.discussion ?? "").withUnsafeBytes { sink.write($0) }
        sink.write("\n")
      }
    }
  }
}
