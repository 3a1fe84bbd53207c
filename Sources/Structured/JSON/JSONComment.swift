import DocumentModel
import PageModel

/// A comment as a JSON source gives it, before its place in the thread is known.
package struct JSONComment: Sendable {
  /// The parts that the page model has.
  var parts: PageComment
  /// Whether it is the post under discussion rather than a comment on it.
  var isPost = false
  /// Whether to leave it out: a mark of the system that says nothing.
  var isLeftOut = false
}
