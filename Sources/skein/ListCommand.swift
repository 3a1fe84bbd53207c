import ArgumentParser
import DocumentExport
import DocumentModel
import Fetching
import SiteAccess

/// `skein list`: the entries of front pages and feeds.
struct ListCommand: ParsableCommand {
  /// The forms a list is written in.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the entries of a front page, a feed or a mailbox.",
    discussion: """
      Prints an entry on each line: its number, points, comments, new comments, title and address, \
      separated by tabs; what is not known is left empty. The exit code is 2 if a source is not a list.
      """
  )

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The form to write.", valueName: "form")
  )
  var form = Form.text

  @Option(
    help: "The format of the sources, one of `skein formats`; detected if left out.",
    completion: .formats
  )
  var format: String?

  @OptionGroup var source: EncodingOption

  @Argument(help: "Files, folders or web addresses; `-` reads standard input.", completion: .file())
  var sources: [String]

  func run() throws {
    let fetcher = Fetcher()
    // What is remembered is an addition: a list is a list without it.
    let history = try? HistoryFiles().history()
    for name in sources {
      let location = fetcher.takingCredentials(from: SourceNames.address(of: name))
      guard let found = try listing(at: location, with: fetcher) else {
        throw Failure("\(location): not a list; `skein \(location)` reads it")
      }
      let place = WebPage.isAddress(location) ? location : AbsolutePath.of(location)
      let listing = history.flatMap { try? found.marked(by: $0, at: place) } ?? found
      switch form {
      case .text:
        try StandardOutput.write { sink in
          for (index, entry) in listing.entries.enumerated() {
            sink.write(Self.line(entry, number: index + 1))
          }
        }
      case .json: try StandardOutput.write { JSONExport.write(listing, to: &$0) }
      }
    }
  }

  /// The list at `location`, of a folder its files; `nil` if it is none.
  private func listing(at location: String, with fetcher: Fetcher) throws -> Listing? {
    guard !FolderSources.isFolder(location) else { return try FolderSources.listing(location) }
    let contents = try SourceFile.contents(
      location,
      format: format,
      encoding: SourceEncoding(stated: source.encoding).withSetting(),
      with: fetcher,
      warn: { StandardError.report($0) }
    )
    return contents.listing
  }

  private static func line(_ entry: ListingEntry, number: Int) -> String {
    let fields = [
      "\(number)", entry.score.map(String.init) ?? "", entry.comments.map(String.init) ?? "",
      entry.new > 0 ? "\(entry.new)" : "",
      entry.title, entry.discussion ?? entry.article ?? "",
    ]
    return fields.joined(separator: "\t") + "\n"
  }
}
