import CursesTerminal
import DocumentModel
import Fetching
import ReaderConfig
import ReaderUI
import SiteAccess
import SystemServices
import Terminal
import TextSearch

/// The event loop: passes events to the state, draws it, and does what it asks for.
final class Runtime {
  /// How long the screen waits for the first result of a search, in milliseconds.
  private static let searchPatience = 30

  let screen: CursesScreen
  let browser: Browser
  let clipboard: Clipboard
  var state: AppState
  var themes: ThemeChoice
  var loader: Loader<Loaded>
  var fullTexts: FullTextLoading
  var discussion: DiscussionLoading
  let fetcher: Fetcher
  /// The source of what is shown.
  var source: OpenDocument
  /// The linked article that has come and is not in place yet.
  var cameLinked: LinkedArticle?
  /// The discussion that is to be shown as soon as it has come, `nil` for what is there.
  var awaited: AwaitedDiscussion?
  /// What was opened and waits until it can be shown.
  var arrived: SourceRequest?
  /// The estimated progress of parsing a large document, `nil` once that is done.
  var estimate: LoadingEstimate?
  /// The file being read, `nil` if it is none.
  var file: String?
  /// The source that is to be read instead, `nil` for none.
  var wanted: SourceRequest?
  /// Does what the command line asks for once the document is there.
  var start: () -> Void = {}
  /// Why there is nothing to read, `nil` if there is.
  var failure: (any Error)?
  /// Whether the document is still being fetched.
  var isFetching = false
  /// What the last reload brought if that may be another document.
  var offered: DiscussionLoading.Refresh?
  /// What is remembered in this session, `nil` if nothing is to be.
  var session: ReadingMemory?
  /// Remembers the document, `nil` if that is not wanted, or a list is shown.
  var memory: DocumentMemory?
  /// Fetches what is kept for later, `nil` if nothing is to be remembered.
  var later: LaterQueue?
  /// Whether the document, of which all is there, is still to be looked up.
  var recallsLate = false
  /// Remembers how the list is looked at, `nil` if that is not wanted, or a document is shown.
  var listMemory: ListMemory?
  /// The number of the comment to go to once a page has come that is being opened.
  var awaitedComment: Int?
  /// Whether a thread looks for what comments quote.
  var looksForQuotations = false
  /// What such threads have found.
  let foundQuotations: Channel<FoundQuotations>
  private let searches: SearchThread
  /// How long work in the background has been going on.
  private var watch = WorkWatch()
  /// What threads in the background have to tell.
  private let notes: Channel<Note>
  var isOver = false
  /// Whether a signal or the loss of the terminal ended the session, and not the user.
  private(set) var wasInterrupted = false

  /// A loop that shows `state` on `screen`.
  init(
    screen: CursesScreen,
    state: AppState,
    themes: ThemeChoice,
    source: OpenDocument,
    fullTexts: FullTextLoading,
    discussion: DiscussionLoading,
    fetcher: Fetcher,
    browser: Browser,
    clipboard: Clipboard
  ) {
    self.screen = screen
    self.state = state
    self.themes = themes
    self.source = source
    self.fullTexts = fullTexts
    self.discussion = discussion
    self.fetcher = fetcher
    self.browser = browser
    self.clipboard = clipboard
    let wakeUp = screen.wakeUp
    loader = Loader { wakeUp.signal() }
    searches = SearchThread { wakeUp.signal() }
    notes = Channel { wakeUp.signal() }
    foundQuotations = Channel { wakeUp.signal() }
  }

  /// Draws the state.
  func draw() {
    let (grid, cursor) = RootView(state, theme: themes.theme).draw()
    screen.present(grid, cursor: cursor)
    if memory != nil { state.noteShown() }
  }

  /// Runs until the user quits or the terminal goes away; the first screen was drawn before.
  func run() {
    session?.loadPatterns()
    if state.search.active != nil {
      search()
      draw()
    }
    watch.show(in: &state, at: Clock.milliseconds)
    while !isOver {
      findQuotations()
      let patience = patience
      guard let event = screen.nextEvent(within: patience) else {
        remember(isIdle: true)
        showEstimate()
        watch.show(in: &state, at: Clock.milliseconds)
        draw()
        continue
      }
      take(event)
      // Keys that wait already are handled before the screen is drawn once for all of them.
      while !isOver, let next = screen.nextEvent(within: 0) { take(next) }
      leaveForArrived()
      search()
      watch.show(in: &state, at: Clock.milliseconds)
      if !isOver { draw() }
      remember()
    }
  }

  /// How long to wait for an event, in milliseconds; `nil`: for ever.
  private var patience: Int? {
    [
      estimate == nil ? watch.interval : LoadingEstimate.interval,
      memory?.interval(at: Clock.milliseconds), listMemory?.interval(at: Clock.milliseconds),
    ].compactMap { $0 }.min()
  }

  private func showEstimate() {
    guard let estimate else { return }
    let share = estimate.share(at: Clock.milliseconds)
    state.setProgress(Progress(label: "reading", share: share), of: .reading)
  }

  private func take(_ event: InputEvent) {
    switch event {
    case .background(let isDark):
      themes.adapt(isDark: isDark)
    case .wakeUp: receive()
    case .key(let key) where key.description == "Esc" && stopFetching(): break
    default:
      wasInterrupted = wasInterrupted || event == .end
      state.setClock(Clock.now)
      perform(state.handle(event))
    }
  }

  /// Takes what threads in the background have sent.
  func receive() {
    while !isOver, let (work, report) = loader.nextReport() { take(report, of: work) }
    leaveForArrived()
    if let active = state.search.active, let found = searches.newest(of: active.identity) {
      perform(state.take(found))
    }
    notes.receive().forEach(report)
    takeQuotations()
    takeLaterReports()
    memory?.takePatterns(into: &state)
    for message in session?.messages.receive() ?? [] { state.say(message, isWarning: true) }
  }

  /// Stops fetching the document and ends, or goes on with what has been read of it, unless Esc has
  /// something nearer to leave.
  private func stopFetching() -> Bool {
    guard isFetching, state.mode == .reading else { return false }
    if source.isReadInPieces {
      loader.end(.reading)
      return true
    }
    loader.cancel(.reading)
    failure = Interruption()
    isOver = true
    return true
  }

  /// Has the search of the state run, or none; gives one that starts a moment to find something.
  private func search() {
    let end = Clock.milliseconds + Self.searchPatience
    while !isOver {
      guard let active = state.search.active, !active.found.isDone else { return searches.stop() }
      guard searches.run(active.found, as: active.identity), Clock.milliseconds < end,
        let event = screen.nextEvent(within: end - Clock.milliseconds)
      else { return }
      take(event)
    }
  }

  /// Does what the state asks for.
  func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .suspend: screen.suspend()
    case .redraw: screen.redraw()
    case .follow(let address): open(address: address)
    case .openEntry(let index): open(entry: index)
    case .openNeighbour(let step): leave(for: .neighbour(step))
    case .stopOpening: stopOpening()
    case .loadEntries(let address): loadEntries(from: address)
    case .keepEntry(let index, let isKept): keep(entry: index, isKept)
    case .stopKeeping: later?.stop()
    case .findFeeds: findFeeds()
    case .subscribe(let name): subscribe(as: name)
    case .unsubscribe: unsubscribe()
    case .step(let step): leave(for: .step(step))
    case .loadLinked(let address): loadLinked(address)
    case .stopLinking: loader.cancel(.linking)
    case .showDiscussion(let index): leave(for: .discussion(index))
    case .loadDiscussion: loadDiscussion()
    case .findDiscussions(let address): findDiscussions(of: address)
    case .forget: forget()
    case .listVersions: listVersions()
    case .searchLibrary(let words): searchLibrary(for: words)
    case .open(let address): report(browser.open(address, on: screen))
    case .copy(let text):
      switch clipboard.copy(text, on: screen, late: notes.send) {
      case .sent(let way): state.say(more: way)
      case .refused(let note): report(note)
      }
    case .export(let path, let overwrites): export(to: path, overwrites: overwrites)
    case .shell(let command): screen.run(ShellCommand.program(command, file: file))
    case .pipe(let command): pipe(to: command)
    case .source(let index): leave(for: .listed(index))
    case .read(let location): leave(for: .new(location))
    case .complete(let comments): complete(comments, companion: nil)
    case .useCompanion(let location, let comments):
      let location = TypedPath.expanded(location)
      complete(comments, companion: fetcher.takingCredentials(from: location))
    case .stopCompleting: loader.cancel(.completing)
    case .useAddress(let typed):
      let address = fetcher.takingCredentials(from: typed)
      state.usePage(address: address)
      fullTexts.adopt(address: address)
      discussion.adopt(address: address)
    case .load(let request): load(request)
    case .reload: reload()
    case .showReload: showOffered()
    case .undoReload: undoReload()
    case .stopLoading: loader.cancel(.loading)
    case .listFiles(let start): state.completePrompt(withFiles: FileNames.starting(with: start))
    case .nextTheme(let step): report(themes.choose(step: step))
    case .theme(let name): report(themes.choose(named: name))
    case .continueSearch: break  // `run` sees to it after every event.
    }
  }

  /// Ends all work in the background; nothing more of it is shown.
  func stopAll() {
    for work in Work.allCases { loader.cancel(work) }
    searches.stop()
  }

  private func report(_ note: Note?) {
    guard let note else { return }
    state.say("\(FilePath(note.text))", isWarning: note.isWarning)
  }
}

/// The session was ended from outside; exit code 130.
struct Interruption: Error {}

/// Estimates the progress of parsing a large document from the time its beginning took.
struct LoadingEstimate {
  /// How often the progress is shown, in milliseconds.
  static let interval = 100

  private let start: Int
  private let expected: Int

  /// Parsing that began at `start` and takes about `expected`, in milliseconds.
  init(start: Int, expected: Int) {
    self.start = start
    self.expected = max(1, expected)
  }

  /// The share that should be done at `moment`; never 1, since only the end of the job is certain.
  func share(at moment: Int) -> Double {
    min(0.99, max(0, Double(moment - start) / Double(expected)))
  }
}
