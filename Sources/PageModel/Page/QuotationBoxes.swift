import HTMLParsing

/// The boxes in which forums show what somebody else wrote.
///
/// By the vocabulary's names; `aside` as Discourse has it, cells as phpBB 2 and vBulletin 3 draw boxes.
enum QuotationBoxes {
  /// The boxes of a page; O(their number).
  static func find(in tree: HTMLDocument, _ classes: ClassIndex) -> Set<HTMLNodeID> {
    guard !classes.isEmpty else { return [] }
    var boxes = Set(classes.elements(names))
    boxes.formUnion(classes.elements("quote").filter { [.aside, .td].contains(tree[$0].tag) })
    boxes.formUnion(
      classes.elements("alt2").filter { node in
        tree[node].tag == .td && tree.attribute(.style, of: node)?.has("inset") == true
      }
    )
    return boxes.filter { tree[$0].tag != .blockquote }
  }

  private static let names = Vocabulary.names(.quotationBox)
}
