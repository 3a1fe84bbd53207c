import ArgumentParser
import DocumentFormats
import DocumentParsing
import Fetching

/// `skein formats`: lists what can be read, or explains how a source is judged.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read.",
    discussion: """
      With --why, print how a source is judged instead: what each format looks for and whether it is \
      there, which format reads the source, and what that decides on the way, one line a rule.
      """
  )

  @Option(
    help: ArgumentHelp("Explain how a file or an address is judged.", valueName: "file"),
    completion: .file()
  )
  var why: String?

  func run() throws {
    let lines = try why.map(Self.explanation) ?? Self.list
    try StandardOutput.write(lines.map { OutputLine($0) })
  }

  private static func explanation(of location: String) throws -> [String] {
    let fetcher = Fetcher()
    let location = fetcher.takingCredentials(from: SourceNames.address(of: location))
    let source = try SourceFile.read(location, with: fetcher) { StandardError.report($0) }
    return FormatRegistry.builtIn.explanation(of: source)
  }

  private static var list: [String] {
    let formats = FormatRegistry.builtIn.formats
    let width = formats.map(\.name.count).max() ?? 0
    return formats.map { format in
      let padding = String(repeating: " ", count: width - format.name.count + 2)
      return format.name + padding + format.summary
    }
  }
}
