import DocumentModel

/// How a page was left that is no longer in memory.
public struct PageState: Equatable, Sendable {
  let view: ViewState
  let marks: [Unicode.Scalar: Location]
  let read: Set<String>
  /// How many comments the page had: where there are as many, the view fits.
  let comments: Int
}
