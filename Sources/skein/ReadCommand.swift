import ArgumentParser
import DocumentExport

/// `skein SOURCE`: opens a document to be read.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a document.",
    shouldDisplay: false
  )

  @Option(help: "The format of the source, one of `skein formats`; found out if not given.")
  var format: String?

  @Argument(help: "A file; `-` reads standard input.")
  var source: String?

  func run() throws {
    let location = source ?? "-"
    let document = try SourceFile.document(location, format: format)
    try OutputFile(path: nil).write { ExportFormat.text.write(document, to: &$0) }
  }
}
