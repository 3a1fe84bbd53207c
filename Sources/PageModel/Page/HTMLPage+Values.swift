import DocumentModel
import DocumentParsing
import HTMLParsing

/// What attributes and short texts of a page say.
extension HTMLPage {
  /// The value of an attribute, empty if there is none.
  public func value(_ name: HTMLName, _ id: HTMLNodeID?) -> String {
    id.flatMap { tree.attribute(name, of: $0) } ?? ""
  }

  /// The value of an attribute by its name in lower case, empty if there is none.
  public func value(_ name: String, _ id: HTMLNodeID?) -> String {
    id.flatMap { tree.attribute(named: name, of: $0) } ?? ""
  }

  /// Whether an element is a picture: `img`, or what AMP has in its place.
  package func isImage(_ id: HTMLNodeID) -> Bool {
    let node = tree[id]
    if node.tag == .img { return true }
    guard node.kind == .element, node.tag == .other, node.namespace == .html else { return false }
    return ["amp-img", "amp-anim"].contains(tree.name(of: id))
  }

  /// The link an element is, else the first inside it.
  public func anchor(_ id: HTMLNodeID) -> HTMLNodeID? {
    tree[id].tag == .a ? id : tree.first(.a, in: id)
  }

  /// The date a `time` element gives, for machines and in words.
  public func date(_ time: HTMLNodeID?) -> PageDate {
    guard let time else { return .none }
    let stated = value(.datetime, time).collapsed
    let moment = Timestamp(iso: stated)
    // Some write it as mail does.
    let words = moment == nil && stated.contains(where: \.isNumber) ? stated : ""
    return PageDate(moment: moment, text: text(time), absolute: words)
  }

  /// The address a browser noted in a comment at the top when it saved the page.
  ///
  /// `saved from url=(0029)https://…` is what most write, `url: https://…` SingleFile.
  package var savedFrom: String? {
    let top = tree.first(.html).map { Array(tree.children(of: $0)) } ?? []
    let comments = (Array(tree.children(of: HTMLDocument.root)) + top).filter {
      tree[$0].kind == .comment
    }
    for comment in comments.prefix(8) {
      // Archives note pages of words there; the last of these words is all the rest.
      let words = tree.decodedText(of: comment).split(maxSplits: 33) {
        $0.isWhitespace || "()\"".contains($0)
      }
      for (index, word) in words.enumerated().dropFirst().prefix(32) where LinkAddress.isWeb(word) {
        let before = words[..<index].suffix(2)
        if before.contains(where: { $0.hasPrefix("url") }) { return String(word) }
      }
    }
    return nil
  }

  /// The first link with a relation to the page, such as `next`: an `a` or `link` element with that
  /// word in its `rel`.
  package func first(related relation: String) -> HTMLNodeID? {
    first(in: HTMLDocument.root) { node in
      [.a, .link].contains(tree[node].tag)
        && value(.rel, node).split(separator: " ").contains { $0.lowercased() == relation }
    }
  }

  /// The address the page calls its own.
  public var canonical: String? {
    link(first(in: HTMLDocument.root) { tree[$0].tag == .link && value(.rel, $0) == "canonical" })
  }
}

extension Timestamp {
  /// The moment so many seconds after 1970 began, in UTC; nil outside the years 1 to 9999.
  package init?(unix seconds: Int64) {
    guard -62_135_596_800...253_402_300_799 ~= seconds else { return nil }
    self.init(wallClock: seconds, offset: 0, precision: .second)
  }
}

extension StringProtocol {
  /// The number a text begins with, its thousands grouped or not; nil if it begins with none.
  package var leadingNumber: Int? {
    var digits = ""
    for character in self {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if digits.isEmpty || !",.\u{A0}\u{202F}'’".contains(character) {
        break
      }
    }
    return Int(digits)
  }
}
