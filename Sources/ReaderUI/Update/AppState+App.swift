import DocumentModel

extension AppState {
  mutating func app(_ action: AppAction, count: Int?) -> [Effect] {
    switch action {
    case .quit: return quit()
    case .quitNow: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .promptCommand: prompt = Prompt(.command, text: count.map(String.init) ?? "")
    case .promptExport: prompt = Prompt(.export, text: suggestedFile)
    case .nextTheme(let step): return [.nextTheme(step)]
    }
    return []
  }

  /// Leaves what was entered last: the search, then the program.
  private mutating func quit() -> [Effect] {
    guard search != nil else { return [.quit] }
    return update(.search(.end))
  }

  private var suggestedFile: String {
    let words = document.text[document.article.title].lowercased().split {
      !$0.isLetter && !$0.isNumber
    }
    let name = words.prefix(8).joined(separator: "-")
    return (name.isEmpty ? "document" : name) + ".md"
  }

  // MARK: What the program says

  /// Shows `text` on the message line.
  public mutating func say(_ text: String, isWarning: Bool = false) {
    tell(text, isWarning: isWarning)
  }

  /// Shows work in the background, `nil` when it is done.
  public mutating func setProgress(_ progress: Progress?) { self.progress = progress }

  /// Says that the document is only the beginning of one; `replace(with:)` brings the whole.
  public mutating func expectMore() {
    isPartial = true
    progress = Progress(label: "reading", share: nil)
  }

  /// Sets the clock, in seconds since 1970.
  public mutating func setClock(_ now: Int64) { self.now = now }
}
