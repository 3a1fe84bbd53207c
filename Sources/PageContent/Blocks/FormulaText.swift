import HTMLParsing
import PageModel

/// A formula as one line of text.
///
/// As it was typed, in TeX, where the page tells; else from its mark-up: `(a + b)/2`, `x²`, `√(2x)`.
struct FormulaText {
  /// The line.
  let text: String
  /// Whether browsers show it on a line of its own.
  let isDisplayed: Bool

  /// Reads what stands for a formula; O(its size), no recursion.
  init(_ form: FormulaBoxes.Form, on page: HTMLPage, policy: ContentPolicy) {
    switch form {
    case .none: (text, isDisplayed) = ("", false)
    case .script(let script):
      text = Self.typed(page.tree.text(of: script))
      isDisplayed = page.value(.type, script).has("mode=display")
    case .markup(let math):
      isDisplayed = page.value("display", math) == "block"
      let typed = Self.typed(Self.annotation(of: math, on: page))
      text = typed.isEmpty ? MathLine(math, on: page, policy: policy).text : typed
    }
  }

  /// TeX without what only sets its size.
  static func typed(_ text: String) -> String {
    var text = text.collapsed
    for start in ["{\\displaystyle ", "{\\textstyle "] where text.hasPrefix(start) {
      guard text.hasSuffix("}") else { continue }
      text = String(text.dropFirst(start.count).dropLast())
    }
    return text.collapsed
  }

  private static func annotation(of math: HTMLNodeID, on page: HTMLPage) -> String {
    let note = page.first(in: math) {
      page.value(.encoding, $0) == "application/x-tex"
    }
    return note.map { page.text($0) } ?? page.value("alttext", math)
  }
}
