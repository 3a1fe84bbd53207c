import DocumentExport
import Fetching
import HTMLParsing

/// What `skein export` does.
struct Export {
  var form = ExportFormat.json
  /// The file to write, `nil` for standard output.
  var output: String?
  /// Whether a file that exists is replaced.
  var isForced = false
  /// The format of the sources, `nil`: detect it.
  var format: String?
  /// How the sources are encoded, whatever they say of themselves; `nil`: as they say.
  var encoding = SourceEncoding()
  var sources: [String] = []

  /// Writes the sources one after the other.
  func run() throws {
    let file = try OutputFile(
      path: output,
      ifThere: isForced
        ? .replaces : .keeps(advice: "name another file, or replace it with --force"),
      sources: sources
    )
    let fetcher = Fetcher()
    let encoding = encoding.withSetting()
    let width = OutputWidth.columns(of: form, in: file)
    try file.write { sink in
      for (index, source) in sources.enumerated() {
        let location = fetcher.takingCredentials(from: SourceNames.address(of: source))
        let contents = try SourceFile.contents(
          location,
          format: format,
          encoding: encoding,
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

extension Export: NamedQuickCommand {
  static let name = "export"

  static var options: [QuickOption<Export>] {
    [
      QuickOption("--to") { export, value in
        guard let form = ExportFormat(rawValue: value) else { return false }
        export.form = form
        return true
      },
      QuickOption("-o", "--output") {
        $0.output = $1; return true
      },
      QuickOption("-f", "--force") { $0.isForced = true },
      QuickOption("--format") {
        $0.format = $1; return true
      },
    ]
  }

  mutating func take(_ operands: [String]) -> Bool {
    sources = operands
    return !operands.isEmpty
  }
}
