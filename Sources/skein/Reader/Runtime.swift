import CursesTerminal
import DocumentModel
import Fetching
import Glibc
import ReaderConfig
import ReaderUI
import Terminal

/// The event loop: hands events to the state, draws it, does what it asks for.
final class Runtime {
  /// What work in the background reports.
  enum Message: Sendable {
    /// The whole of a document whose beginning was shown.
    case loaded(Reading)
    /// The document the person named by its address.
    case fetched(OpenDocument, Reading)
    /// Why it cannot be read.
    case notFetched(any Error)
    /// How far work in the background is.
    case progressed(Progress, Work)
    /// Why the whole could not be read.
    case failed(String)
    /// What was found in answer to a request.
    case completed(CommentSources.Answer, CompletionDesk.Request)
    /// What came of the wish with this number for more of the discussion, or for it anew.
    case discussion(DiscussionDesk.Report, number: Int)
  }

  /// How long a search goes on before the screen is drawn anew, in milliseconds.
  private static let searchStretch = 40

  let screen: CursesScreen
  let mailbox: Mailbox<Message>
  let desktop: Desktop
  var state: AppState
  var themes: ThemeChoice
  var completions: CompletionDesk
  var discussion: DiscussionDesk
  /// How far the reading of a large document should be, `nil` when it is read.
  var loading: LoadingEstimate?
  /// What the command line asks for once the document is there.
  var start: () -> Void = {}
  /// Why there is nothing to be read, `nil` if there is.
  private(set) var failure: (any Error)?
  /// Stops the fetching of the document, `nil` if it is there.
  var fetching: FetchCancellation?
  private var isSearching = false
  private var isOver = false
  /// Whether a signal or the loss of the terminal ended the session, and not the person.
  private(set) var wasInterrupted = false

  /// A loop that shows `state` on `screen`.
  init(
    screen: CursesScreen,
    state: AppState,
    themes: ThemeChoice,
    completions: CompletionDesk,
    discussion: DiscussionDesk,
    desktop: Desktop,
    mailbox: Mailbox<Message>
  ) {
    self.screen = screen
    self.state = state
    self.themes = themes
    self.completions = completions
    self.discussion = discussion
    self.desktop = desktop
    self.mailbox = mailbox
  }

  /// Draws the state as it is.
  func draw() {
    let (grid, cursor) = RootView(state, theme: themes.theme).draw()
    screen.present(grid, cursor: cursor)
  }

  /// Runs until the person quits or the terminal goes; the first screen was drawn before.
  func run() {
    while !isOver {
      let patience = loading == nil ? nil : LoadingEstimate.interval
      guard let event = screen.nextEvent(within: isSearching ? 0 : patience) else {
        showLoading()
        if isSearching { goOnSearching() } else { draw() }
        continue
      }
      take(event)
      // Keys that wait already are taken in before the screen is drawn once for all of them.
      while !isOver, let next = screen.nextEvent(within: 0) { take(next) }
      if !isOver { draw() }
    }
  }

  private func showLoading() {
    guard let loading else { return }
    let share = loading.share(at: Clock.milliseconds)
    state.setProgress(Progress(label: "reading", share: share), of: .reading)
  }

  private func take(_ event: InputEvent) {
    switch event {
    case .background(let isDark):
      themes.adapt(isDark: isDark)
    case .wakeUp:
      mailbox.collect().forEach(take)
    case .key(let key) where key.description == "Esc" && stopFetching(): break
    default:
      wasInterrupted = wasInterrupted || event == .end
      state.setClock(Clock.now)
      perform(state.handle(event))
    }
  }

  /// Stops the fetching of the document, unless Esc has something nearer to leave.
  private func stopFetching() -> Bool {
    guard let fetching, state.prompt == nil, state.overlay == nil else { return false }
    fetching.cancel()
    return true
  }

  private func take(_ message: Message) {
    switch message {
    case .loaded(let reading):
      loading = nil
      state.replace(with: reading)
      isSearching = state.search != nil
    case .fetched(let opened, let reading):
      fetching = nil
      completions.adopt(opened)
      discussion.adopt(opened)
      state.replace(with: reading)
      isSearching = state.search != nil
      start()
    case .notFetched(let failure):
      self.failure = failure
      isOver = true
    case .progressed(let progress, let work):
      if state.isWorking(work) { state.setProgress(progress, of: work) }
    case .failed(let reason):
      loading = nil
      state.stopExpecting(because: reason)
    case .completed(let answer, let request):
      guard completions.takeBack(request, answer) else { return }
      state.setProgress(nil, of: .completing)
      // The whole of a document may have come in place of its beginning; its comments count anew.
      guard request.text.isIdentical(to: state.document.text) else {
        return state.say("the rest of the page came in meanwhile; ask once more")
      }
      state.complete(answer.found, of: request.comments, failure: answer.failure)
      isSearching = state.search != nil
    case .discussion(let report, let number):
      take(report, number: number)
    }
  }

  /// Goes on with a search that has begun anew.
  func searchOn() { isSearching = state.search != nil }

  private func goOnSearching() {
    let end = Clock.milliseconds + Int64(Self.searchStretch)
    repeat {
      isSearching = state.continueSearch().contains(.continueSearch)
      if let event = screen.nextEvent(within: 0) {
        take(event)
        break
      }
    } while isSearching && Clock.milliseconds < end
    if !isOver { draw() }
  }

  /// Does what the state asks of the world.
  func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .suspend: screen.suspend()
    case .redraw: screen.redraw()
    case .open(let address): report(desktop.open(address, on: screen))
    case .copy(let text): report(desktop.copy(text, on: screen))
    case .export(let path): export(to: path)
    case .complete(let comments): complete(comments, companion: nil)
    case .useCompanion(let location, let comments): complete(comments, companion: location)
    case .stopCompleting: completions.stop()
    case .useAddress(let address):
      completions.adopt(address: address)
      discussion.adopt(address: address)
    case .load(let request): load(request)
    case .reload: reload()
    case .stopLoading: discussion.stop()
    case .listFiles(let start): state.completePrompt(withFiles: FileNames.starting(with: start))
    case .nextTheme(let step): report(themes.choose(step: step))
    case .theme(let name): report(themes.choose(named: name))
    case .continueSearch: isSearching = true
    }
  }

  private func report(_ note: Note?) {
    guard let note else { return }
    state.say(note.text, isWarning: note.isWarning)
  }

  private func export(to path: String) {
    report(DocumentFile.write(state.reading.completed, to: path))
  }

  private func complete(_ comments: [CommentID], companion: String?) {
    state.setProgress(Progress(label: "completing", share: nil), of: .completing)
    completions.find(comments, in: state.document, companion: companion, mailbox)
  }
}

/// Something the program tells the person.
struct Note {
  let text: String
  var isWarning = false
}

/// The machine's clocks.
enum Clock {
  /// Seconds since 1970-01-01T00:00Z.
  static var now: Int64 { Int64(time(nil)) }

  /// Milliseconds since some moment, never going back.
  static var milliseconds: Int64 {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000
  }
}
