import CursesTerminal
import DocumentModel
import Fetching
import ReaderConfig
import ReaderUI
import SiteAccess
import SystemServices

/// Makes what shows a page, as the command line and the settings have it.
struct RuntimeFactory {
  let arguments: ReaderArguments
  let fetcher: Fetcher
  private let screen: CursesScreen
  private let clipboard: Clipboard
  private let settings: Settings
  private let paths: ConfigPaths
  private let problems: [String]
  private let rules: [ReadingRule]
  private let keymap: Keymap
  /// What is remembered, `nil` if nothing is to be.
  private let memory: ReadingMemory?
  private let later: LaterQueue?

  /// Makes what shows pages on `screen`; `problems` are those of the settings.
  init(
    arguments: ReaderArguments,
    fetcher: Fetcher,
    screen: CursesScreen,
    clipboard: Clipboard,
    settings: Settings,
    paths: ConfigPaths,
    memory: ReadingMemory?,
    problems: [String]
  ) {
    self.memory = memory
    let wakeUp = screen.wakeUp
    later = memory.map { LaterQueue($0, fetcher: fetcher) { wakeUp.signal() } }
    self.arguments = arguments
    self.fetcher = fetcher
    self.screen = screen
    self.clipboard = clipboard
    self.settings = settings
    self.paths = paths
    var problems = problems
    keymap = Keymap(overrides: settings.keyOverrides, problems: &problems)
    let (rules, ruleProblems) = RuleFile.load(settings, in: paths)
    self.rules = rules
    problems += ruleProblems
    self.problems = problems
    screen.altKeys = keymap.altKeys
  }

  /// What shows `beginning`, the contents of `opened` or the first of them; with the themes and the
  /// searches of `other`, if another page was shown before.
  func make(
    _ opened: OpenDocument,
    _ beginning: OpenDocument.Beginning,
    after other: Runtime? = nil
  ) -> Runtime {
    var options = settings.readerOptions
    options.rules = rules
    if let layout = arguments.layout { options.layout = layout }
    var state = makeState(of: beginning.contents, options)
    state.followRules()
    // Before the warnings, which matter more.
    if opened.origin == .tour, other == nil {
      let (pane, help, quit) = (state.key("other-pane"), state.key("help"), state.key("quit"))
      state.say("Welcome. \(pane) goes to the comments, \(help) lists the keys, \(quit) quits")
    }
    let themes = other?.themes ?? makeThemes(for: &state)
    if let other { state.takeOver(from: other.state) }
    if beginning.isPartial || opened.isAwaited {
      state.expectMore()
    } else if let note = EmptySource.note(on: beginning.contents, from: opened.location) {
      state.say(note, isWarning: true)
    }
    let clients = SiteClients()
    let isFirst = other == nil
    let runtime = Runtime(
      screen: screen,
      state: state,
      themes: themes,
      source: opened,
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
    (runtime.session, runtime.later) = (memory, later)
    runtime.memory = makeMemory(of: opened, address: isFirst ? arguments.address : nil)
    runtime.state.visit.isRemembered = runtime.memory != nil
    if opened.isAwaited || beginning.isPartial {
      runtime.memory?.expectRest(state)
    } else if isFirst {
      runtime.recallsLate = true
    } else {
      runtime.recall()
    }
    runtime.start = { [unowned runtime] in
      if isFirst { start(runtime) }
      runtime.beginLinkedArticle()
    }
    return runtime
  }

  /// What shows a discussion beside the article of `other`, which shows another of it; it is loaded in the
  /// background.
  func make(awaiting awaited: AwaitedDiscussion, after other: Runtime) throws -> Runtime {
    let opened = try OpenDocument(.link(awaited.tab.address), format: nil)
    let article = other.state.document.articleAlone
    let beginning = OpenDocument.Beginning(contents: .document(article), parts: 1)
    let runtime = make(opened, beginning, after: other)
    runtime.awaited = awaited
    runtime.loadDiscussion()
    return runtime
  }

  private func makeState(of contents: SourceContents, _ options: ReaderOptions) -> AppState {
    switch contents {
    case .document(let document):
      AppState(
        reading: Reading(document),
        size: screen.size,
        options: options,
        keymap: keymap,
        now: Clock.now
      )
    case .listing(let listing):
      AppState(
        listing: listing,
        size: screen.size,
        options: options,
        keymap: keymap,
        now: Clock.now
      )
    }
  }

  /// What remembers the document, `nil` if nothing is to be remembered of it.
  private func makeMemory(of opened: OpenDocument, address: String?) -> DocumentMemory? {
    guard let memory, let location = opened.rememberedLocation else { return nil }
    let own = DocumentMemory(memory, location: location, address: address ?? opened.pageAddress)
    // A page is kept when it has been fetched, and looked up.
    if opened.webAddress == nil { own.keep(opened) }
    return own
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
