import HTMLParsing

/// Where a page shows formulas that scripts have set: each stands there several times, for the eye,
/// for those who listen, and as it was typed.
///
/// KaTeX, MathJax 2 to 4, and the images of MediaWiki.
package struct FormulaBoxes: Sendable {
  /// What stands for a formula.
  package enum Form: Sendable {
    /// A `math` element.
    case markup(HTMLNodeID)
    /// A script that holds it as it was typed.
    case script(HTMLNodeID)
    /// Nothing here: another element of the page has it.
    case none
  }

  /// The boxes around formulas, with what is to be read of each.
  private let boxes: [HTMLNodeID: Form]

  /// Looks the boxes up by their classes and names; O(elements) if the page has any.
  init(_ tree: HTMLDocument, _ classes: ClassIndex) {
    var boxes: [HTMLNodeID: Form] = [:]
    var found = classes.elements(Self.classes)
    if let name = tree.findName("mjx-container") {
      found += tree.nodes.indices.lazy.filter { tree.nodes[$0].name == name }.map(HTMLNodeID.init)
    }
    for box in found {
      if Self.typedScript(after: box, tree) != nil {
        boxes[box] = Form.none
      } else if let math = Self.math(in: box, tree) {
        boxes[box] = .markup(math)
      }
    }
    for image in classes.elements(Self.images) where boxes[image] == nil {
      if Self.standsBesideFormula(image, tree) { boxes[image] = Form.none }
    }
    self.boxes = boxes
  }

  /// What is to be read in place of an element, nil if it is no formula.
  @inline(__always)
  package func form(of node: HTMLNodeID, on page: HTMLPage) -> Form? {
    let element = page.tree[node]
    if Self.isMath(element) { return .markup(node) }
    if element.tag == .script { return Self.isTyped(node, page.tree) ? .script(node) : nil }
    return boxes.isEmpty ? nil : boxes[node]
  }

  private static func isMath(_ node: HTMLNode) -> Bool {
    node.namespace == .mathML && node.kind == .element && node.name == HTMLName(.math)
  }

  private static func math(in top: HTMLNodeID, _ tree: HTMLDocument) -> HTMLNodeID? {
    tree.descendants(of: top).first { isMath(tree[$0]) }
  }

  /// The script behind a box, other boxes between them, that holds the formula as it was typed.
  private static func typedScript(after box: HTMLNodeID, _ tree: HTMLDocument) -> HTMLNodeID? {
    var next = tree[box].nextSibling
    while let node = next {
      switch tree[node].kind {
      case .text:
        guard tree.withRawText(of: node, { $0.allSatisfy { $0 <= 0x20 } }) else { return nil }
      case .element:
        if isTyped(node, tree) { return node }
        guard classes.contains(where: { tree.hasClass($0, of: node) }) else { return nil }
      default: break
      }
      next = tree[node].nextSibling
    }
    return nil
  }

  /// Whether a script holds a formula in TeX.
  private static func isTyped(_ node: HTMLNodeID, _ tree: HTMLDocument) -> Bool {
    guard tree[node].tag == .script, let index = tree.attributeIndex(.type, of: node) else {
      return false
    }
    return tree.withRawValue(of: tree.attributes[index]) { $0.starts(with: "math/tex".utf8) }
  }

  /// Whether an image stands beside the formula it shows, and that is not hidden by a style.
  private static func standsBesideFormula(_ image: HTMLNodeID, _ tree: HTMLDocument) -> Bool {
    guard let parent = tree[image].parent, let math = math(in: parent, tree) else {
      return false
    }
    let hidden = tree.ancestor(of: math) { node in
      node == parent || tree.attribute(.style, of: node, contains: "none")
    }
    return hidden == parent
  }

  private static let classes: [StaticString] = [
    "katex", "MathJax", "MathJax_Display", "MathJax_Preview", "MathJax_SVG", "MathJax_SVG_Display",
    "MathJax_CHTML", "MathJax_MathML", "mjx-chtml", "MJX_Assistive_MathML",
  ]
  private static let images: [StaticString] = [
    "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display",
  ]
}
