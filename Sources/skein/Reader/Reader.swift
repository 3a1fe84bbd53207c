import CursesTerminal
import DocumentExport
import DocumentModel
import Glibc
import ReaderConfig
import ReaderUI

/// Opens a document on the terminal and reads it to the end of the session.
struct Reader {
  let arguments: ReaderArguments

  /// Reads; without a terminal to draw on, prints the document as text.
  func run() throws {
    let opened = try open()
    guard isatty(STDOUT_FILENO) == 1 else { return try printText(of: opened) }
    let paths = ConfigPaths { Desktop.variable($0) }
    let (settings, problems) = Settings.load(path: arguments.settingsFile ?? paths.settingsFile)
    var options = CursesScreen.Options()
    options.usesColor = arguments.usesColor && Desktop.variable("NO_COLOR") == nil
    options.usesMouse = arguments.usesMouse && settings.usesMouse
    let beginning = try opened.beginning()
    let screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen(options)
    } catch {
      StandardError.write("skein: \(error); printing the text instead")
      return try printText(of: opened)
    }
    defer { screen.close() }
    let runtime = prepare(
      screen,
      opened: opened,
      beginning: beginning,
      settings: settings,
      paths: paths,
      problems: problems
    )
    runtime.draw()
    if opened.isPartial { load(opened, into: runtime) }
    runtime.run()
    if runtime.wasInterrupted { throw Interruption() }
  }

  private func open() throws -> OpenDocument {
    guard let source = arguments.source else {
      if isatty(STDIN_FILENO) == 0 {
        return try open(storage: SourceFile.bytes("-"), location: OpenDocument.standardInput)
      }
      return open(storage: Tour.text, location: Tour.location)
    }
    let location = source == "-" ? OpenDocument.standardInput : source
    return open(storage: try SourceFile.bytes(source), location: location)
  }

  private func open(storage: TextStorage, location: String) -> OpenDocument {
    OpenDocument(storage: storage, location: location, format: arguments.format)
  }

  private func printText(of opened: OpenDocument) throws {
    let document = try opened.whole()
    try OutputFile(path: nil).write { ExportFormat.text.write(document, to: &$0) }
  }

  private func prepare(
    _ screen: CursesScreen,
    opened: OpenDocument,
    beginning: Document,
    settings: Settings,
    paths: ConfigPaths,
    problems: [String]
  ) -> Runtime {
    var problems = problems
    var options = settings.readerOptions
    if let layout = arguments.layout { options.layout = layout }
    let keymap = Keymap(overrides: settings.keyOverrides, problems: &problems)
    var state = AppState(
      reading: Reading(beginning),
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
    if opened.isTour { state.say("Welcome. Tab goes to the comments, ? lists the keys, q quits") }
    for problem in problems + themes.problems { state.say(problem, isWarning: true) }
    if opened.isPartial { state.expectMore() }
    let runtime = Runtime(
      screen: screen,
      state: state,
      themes: themes,
      completions: CompletionDesk(companion: arguments.full, source: opened),
      desktop: Desktop(browser: settings.browser, copyCommand: settings.copyCommand),
      mailbox: Mailbox(wakeUp: screen.wakeUp)
    )
    start(runtime)
    return runtime
  }

  /// Goes where the command line says.
  private func start(_ runtime: Runtime) {
    if let comment = arguments.comment { _ = runtime.state.run("\(comment)") }
    if let search = arguments.search {
      runtime.perform(runtime.state.startSearch(search))
    }
  }

  /// Parses the whole of `opened` in the background.
  private func load(_ opened: OpenDocument, into runtime: Runtime) {
    let mailbox = runtime.mailbox
    Task.detached {
      guard let document = try? opened.whole() else { return }
      mailbox.post(.loaded(Reading(document)))
    }
  }
}

/// The session was ended from outside; exit code 130.
struct Interruption: Error {}
