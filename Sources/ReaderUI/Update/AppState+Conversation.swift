import DocumentModel

extension AppState {
  /// Shows only the conversation that `id` is part of; all again, where that is shown already.
  mutating func showConversation(around id: CommentID) {
    guard let number = reading.number(of: id) else {
      return tell("this is no comment that is in a conversation")
    }
    let filter = "\(CommentFilter.conversation)\(number)"
    if let shown = thread.folding.filtered, shown.text.hasPrefix(CommentFilter.conversation) {
      return setThreadFilter("")
    }
    guard reading.conversation(around: id).count > 1 else {
      return tell("nobody has answered this comment, and it answers none")
    }
    setThreadFilter(filter)
  }
}
