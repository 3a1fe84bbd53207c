import SystemServices

/// The programs that skein makes use of where they are installed.
struct FoundPrograms {
  /// A program: its name, where it is, and what for.
  struct Row {
    let name: String
    /// `nil` if it is not found.
    let path: String?
    let purpose: String
  }

  /// All, those that put text on a clipboard or open links last.
  let rows: [Row]

  /// The programs for these commands of the settings.
  init(browser: String?, copyCommand: String?) {
    var rows = [
      Row(Program("curl"), "fetches pages"),
      Row(Program("chafa"), "draws pictures; not used yet"),
      Row(Program("pdftotext"), "reads PDF files"),
    ]
    let chosen = copyCommand == nil ? CopyProgram.found : nil
    rows += CopyProgram.all.map { copy in
      Row(copy.program, copy.program == chosen ? "copies text, in use" : "copies text")
    }
    let lines = Browser.lines(from: browser)
    rows += lines.compactMap { CommandWords.words(of: $0)?.first }
      .map { Row(Program($0), "opens links") }
    self.rows = rows
  }
}

extension FoundPrograms.Row {
  fileprivate init(_ program: Program, _ purpose: String) {
    self.init(name: program.name, path: program.path, purpose: purpose)
  }
}
