import DocumentExport
import Glibc
import SystemServices

/// How wide text for people is.
enum OutputWidth {
  /// Wider is nobody's line.
  private static let limit = 1000

  /// The columns of a line written to `descriptor`: `COLUMNS`, else those of the terminal, else 80.
  ///
  /// A pipe is read on the terminal that standard error or standard input leads to; a file is read
  /// anywhere.
  static func columns(for descriptor: Int32 = STDOUT_FILENO) -> Int {
    if let text = Environment.value(of: "COLUMNS"), let columns = Int(text), columns > 0 {
      return min(columns, limit)
    }
    let isFile = (try? FileStatus(of: descriptor))?.kind == .regular
    for descriptor in [descriptor, STDERR_FILENO, STDIN_FILENO] where !isFile {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return min(Int(size.ws_col), limit)
      }
    }
    return TextExport.usualWidth
  }

  /// What a document is wrapped to in each form, written to `file`.
  ///
  /// Markdown is wrapped by what shows it, unless that is the terminal.
  static func columns(of form: ExportFormat, in file: OutputFile) -> Int? {
    switch form {
    case .json, .jsonl: nil
    case .text: file.columns
    case .markdown: file.isTerminal ? file.columns : nil
    }
  }
}
