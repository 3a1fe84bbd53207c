import DocumentModel
import HTMLParsing
import PageModel

extension HTMLPage {
  /// Whether a `pre` is labelled as a patch: itself, the element in it, or one of the two around it.
  ///
  /// Highlighters put the label on any of them.
  func isLabelledPatch(_ pre: HTMLNodeID) -> Bool {
    let parent = tree[pre].parent
    let labelled = [tree[pre].firstChild, pre, parent, parent.flatMap { tree[$0].parent }]
    return labelled.contains { node in
      guard let node, tree[node].kind == .element else { return false }
      return Self.patchNames.contains { has($0, node) }
    } || tree.attribute(named: "lang", of: pre) == "diff"
  }

  private static let patchNames = Vocabulary.names(.patch)
}

extension PatchLine {
  /// Whether code begins as a patch does; O(length of the first two lines).
  static func begins(_ code: [UInt8]) -> Bool {
    code.withUnsafeBytes { bytes in
      let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
      let rest = bytes[min(end + 1, bytes.count)...]
      return begins(bytes[..<end], before: rest.prefix { $0 != 0x0A })
    }
  }
}
