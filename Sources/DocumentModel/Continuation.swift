/// A way to more than a document holds: to further comments, or to the article's next page.
public struct Continuation: Hashable, Sendable {
  /// What it leads to more of.
  public enum Subject: UInt8, Sendable, CaseIterable {
    case article, discussion
  }

  /// How to get there.
  public enum Link: Hashable, Sendable {
    /// A page of the same system, at this address.
    case page(String)
    /// What a script of the page would ask its site for, in the terms of that system's exchange.
    case request([String: String])
  }

  /// On which side of what is there the rest stands, where it starts threads or is article.
  public enum Place: UInt8, Sendable, CaseIterable {
    case after, before
  }

  /// What it leads to more of.
  public var subject: Subject
  /// How to get there.
  public var link: Link
  /// The comment below which the further ones stand, or that stands for them.
  ///
  /// `nil`: they start threads on the side that `place` says.
  public var comment: CommentID?
  /// Whether what comes stands after all that is there, or before it.
  public var place: Place
  /// How many comments there are to be had this way, `nil` if the page does not say.
  public var count: Int?

  /// A way to more.
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
