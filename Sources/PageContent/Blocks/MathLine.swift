import HTMLParsing
import PageModel

/// Presentation MathML as a line of text.
struct MathLine {
  /// The line.
  private(set) var text = ""
  private let policy: ContentPolicy

  /// An element whose parts are being read.
  private struct Open {
    let name: String
    var parts: [String] = []
  }

  /// Reads a `math` element; O(its size), no recursion.
  init(_ math: HTMLNodeID, on page: HTMLPage, policy: ContentPolicy) {
    self.policy = policy
    let tree = page.tree
    var open = [Open(name: "math")]
    var next = tree[math].firstChild
    while let node = next {
      let name = tree[node].kind == .element ? tree.name(of: node) : ""
      if !name.isEmpty, !Self.leaves.contains(name), !Self.silent.contains(name),
        let child = tree[node].firstChild
      {
        open.append(Open(name: name))
        next = child
        continue
      }
      let before = open.last?.parts.last { !$0.isEmpty } ?? ""
      open[open.count - 1].parts.append(leaf(node, name, behind: before, page))
      var last = node
      while tree[last].nextSibling == nil, let parent = tree[last].parent, parent != math,
        let done = open.popLast()
      {
        open[open.count - 1].parts.append(line(done))
        last = parent
      }
      next = tree[last].nextSibling
    }
    text = open.last.map(line)?.collapsed ?? ""
  }

  /// The text of an element without parts.
  private func leaf(
    _ node: HTMLNodeID,
    _ name: String,
    behind before: String,
    _ page: HTMLPage
  ) -> String {
    if page.tree[node].kind == .text || Self.leaves.contains(name) {
      let text = page.text(node).filter { !Self.invisible.contains($0) }
      // A sign at the beginning or behind another one belongs to what follows.
      let isBetween = name == "mo" && !before.isEmpty && before.last != " "
      return isBetween && Self.spaced.contains(text) ? " \(text) " : text
    }
    return name == "mspace" ? " " : ""
  }

  /// An element's parts as one line.
  private func line(_ element: Open) -> String {
    let parts = element.parts.filter { !$0.isEmpty }
    switch (element.name, parts.count) {
    case ("mfrac", 2): return "\(grouped(parts[0]))/\(grouped(parts[1]))"
    case ("msup", 2), ("mover", 2): return parts[0] + moved(parts[1], .up, behind: parts[0])
    case ("msub", 2), ("munder", 2): return parts[0] + moved(parts[1], .down, behind: parts[0])
    case ("msubsup", 3), ("munderover", 3):
      return parts[0] + moved(parts[1], .down, behind: parts[0])
        + moved(parts[2], .up, behind: parts[0])
    case ("msqrt", 1...):
      let text = parts.joined()
      return text.count == 1 || text.allSatisfy(\.isNumber) ? "√" + text : "√(\(text))"
    case ("mroot", 2): return moved(parts[1], .up, behind: "0") + "√" + grouped(parts[0])
    case ("mtr", _): return parts.joined(separator: ", ")
    case ("mtable", _): return parts.joined(separator: "; ")
    case ("mfenced", _): return "(\(parts.joined(separator: ", ")))"
    // What follows the first child says the same in other words.
    case ("semantics", 1...): return parts[0]
    default: return parts.joined()
    }
  }

  private func moved(
    _ text: String,
    _ direction: RaisedText.Direction,
    behind before: String
  ) -> String {
    let text = text.collapsed
    // An accent or an arrow above stands behind.
    if text.count == 1, let sign = text.first, !sign.isLetter, !sign.isNumber, sign != "+",
      sign != "-", sign != "−", sign != "∞"
    {
      return text
    }
    let form = RaisedText.form(of: text, direction, behind: before.last, policy: policy)
    return form ?? (direction == .up ? "^" : "_") + grouped(text)
  }

  /// Text in parentheses, unless it is one word or number.
  private func grouped(_ text: String) -> String {
    let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    return isWord || text.count == 1 ? text : "(\(text))"
  }

  private static let leaves: Set<String> = ["mi", "mn", "mo", "ms", "mtext"]
  private static let silent: Set<String> = [
    "annotation", "annotation-xml", "mphantom", "maligngroup", "malignmark", "none", "mprescripts",
  ]
  /// Signs for what is applied and multiplied without being written.
  private static let invisible: Set<Character> = ["\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}"]
  private static let spaced: Set<String> = [
    "=", "+", "-", "−", "<", ">", "≤", "≥", "≠", "≈", "≡", "→", "⇒", "⇔", "∈", "±", "×", "·", "∼",
    "∪", "∩", "⊂", "⊆", "∧", "∨", ":=", "∝", "⊗", "⊕", "∘", "↦", "≪", "≫", "∣", "|",
  ]
}
