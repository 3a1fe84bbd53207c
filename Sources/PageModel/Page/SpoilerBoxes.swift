import HTMLParsing

/// What sites hide from those who do not want to know yet.
package struct SpoilerBoxes: Sendable {
  /// All the boxes; they are part of the text, even if a style hides them.
  package let all: Set<HTMLNodeID>
  /// The boxes whose text is hidden.
  ///
  /// Of a box around another the inner one counts: beside it stands what it is about.
  package let texts: Set<HTMLNodeID>

  /// Looks the boxes of a page up by their classes; O(their number).
  init(_ tree: HTMLDocument, _ classes: ClassIndex) {
    let inner = classes.elements(Self.texts)
    let boxes = Set(classes.elements(Self.names))
    let outer = boxes.subtracting(inner)
    var texts = boxes
    for box in inner {
      var around = tree[box].parent
      if let around { texts.remove(around) }
      for _ in 0..<Self.wrapperLimit {
        guard let box = around, !boxes.contains(box) else { break }
        around = tree[box].parent
      }
      if let around, outer.contains(around) { texts.remove(around) }
    }
    all = boxes
    self.texts = texts
  }

  /// How many elements may stand between a box and the part of it that is hidden.
  private static let wrapperLimit = 3

  private static let names = Vocabulary.names(.spoiler) + texts

  /// What a box calls the part of it that is hidden.
  private static let texts = Vocabulary.names(.spoilerText)
}
