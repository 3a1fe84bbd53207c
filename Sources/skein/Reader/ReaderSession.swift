import CursesTerminal
import Fetching
import ReaderConfig
import ReaderUI
import SiteAccess
import SystemServices

/// Shows several sources on one screen, one at a time; each stays as it was left.
final class ReaderSession {
  private struct Entry {
    /// The source, `nil` for the tour or standard input.
    let source: String?
    var runtime: Runtime?
  }

  private let arguments: ReaderArguments
  private let fetcher: Fetcher
  private let screen: CursesScreen
  private let clipboard: Clipboard
  private let settings: Settings
  private let paths: ConfigPaths
  private var problems: [String]
  private let keymap: Keymap
  private var entries: [Entry] = []
  private var current = 0

  /// A session on `screen`; `problems` are those of the settings.
  init(
    arguments: ReaderArguments,
    fetcher: Fetcher,
    screen: CursesScreen,
    clipboard: Clipboard,
    settings: Settings,
    paths: ConfigPaths,
    problems: [String]
  ) {
    self.arguments = arguments
    self.fetcher = fetcher
    self.screen = screen
    self.clipboard = clipboard
    self.settings = settings
    self.paths = paths
    var problems = problems
    keymap = Keymap(overrides: settings.keyOverrides, problems: &problems)
    self.problems = problems
    screen.altKeys = keymap.altKeys
  }

  /// Reads the first of `sources`, which has been opened, then what the user asks for; `taken` is
  /// how many milliseconds reading the beginning took.
  func run(
    _ sources: [String],
    from opened: OpenDocument,
    beginning: OpenDocument.Beginning,
    taken: Int
  ) throws {
    entries = sources.map { Entry(source: $0) }
    if entries.isEmpty { entries = [Entry(source: nil)] }
    var runtime = makeRuntime(opened, beginning)
    entries[0].runtime = runtime
    begin(runtime, opened, beginning, taken: taken)
    while true {
      runtime.run()
      if runtime.wasInterrupted { throw Interruption() }
      if let failure = runtime.failure {
        runtime = try back(from: failure)
      } else if let wanted = runtime.wanted {
        runtime.wanted = nil
        runtime = change(to: wanted, from: runtime)
      } else {
        return
      }
    }
  }

  // MARK: Changing

  /// Goes back to a source read before the current one, which could not be loaded.
  private func back(from failure: any Error) throws -> Runtime {
    entries.remove(at: current)
    guard !(failure is Interruption) || !entries.isEmpty,
      let previous = entries.prefix(current).lastIndex(where: { $0.runtime != nil })
        ?? entries.firstIndex(where: { $0.runtime != nil }),
      let runtime = entries[previous].runtime
    else { throw failure }
    current = previous
    show(runtime)
    if !(failure is Interruption) { runtime.state.say("\(failure)", isWarning: true) }
    runtime.draw()
    return runtime
  }

  /// Goes to what is wanted; stays at `runtime`, and says why, if that cannot be opened.
  private func change(to wanted: SourceRequest, from runtime: Runtime) -> Runtime {
    let target: Int
    switch wanted {
    case .listed(let index):
      guard entries.indices.contains(index) else { return stay(runtime) }
      target = index
    case .new(let location):
      let source = fetcher.takingCredentials(
        from: SourceNames.address(of: TypedPath.expanded(location), settingsFile: arguments.settingsFile)
      )
      target = entries.firstIndex { $0.source == source } ?? current + 1
      if target == current + 1, entries.dropFirst(target).first?.source != source {
        entries.insert(Entry(source: source), at: target)
      }
    }
    if let known = entries[target].runtime {
      current = target
      known.state.takeOver(from: runtime.state)
      known.themes = runtime.themes
      show(known)
      known.draw()
      return known
    }
    return open(target, from: runtime)
  }

  private func open(_ target: Int, from runtime: Runtime) -> Runtime {
    do {
      let opened = try OpenDocument(
        at: entries[target].source,
        format: arguments.format,
        encoding: arguments.encoding
      )
      let start = Clock.milliseconds
      let beginning = try opened.beginning()
      let taken = Clock.milliseconds - start
      let fresh = makeRuntime(opened, beginning, after: runtime)
      current = target
      entries[target].runtime = fresh
      show(fresh)
      begin(fresh, opened, beginning, taken: taken)
      return fresh
    } catch {
      if entries[target].runtime == nil, target == current + 1 || target == current - 1 {
        entries.remove(at: target)
        if target < current { current -= 1 }
      }
      _ = stay(runtime)
      runtime.state.say("\(error)", isWarning: true)
      runtime.draw()
      return runtime
    }
  }

  private func stay(_ runtime: Runtime) -> Runtime {
    show(runtime)
    return runtime
  }

  /// Tells `runtime`, which is shown from now on, of the list of sources.
  private func show(_ runtime: Runtime) {
    let names = entries.map { $0.source.map { "\(FilePath($0))" } ?? Tour.location }
    runtime.state.sources = SourceList(names, current: current)
    runtime.resume()
  }

  // MARK: Beginning

  private func makeRuntime(
    _ opened: OpenDocument,
    _ beginning: OpenDocument.Beginning,
    after other: Runtime? = nil
  ) -> Runtime {
    var options = settings.readerOptions
    if let layout = arguments.layout { options.layout = layout }
    var state = AppState(
      reading: Reading(beginning.document),
      size: screen.size,
      options: options,
      keymap: keymap,
      now: Clock.now
    )
    // Before the warnings, which matter more.
    if opened.origin == .tour, other == nil {
      let (pane, help, quit) = (state.key("other-pane"), state.key("help"), state.key("quit"))
      state.say("Welcome. \(pane) goes to the comments, \(help) lists the keys, \(quit) quits")
    }
    let themes = other?.themes ?? makeThemes(for: &state)
    if let other { state.takeOver(from: other.state) }
    if beginning.isPartial || opened.isAwaited {
      state.expectMore()
    } else if let note = EmptySource.note(on: beginning.document, from: opened.location) {
      state.say(note, isWarning: true)
    }
    let clients = SiteClients()
    let isFirst = other == nil
    let runtime = Runtime(
      screen: screen,
      state: state,
      themes: themes,
      fullTexts: FullTextLoading(
        companion: isFirst ? arguments.full : nil,
        source: opened,
        fetcher: fetcher,
        clients: clients
      ),
      discussion: DiscussionLoading(source: opened, fetcher: fetcher, clients: clients),
      fetcher: fetcher,
      browser: Browser(command: settings.browser),
      clipboard: clipboard
    )
    if case .file(let path) = opened.origin { runtime.file = path }
    if isFirst { runtime.start = { [unowned runtime, unowned self] in start(runtime) } }
    return runtime
  }

  /// The theme that is asked for; `state` tells what is wrong with it and with the settings.
  private func makeThemes(for state: inout AppState) -> ThemeChoice {
    let name = arguments.theme ?? (screen.hasColors ? settings.theme : "monochrome")
    let library = ThemeLibrary(userDirectory: paths.themesDirectory)
    let themes = ThemeChoice(
      named: name,
      in: library,
      isDark: screen.defaultBackgroundIsDark,
      colorCount: screen.colorCount
    )
    state.themeNames = themes.names
    // A message about a theme's file names that; only a name of no theme leads to the settings.
    let isUnknown = library.origin(of: name) == nil && arguments.theme == nil && screen.hasColors
    let origin = isUnknown ? settings.origin(of: "theme").map { "\($0): " } ?? "" : ""
    state.warn(of: (problems + themes.problems.map { origin + $0 }).map(shortened))
    return themes
  }

  /// `message` without the folder of the settings before the name of a file in it.
  private func shortened(_ message: String) -> String {
    guard let folder = paths.directory, message.hasPrefix(folder + "/") else { return message }
    return String(message.dropFirst(folder.utf8.count + 1))
  }

  /// Draws the first screen and has the rest of the document read.
  private func begin(
    _ runtime: Runtime,
    _ opened: OpenDocument,
    _ beginning: OpenDocument.Beginning,
    taken: Int
  ) {
    if !opened.isAwaited { runtime.start() }
    let names = entries.map { $0.source.map { "\(FilePath($0))" } ?? Tour.location }
    runtime.state.sources = SourceList(names, current: current)
    runtime.draw()
    if opened.isAwaited { runtime.fetch(opened, with: fetcher) }
    if beginning.isPartial {
      runtime.estimate = LoadingEstimate(
        start: Clock.milliseconds,
        expected: max(1, taken) * beginning.parts
      )
      runtime.readRest(of: opened)
    }
  }

  /// Does what the command line asks for once the first document is there.
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
