import CursesTerminal
import DocumentExport
import DocumentModel
import Fetching
import Glibc
import HTMLParsing
import ReaderConfig
import ReaderUI
import ReadingHistory
import SiteAccess
import SystemServices

/// Opens documents and shows them on the terminal, one at a time, until the user quits.
struct Reader {
  private(set) var arguments: ReaderArguments
  /// Fetches from the web.
  let fetcher: Fetcher

  /// A reader with these arguments; passwords are taken out of the addresses among them.
  init(arguments: ReaderArguments) {
    let fetcher = Fetcher()
    var arguments = arguments
    arguments.sources = arguments.sources.map { [file = arguments.settingsFile] source in
      fetcher.takingCredentials(from: SourceNames.address(of: source, settingsFile: file))
    }
    arguments.full = arguments.full.map(fetcher.takingCredentials)
    arguments.address = arguments.address.map(fetcher.takingCredentials)
    self.arguments = arguments
    self.fetcher = fetcher
  }

  /// Runs the reader; prints the documents as text if standard output is not a terminal.
  func run() throws {
    let paths = ConfigPaths(variable: Environment.value)
    let (settings, problems) = try Settings.load(named: arguments.settingsFile, in: paths)
    var reader = self
    reader.arguments.encoding.usual = settings.encoding
    try reader.run(settings, problems, paths)
  }

  private func run(_ settings: Settings, _ problems: [String], _ paths: ConfigPaths) throws {
    guard StandardOutput.isTerminal else { return try printText() }
    var opened = try OpenDocument(
      at: arguments.sources.first,
      format: arguments.format,
      encoding: arguments.encoding
    )
    if opened.origin == .tour, arguments.remembers, settings.rememberDays > 0,
      let home = HistoryListing.openedHome(sources: settings.sources)
    {
      opened = home
    }
    var options = CursesScreen.Options()
    options.usesColor = arguments.usesColor && Environment.value(of: "NO_COLOR") == nil
    options.usesMouse = arguments.usesMouse && settings.usesMouse
    let start = Clock.milliseconds
    let beginning = try opened.beginning()
    let taken = Clock.milliseconds - start
    let screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen(options)
    } catch {
      try printText(opened)
      // Below the text, where it is still seen when that is long.
      return StandardError.report("\(error); the document was printed as text")
    }
    let clipboard = Clipboard(command: settings.copyCommand)
    // What was copied last may still be on its way to the clipboard.
    defer { clipboard.finish() }
    let wakeUp = screen.wakeUp
    let memory =
      arguments.remembers
      ? ReadingMemory(settings, HistoryPaths(variable: Environment.value)) { wakeUp.signal() } : nil
    defer { memory?.finish() }
    defer { screen.close() }
    let runtimes = RuntimeFactory(
      arguments: arguments,
      fetcher: fetcher,
      screen: screen,
      clipboard: clipboard,
      settings: settings,
      paths: paths,
      memory: memory,
      problems: problems
    )
    try ReaderSession(runtimes).run(
      arguments.sources,
      from: opened,
      beginning: beginning,
      taken: taken
    )
  }

  /// Prints the sources, of folders their files.
  ///
  /// `opened` is the first of them, if it has been opened already.
  private func printText(_ opened: OpenDocument? = nil) throws {
    let sources = try FolderSources.expanded(arguments.sources)
    let known = sources == arguments.sources ? opened : nil
    let (format, encoding) = (arguments.format, arguments.encoding)
    let opened = try known ?? OpenDocument(at: sources.first, format: format, encoding: encoding)
    func document(at location: String) throws -> Document {
      try SourceFile.document(
        location,
        format: format,
        encoding: encoding,
        with: fetcher,
        warn: { StandardError.report($0) }
      )
    }
    let location = sources.first ?? opened.location
    let first = opened.isAwaited ? try document(at: location) : try opened.whole()
    let rest = try sources.dropFirst().map { try document(at: $0) }
    try StandardOutput.write(sources: sources) {
      for document in [first] + rest {
        ExportFormat.text.write(document, width: OutputWidth.columns(), to: &$0)
      }
    }
    if let note = EmptySource.note(on: first, from: opened.location) { StandardError.report(note) }
  }
}

extension OpenDocument {
  /// Opens what is at `source`: an address, a file, or standard input for `-`; without one standard
  /// input if it is no terminal, else the tour.
  init(at source: String?, format: String?, encoding: SourceEncoding = SourceEncoding()) throws {
    let origin: OpenDocument.Origin =
      switch source {
      case "-": .standardInput
      case let address? where WebPage.isAddress(address): .address(address)
      case let path? where FolderSources.isFolder(path): .folder(path)
      case let path?: .file(path)
      case nil: isatty(STDIN_FILENO) == 0 ? .standardInput : .tour
      }
    try self.init(origin, format: format, encoding: encoding)
  }
}
