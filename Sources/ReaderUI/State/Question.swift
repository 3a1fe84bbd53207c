/// A question that the next key answers.
public struct Question: Hashable, Sendable {
  /// What is asked, and which key says yes; one line.
  public let text: String
  /// What is asked of the world if the person says yes.
  public let agreed: Effect
  /// What they are told if they do not.
  public let declined: String
  /// The line that they can then change, `nil` for none.
  let retyped: Prompt?

  /// A question.
  public init(_ text: String, agreed: Effect, declined: String, retyped: Prompt? = nil) {
    self.text = text
    self.agreed = agreed
    self.declined = declined
    self.retyped = retyped
  }
}
