import ArgumentParser
import DocumentExport

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

  @OptionGroup var source: EncodingOption

  @Argument(help: "Files or web addresses; `-` reads standard input.", completion: .file())
  var sources: [String]

  func run() throws {
    var export = Export()
    export.form = form
    export.output = output
    export.isForced = force
    export.format = format
    export.encoding.stated = source.encoding
    export.sources = sources
    try export.run()
  }
}
