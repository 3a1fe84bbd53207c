/// A link to what a document lacks: more comments, or the next page of the article.
public struct Continuation: Hashable, Sendable {
  /// What it leads to more of.
  public enum Subject: UInt8, Sendable, CaseIterable {
    case article, discussion
  }

  /// What to follow.
  public enum Link: Hashable, Sendable {
    /// A page of the same system, at this address.
    case page(String)
    /// A request that a script of the page would send to its site; the keys are the system's own.
    case request([String: String])
  }

  /// Whether the rest goes after or before what the document holds.
  public enum Place: UInt8, Sendable, CaseIterable {
    case after, before
  }

  /// What it leads to more of.
  public var subject: Subject
  /// What to follow.
  public var link: Link
  /// The parent of the further comments, or their placeholder; `nil` if they start threads.
  public var comment: CommentID?
  /// Whether the rest goes after or before what the document holds.
  public var place: Place
  /// How many comments it leads to, `nil` if the page does not say.
  public var count: Int?

  /// A link to more of `subject`.
  public init(
    _ subject: Subject,
    _ link: Link,
    comment: CommentID? = nil,
    place: Place = .after,
    count: Int? = nil
  ) {
    self.subject = subject
    self.link = link
    self.comment = comment
    self.place = place
    self.count = count
  }
}
