import Terminal

/// Asking before something that cannot be meant.
extension AppState {
  /// Asks `question`; says what a refusal would lead to if the keys are somebody else's.
  public mutating func ask(_ question: Question) {
    guard mode == .reading else { return tell(question.declined, isWarning: true) }
    tell(question.text, isWarning: true)
    mode = .question(question)
  }

  /// Takes `key` as the answer; everything but `y` declines.
  mutating func answer(_ question: Question, with key: Key) -> [Effect] {
    mode = .reading
    if key == Key("y") || key == Key("Y") { return [question.agreed] }
    if let retyped = question.retyped { mode.prompt = retyped }
    tell(question.declined)
    return []
  }

  /// What lies over the last rows: a question before what was told.
  var messageShown: Message? {
    mode.question.map { Message(text: VisibleText.line($0.text), isWarning: true) } ?? message
  }
}
