import DocumentModel

extension AppState {
  mutating func app(_ action: AppAction, count: Int?) -> [Effect] {
    switch action {
    case .quit: return quit()
    case .quitNow: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .forget: return [.forget]
    case .findFeeds: return [.findFeeds]
    case .subscribe: return [.subscribe(nil)]
    case .unsubscribe: return [.unsubscribe]
    case .listVersions: return [.listVersions]
    case .promptCommand: mode.prompt = Prompt(.command, text: count.map(String.init) ?? "")
    case .promptExport: mode.prompt = .suggesting(suggestedFile, for: .export)
    case .promptShell: mode.prompt = Prompt(.shell)
    case .promptPipe: mode.prompt = Prompt(.pipe)
    case .nextSource(let step): return goToSource(step * (count ?? 1))
    case .nextTheme(let step): return [.nextTheme(step)]
    }
    return []
  }

  // MARK: What the program says

  /// Shows `text` on the message line.
  public mutating func say(_ text: String, isWarning: Bool = false) {
    tell(text, isWarning: isWarning)
  }

  /// Adds to what was told last how it was done.
  public mutating func say(more text: String) {
    guard let current = messages.current else { return tell(text) }
    messages.replace(Message(text: "\(current.text), \(text)", isWarning: current.isWarning))
  }

  /// Tells several things at once: each that went wrong is shown, in a list if they are many.
  public mutating func warn(of problems: [String]) {
    for problem in problems { tell(problem, isWarning: true) }
    guard problems.count > 1 else { return }
    show(.messages)
    message = nil
  }

  /// Shows how far `work` is, `nil` when it is done.
  public mutating func setProgress(_ progress: Progress?, of work: Work) {
    let seconds = self.work[work]?.seconds ?? 0
    self.work[work] = progress
    self.work[work]?.seconds = seconds
  }

  /// Shows for how many seconds `work` has been going on.
  public mutating func setDuration(_ seconds: Int, of work: Work) {
    self.work[work]?.seconds = seconds
  }

  /// Whether `work` is going on.
  public func isWorking(_ work: Work) -> Bool { self.work[work] != nil }

  /// Says that the document is only the beginning of one; `replace(with:)` brings the whole, or
  /// `stopExpecting(because:)` says that it will not come.
  public mutating func expectMore() {
    reading.isPartial = true
    measure()
    work[.reading] = Progress(label: "reading", share: nil)
  }

  /// Says that no more comes than the beginning there is, and why.
  public mutating func stopExpecting(because reason: String) {
    reading.isPartial = false
    measure()
    navigation.deferred = nil
    work[.reading] = nil
    tell("only the beginning could be read: \(reason)", isWarning: true)
  }

  /// Sets the clock, in seconds since 1970.
  public mutating func setClock(_ now: Int64) { self.now = now }
}
