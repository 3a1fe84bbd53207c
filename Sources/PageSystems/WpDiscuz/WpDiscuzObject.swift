import DocumentParsing
import HTMLParsing
import PageModel

/// The object wpDiscuz gives its script: `var wpdiscuzAjaxObj = {…}`.
struct WpDiscuzObject {
  private let values: [String: String]

  /// An object that says no more than this.
  init(_ values: [String: String]) { self.values = values }

  /// The object of `page`, `nil` if there is none.
  init?(_ page: HTMLPage) {
    for index in page.tree.nodes.indices where page.tree.nodes[index].tag == .script {
      guard page.tree.nodes[index].kind == .element,
        let text = page.tree[HTMLNodeID(index)].firstChild,
        let values = page.tree.withRawText(of: text, Self.read)
      else { continue }
      self.values = values
      return
    }
    return nil
  }

  /// A value that is a text or a number.
  subscript(name: String) -> String? { values[name] }

  /// Those of `names` it has a value for.
  func subset(_ names: [String]) -> [String: String] {
    values.filter { names.contains($0.key) }
  }

  private static func read(_ script: UnsafeRawBufferPointer) -> [String: String]? {
    guard script.contains("wpdiscuzAjaxObj") else { return nil }
    let text = Substring(decoding: script, as: UTF8.self)
    guard let name = text.place(of: "wpdiscuzAjaxObj"),
      let start = text[name.upperBound...].firstIndex(of: "{")
    else { return nil }
    let tree = JSONTree(copying: Array(text[start...].utf8))
    var values: [String: String] = [:]
    if let root = tree.root { collect(root, into: &values) }
    // Up to version 6 the options stand in an object of their own.
    if let options = tree.root?["wpdiscuz_options"] { collect(options, into: &values) }
    return values.isEmpty ? nil : values
  }

  private static func collect(_ object: JSONValue, into values: inout [String: String]) {
    for (key, value) in object.members {
      guard let name = key.string else { continue }
      let text = value.string ?? value.integer.map { "\($0)" }
      if let text, values[name] == nil { values[name] = text }
    }
  }
}
