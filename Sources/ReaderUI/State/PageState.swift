import DocumentModel

/// How a page was left that is no longer in memory.
public struct PageState: Equatable, Sendable {
  let view: ViewState
  let marks: [Unicode.Scalar: Location]
  let read: Set<String>
  /// How many comments and blocks the page had: where they are as many, the view fits.
  let comments: Int
  let blocks: Int
}
