import DocumentModel

/// Leaving what was entered last.
extension AppState {
  /// Ends the search, then goes back to the page before, from the first ends the program; asks once
  /// where something would be lost, and where the key was most likely meant for a list that did not
  /// open.
  mutating func quit() -> [Effect] {
    guard search.active == nil else { return update(.search(.end)) }
    guard !pages.hasEarlier else { return [.step(-1)] }
    let key = key("quit")
    if lastCommand.isAsking { return [.quit] }
    if lastCommand.isRefusedList {
      tell("nothing to close; \(key) again quits")
    } else if let loss {
      tell("\(loss); \(key) again quits")
    } else {
      return [.quit]
    }
    lastCommand.isAsking = true
    return []
  }

  /// Ends the program, a search or not; refuses where something would be lost, as vim does.
  mutating func quitByName() -> [Effect] {
    guard let loss else { return [.quit] }
    tell("\(loss); :q! quits")
    return []
  }

  /// What would be lost, `nil` for nothing that takes work to get again.
  private var loss: String? {
    if work[.loading] != nil { return "still loading" }
    if work[.completing] != nil { return "still looking for full texts" }
    var lost: [String] = []
    let marks = visit.isRemembered ? 0 : navigation.marks.count
    if marks > 0 { lost.append(marks.counted("mark")) }
    if loadedComments > 0 { lost.append(loadedComments.counted("loaded comment")) }
    guard !lost.isEmpty else { return nil }
    return "\(lost.joined(separator: " and ")) will be lost"
  }
}
