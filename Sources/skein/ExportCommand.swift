import ArgumentParser
import DocumentExport
import Fetching

extension ExportFormat: ExpressibleByArgument {}

/// `skein export`: writes documents in another form.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write documents as JSON, text or Markdown.",
    discussion:
      """
      Several sources are written one after the other; as JSON, each on a line of its own. Text is \
      wrapped to COLUMNS, else to the width of the terminal; in a file to 80 columns.
      """
  )

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The form to write.", valueName: "form")
  )
  var form = ExportFormat.json

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if left out.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Flag(name: .shortAndLong, help: "Replace the file if it exists.")
  var force = false

  @Option(
    help: "The format of the sources, one of `skein formats`; detected if left out.",
    completion: .formats
  )
  var format: String?

  @Argument(help: "Files or web addresses; `-` reads standard input.", completion: .file())
  var sources: [String]

  func run() throws {
    let file = try OutputFile(
      path: output,
      ifThere: force ? .replaces : .keeps(advice: "name another file, or replace it with --force"),
      sources: sources
    )
    let fetcher = Fetcher()
    let width = OutputWidth.columns(of: form, in: file)
    try file.write { sink in
      for (index, location) in sources.map(fetcher.takingCredentials).enumerated() {
        let contents = try SourceFile.contents(
          location,
          format: format,
          with: fetcher,
          warn: { StandardError.report($0) }
        )
        if index > 0 && form != .json && form != .jsonl { sink.write("\n") }
        form.write(contents, width: width, to: &sink)
        let name = location == "-" ? "standard input" : location
        if let note = EmptySource.note(on: contents, from: name) { StandardError.report(note) }
      }
    }
  }
}
