import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// What a page says outside of menus, headers and forms, and what it wants to be filled in.
struct ObstacleEvidence: Sendable {
  /// A field that can be filled in.
  struct Control: Sendable {
    let type: String
    let name: String
  }

  /// The fields that are shown.
  let controls: [Control]
  /// The title and the headings, in lower case.
  let headings: [String]
  /// Ids, classes, and addresses of scripts and frames, in lower case.
  let marks: [String]
  /// All text and the title, in lower case.
  let words: String
  /// Whether the page sends browsers to another.
  let isForwarding: Bool

  /// Collects it; O(size of the page).
  init(_ page: HTMLPage) {
    var controls: [Control] = []
    var headings: [String] = []
    var marks: [String] = []
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      switch page.tree[node].tag {
      case .input:
        let type = page.value("type", node).lowercased()
        if !Self.buttons.contains(type) {
          controls.append(Control(type: type, name: page.value("name", node)))
        }
      case .title, .h1, .h2: headings.append(page.text(node).lowercased())
      case .script, .iframe: marks.append(page.value(.src, node).lowercased())
      case .form, .div, .body, .main, .section:
        marks.append((page.value(.id, node) + " " + page.value(.class, node)).lowercased())
      default: break
      }
    }
    words = ([page.text(page.tree.first(.body)).lowercased()] + headings).joined(separator: "\n")
    isForwarding = page.forwarding != nil
    (self.controls, self.headings, self.marks) = (controls, headings, marks)
  }

  /// Fields that hold no text.
  private static let buttons: Set<String> = [
    "hidden", "submit", "button", "checkbox", "radio", "image", "reset", "search",
  ]
}

extension HTMLPage {
  /// What the page, on which no comments were found, holds in place of its text; `nil` if that is
  /// there.
  ///
  /// Notes in the log of decisions what was looked for.
  func obstacle(by signs: [ObstacleSign] = ObstacleSign.all) -> PageObstacle? {
    let isShort = !hasProse
    guard isShort || decisions != nil else { return nil }
    let evidence = ObstacleEvidence(self)
    var found: PageObstacle?
    for sign in signs {
      let isMet = isShort && sign.isMet(evidence)
      decisions?.note("page", sign.name, sign.considers, isMet: isMet)
      if isMet, found == nil { found = sign.obstacle }
    }
    return found
  }

  /// Whether the page has more text outside of menus, headers and forms than stands with a form to
  /// log in or on a notice; O(that much text).
  var hasProse: Bool {
    guard let body = tree.first(.body) else { return false }
    let limit = policies[ObstaclePolicy.self].mostProse
    var (count, next) = (0, Optional(body))
    while let node = next, count <= limit {
      let isAround = tree[node].kind == .content || Self.surroundings.contains(tree[node].tag)
      if tree[node].kind == .text {
        count += tree.decodedText(of: node).unicodeScalars.count { !$0.properties.isWhitespace }
      }
      next = tree.node(after: node, in: body, skippingChildren: isAround)
    }
    return count > limit
  }

  /// Elements around the text.
  private static let surroundings: Set<HTMLTag> = [
    .form, .nav, .header, .footer, .aside, .noscript, .button, .select, .template, .script, .style,
  ]
}
