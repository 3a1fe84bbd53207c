import CursesTerminal
import DocumentExport
import DocumentModel
import Fetching
import Glibc
import ReaderConfig
import ReaderUI
import SiteAccess
import SystemServices

/// Opens a document and shows it on the terminal until the user quits.
struct Reader {
  let arguments: ReaderArguments
  /// Fetches from the web.
  let fetcher: Fetcher

  /// A reader with these arguments; passwords are taken out of the addresses among them.
  init(arguments: ReaderArguments) {
    let fetcher = Fetcher()
    var arguments = arguments
    arguments.source = arguments.source.map(fetcher.takingCredentials)
    arguments.full = arguments.full.map(fetcher.takingCredentials)
    arguments.address = arguments.address.map(fetcher.takingCredentials)
    self.arguments = arguments
    self.fetcher = fetcher
  }

  /// Runs the reader; prints the document as text if standard output is not a terminal.
  func run() throws {
    let opened = try open()
    guard StandardOutput.isTerminal else { return try printText(of: opened) }
    let paths = ConfigPaths(variable: Environment.value)
    let (settings, problems) = try Settings.load(named: arguments.settingsFile, in: paths)
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
      try printText(of: opened)
      // Below the text, where it is still seen when that is long.
      return StandardError.report("\(error); the document was printed as text")
    }
    let clipboard = Clipboard(command: settings.copyCommand)
    // What was copied last may still be on its way to the clipboard.
    defer { clipboard.finish() }
    defer { screen.close() }
    let runtime = prepare(
      screen,
      clipboard,
      opened: opened,
      beginning: beginning,
      settings: settings,
      paths: paths,
      problems: problems
    )
    runtime.draw()
    if opened.isAwaited { runtime.fetch(opened, with: fetcher) }
    if beginning.isPartial {
      runtime.estimate = LoadingEstimate(
        start: Clock.milliseconds,
        expected: max(1, taken) * beginning.parts
      )
      runtime.readRest(of: opened)
    }
    runtime.run()
    if runtime.wasInterrupted { throw Interruption() }
    if let failure = runtime.failure { throw failure }
  }

  private func open() throws -> OpenDocument {
    let origin: OpenDocument.Origin =
      switch arguments.source {
      case "-": .standardInput
      case let address? where WebPage.isAddress(address): .address(address)
      case let path?: .file(path)
      case nil: isatty(STDIN_FILENO) == 0 ? .standardInput : .tour
      }
    return try OpenDocument(origin, format: arguments.format)
  }

  private func printText(of opened: OpenDocument) throws {
    let document =
      opened.isAwaited
      ? try SourceFile.document(
        opened.location,
        format: arguments.format,
        with: fetcher,
        warn: { StandardError.report($0) }
      )
      : try opened.whole()
    try StandardOutput.write(sources: [arguments.source].compactMap { $0 }) {
      ExportFormat.text.write(document, width: OutputWidth.columns(), to: &$0)
    }
    if let note = EmptySource.note(on: document, from: opened.location) {
      StandardError.report(note)
    }
  }

  private func prepare(
    _ screen: CursesScreen,
    _ clipboard: Clipboard,
    opened: OpenDocument,
    beginning: OpenDocument.Beginning,
    settings: Settings,
    paths: ConfigPaths,
    problems: [String]
  ) -> Runtime {
    var problems = problems
    var options = settings.readerOptions
    if let layout = arguments.layout { options.layout = layout }
    let keymap = Keymap(overrides: settings.keyOverrides, problems: &problems)
    screen.altKeys = keymap.altKeys
    var state = AppState(
      reading: Reading(beginning.document),
      size: screen.size,
      options: options,
      keymap: keymap,
      now: Clock.now
    )
    let themes = ThemeChoice(
      named: arguments.theme ?? (screen.hasColors ? settings.theme : "monochrome"),
      in: ThemeLibrary(userDirectory: paths.themesDirectory),
      isDark: screen.defaultBackgroundIsDark,
      colorCount: screen.colorCount
    )
    state.themeNames = themes.names
    if opened.origin == .tour {
      state.say("Welcome. Tab goes to the comments, ? lists the keys, q quits")
    }
    let origin = arguments.theme == nil && screen.hasColors ? settings.origin(of: "theme") : nil
    state.warn(of: problems + themes.problems.map { (origin.map { "\($0): " } ?? "") + $0 })
    if beginning.isPartial || opened.isAwaited {
      state.expectMore()
    } else if let note = EmptySource.note(on: beginning.document, from: opened.location) {
      state.say(note, isWarning: true)
    }
    let clients = SiteClients()
    let runtime = Runtime(
      screen: screen,
      state: state,
      themes: themes,
      fullTexts: FullTextLoading(
        companion: arguments.full,
        source: opened,
        fetcher: fetcher,
        clients: clients
      ),
      discussion: DiscussionLoading(source: opened, fetcher: fetcher, clients: clients),
      fetcher: fetcher,
      browser: Browser(command: settings.browser),
      clipboard: clipboard
    )
    if opened.isAwaited {
      runtime.start = { [unowned runtime] in start(runtime) }
    } else {
      start(runtime)
    }
    return runtime
  }

  /// Does what the command line asks for once the document is there.
  private func start(_ runtime: Runtime) {
    if let address = arguments.address {
      runtime.perform(runtime.state.run("url \(address)"))
    }
    if let comment = arguments.comment { _ = runtime.state.run("\(comment)") }
    if let search = arguments.search {
      runtime.perform(runtime.state.startSearch(search))
    }
  }
}

/// The arguments of the reader's command line.
struct ReaderArguments: Sendable {
  /// A file, a web address, `-` for standard input, or `nil` for none.
  var source: String?
  var format: String?
  var full: String?
  var address: String?
  var theme: String?
  var layout: LayoutMode?
  var comment: Int?
  var search: String?
  var usesColor = true
  var usesMouse = true
  var settingsFile: String?

  /// A source, and defaults for everything else.
  init(_ source: String? = nil) { self.source = source }
}
