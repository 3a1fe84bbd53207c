/// Several sources, one at a time.
extension AppState {
  /// Takes over what the person chose and typed while `other` was read.
  public mutating func takeOver(from other: AppState) {
    options = other.options
    options.layout = other.window.mode
    window.mode = other.window.mode
    history = other.history
    messages = MessageLog(all: other.messages.all)
    themeNames = other.themeNames
    settle()
  }

  mutating func goToSource(_ step: Int) -> [Effect] {
    if step > 0 ? pages.hasEntryAfter : pages.hasEntryBefore { return [.openNeighbour(step)] }
    guard sources.names.count > 1 else {
      tell("there is only one source; :e FILE reads another")
      return []
    }
    let target = sources.current + step
    guard sources.names.indices.contains(target) else {
      tell("this is the \(step > 0 ? "last" : "first") of \(sources.names.count) sources")
      return []
    }
    return [.source(target)]
  }

  /// The rows of the list of pages.
  var pageRows: [OverlayRow] {
    guard pages.titles.count > 1 else { return [] }
    return pages.titles.enumerated().map { index, title in
      OverlayRow(
        [
          OverlayRow.Run("\(index + 1)  ", .overlayKey),
          OverlayRow.Run(title),
          OverlayRow.Run(index == pages.current ? "  this one" : "", .overlayDimmed),
        ],
        target: .page(index)
      )
    }
  }

  /// The rows of the list of sources.
  var sourceRows: [OverlayRow] {
    guard sources.names.count > 1 else { return [] }
    return sources.names.enumerated().map { index, name in
      OverlayRow(
        [
          OverlayRow.Run("\(index + 1)  ", .overlayKey),
          OverlayRow.Run(name),
          OverlayRow.Run(index == sources.current ? "  this one" : "", .overlayDimmed),
        ],
        target: .source(index)
      )
    }
  }
}
