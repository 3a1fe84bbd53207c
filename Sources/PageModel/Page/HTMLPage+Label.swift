import HTMLParsing

extension HTMLPage {
  /// An element as style sheets name it, for messages: `div#story.entry-content`.
  ///
  /// At most two classes; O(length of the name).
  package func label(of id: HTMLNodeID) -> String {
    let name = tree.name(of: id)
    let own = value(.id, id)
    let classes = words(of: id).prefix(2).map { ".\($0)" }.joined()
    return name + (own.isEmpty ? "" : "#\(own)") + classes
  }
}
