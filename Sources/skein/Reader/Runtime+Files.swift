import CursesTerminal
import DocumentExport
import Glibc
import ReaderUI
import SystemServices
import Terminal

/// Files that are written, commands that are run, other sources that are read.
extension Runtime {
  /// Saves the document as `path`, as it was typed; asks before it writes over a file.
  func export(to path: String, overwrites: Bool) {
    let outcome = DocumentFile.write(
      state.reading.completed,
      to: TypedPath.expanded(path),
      overwrites: overwrites,
      source: file
    )
    switch outcome {
    case .saved(let text): state.say(text)
    case .exists: state.askToOverwrite(path: path)
    case .failed(let reason):
      let unset = TypedPath.unset(in: path).map { "; \($0) is not set" }.joined()
      state.refuseExport(to: path, because: reason + unset)
    }
  }

  /// Runs `command` with the document as text on its standard input.
  func pipe(to command: String) {
    let folder = Environment.value(of: "TMPDIR") ?? "/tmp"
    var template = Array("\(folder)/skein-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else {
      return state.say("\(folder): cannot write: \(SystemError.last)", isWarning: true)
    }
    close(descriptor)
    defer { unlink(path) }
    do {
      try OutputFile(path: path).write { ExportFormat.text.write(state.reading.completed, to: &$0) }
      screen.run(ShellCommand.program(command, file: file, input: path))
    } catch {
      state.say("\(error)", isWarning: true)
    }
  }

  /// Ends the loop, so that another source is read.
  func leave(for request: SourceRequest) {
    wanted = request
    isOver = true
  }

  /// Takes the loop up again after another source was read in a window of its own size.
  func resume() {
    isOver = false
    perform(state.handle(.resize(screen.size)))
    state.setProgress(later?.progress, of: .keeping)
    receive()
  }
}

/// Another page that is wanted.
enum SourceRequest: Sendable {
  /// The source at an index of the list.
  case listed(Int)
  /// A source that is not in the list yet.
  case new(String)
  /// A page that has been opened, after this one.
  case page(OpenedPage)
  /// The file at a path, after this page; `entry` of the list led to it, and to the comment with a
  /// number.
  case file(String, entry: Int?, comment: Int?)
  /// The page so many after this one, before it if negative.
  case step(Int)
  /// The discussion of the page's article at an index.
  case discussion(Int)
  /// The entry so many after the one that led to this page.
  case neighbour(Int)
}
