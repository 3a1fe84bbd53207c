import ArgumentParser
import ReadingHistory
import SystemServices

/// `skein library`: what is kept of all that was read.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Search all that was read.",
    subcommands: [SearchCommand.self]
  )

  /// `skein library search`: passages that hold some words.
  struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "search",
      abstract: "List passages of articles and comments that hold all words of a pattern.",
      discussion: """
        Prints LOCATION:comment n (author): words, or LOCATION:article: words, the best first. Case \
        and accents do not matter; words in quotation marks stand side by side, and one that ends \
        in * may go on. The exit code is 1 if nothing was found.
        """
    )

    @Option(help: ArgumentHelp("List so many passages at most.", valueName: "n"))
    var limit = 100

    @Argument(help: "The words to look for.")
    var pattern: [String]

    func run() throws {
      let files = HistoryFiles()
      let words = pattern.joined(separator: " ")
      let hits =
        try files.library().map { library in
          try files.reading { () throws(DatabaseError) in
            try library.search(words, limit: max(1, limit))
          }
        } ?? []
      try StandardOutput.write(hits.map { OutputLine($0.line) })
      if hits.isEmpty { throw ExitCode(1) }
    }
  }
}

extension LibraryHit {
  /// The passage on one line, as results of a search are written.
  var line: String {
    let place = comment.map { "comment \($0)" + (author.map { " (\($0))" } ?? "") } ?? "article"
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(location):\(place): \(text)"
  }
}
