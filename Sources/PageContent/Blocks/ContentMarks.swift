import HTMLParsing

/// What is known of elements of a page beside what their names say.
package struct ContentMarks: Sendable {
  /// Elements that stand beside what the writer says, such as signatures: their paragraphs are asides.
  package var asides: Set<HTMLNodeID>
  /// Elements that quote what somebody else wrote, though no `blockquote` says so.
  package var quotations: Set<HTMLNodeID>

  /// Marks of some elements.
  package init(asides: Set<HTMLNodeID> = [], quotations: Set<HTMLNodeID> = []) {
    self.asides = asides
    self.quotations = quotations
  }

  /// Whether there are none.
  var isEmpty: Bool { asides.isEmpty && quotations.isEmpty }
}
