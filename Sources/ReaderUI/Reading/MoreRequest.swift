import DocumentModel

/// A wish for more than the document holds.
public struct MoreRequest: Hashable, Sendable {
  /// How much is wanted.
  public enum Amount: Hashable, Sendable {
    /// So many parts, one after another.
    case parts(Int)
    /// All there is.
    case all
  }

  /// What is wanted more of.
  public let subject: Continuation.Subject
  /// What is followed first, `nil`: whatever is next.
  public let first: Continuation?
  /// How much is wanted.
  public let amount: Amount

  /// A wish for more.
  public init(_ subject: Continuation.Subject, first: Continuation?, amount: Amount) {
    self.subject = subject
    self.first = first
    self.amount = amount
  }
}

extension Document {
  /// The way to more of a subject that is next: one that stands for the whole before those of
  /// single comments.
  public func next(of subject: Continuation.Subject) -> Continuation? {
    let ways = continuations.filter { $0.subject == subject }
    return ways.first { $0.comment == nil } ?? ways.first
  }
}
