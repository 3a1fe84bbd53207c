import ArgumentParser
import DocumentExport
import Fetching

extension ExportFormat: ExpressibleByArgument {}

/// `skein export`: writes documents in another form.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write documents as JSON, text or Markdown.",
    discussion: "Several sources are written one after the other; as JSON, one on each line."
  )

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("What to write.", valueName: "form")
  )
  var form = ExportFormat.json

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; else standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(help: "What the sources are, one of `skein formats`; else found out.")
  var format: String?

  @Argument(help: "Files or addresses; `-` reads standard input.", completion: .file())
  var sources: [String]

  func run() throws {
    if let output, let source = sources.first(where: { SourceFile.isSame($0, output) }) {
      throw Failure("\(source): is read from and cannot be written to; name another file")
    }
    let file = try OutputFile(path: output)
    let fetcher = Fetcher()
    try file.write { sink in
      for (index, location) in sources.enumerated() {
        let document = try SourceFile.document(location, format: format, with: fetcher)
        if index > 0 && form != .json && form != .jsonl { sink.write("\n") }
        form.write(document, to: &sink)
      }
    }
  }
}
