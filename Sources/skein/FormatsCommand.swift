import ArgumentParser
import DocumentExport
import DocumentFormats
import DocumentParsing

/// `skein formats`: lists what can be read.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read."
  )

  func run() throws {
    let formats = FormatRegistry.builtIn.formats
    let width = formats.map(\.name.count).max() ?? 0
    try OutputFile(path: nil).write { sink in
      for format in formats {
        let padding = String(repeating: " ", count: width - format.name.count + 2)
        sink.write("\(format.name)\(padding)\(format.summary)\n")
      }
    }
  }
}
