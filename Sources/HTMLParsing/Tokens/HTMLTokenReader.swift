/// The tokens of a page without a tree, for filters and for tests of the tokenizer.
///
/// It does not recognise scripts and titles, which only the tree builder can; see `Content`.
public struct HTMLTokenReader: Sequence, IteratorProtocol {
  /// A token with its text decoded.
  public enum Token: Equatable {
    /// Characters; a page's text may come in several pieces.
    case text(String)
    /// `<name …>`; only the first attribute of each name.
    case startTag(name: String, attributes: [String: String], isSelfClosing: Bool)
    /// `</name>`.
    case endTag(name: String)
    /// `<!-- … -->` and other constructs that are read as comments.
    case comment(String)
    /// `<!DOCTYPE …>`; `forcesQuirks` if it is malformed.
    case doctype(HTMLDoctype, forcesQuirks: Bool)
  }

  /// The kind of content that the first bytes are in.
  public enum Content: Sendable {
    /// Markup.
    case data
    /// The text of `title` and `textarea`: references, but no tags.
    case rcdata
    /// The text of `style` and others: no references either.
    case rawText
    /// A script.
    case script
    /// Everything to the end, after `plaintext`.
    case plainText
    /// A section of SVG or MathML.
    case cdata
  }

  private let bytes: HTMLBytes
  private var tokenizer: HTMLTokenizer

  /// Reads UTF-8; `element` is the name whose end tag ends the content.
  public init(_ bytes: HTMLBytes, content: Content = .data, in element: String = "") {
    self.bytes = bytes
    tokenizer = HTMLTokenizer(bytes.bytes)
    tokenizer.content =
      switch content {
      case .data: .data
      case .rcdata: .rcdata
      case .rawText: .rawText
      case .script: .script
      case .plainText: .plainText
      case .cdata: .cdata
      }
    var name = element
    tokenizer.contentName = name.withUTF8 { tokenizer.names.intern($0) }
  }

  /// The next token, nil at the end.
  public mutating func next() -> Token? {
    tokenizer.next()
    let token = tokenizer.token
    switch token.kind {
    case .end: return nil
    case .text: return .text(text(token.range, token.traits))
    case .comment: return .comment(text(token.range, token.traits))
    case .endTag: return .endTag(name: spelling(token.name))
    case .startTag:
      return .startTag(
        name: spelling(token.name),
        attributes: attributes(token.attributes),
        isSelfClosing: token.isSelfClosing
      )
    case .doctype:
      let doctype = HTMLDoctype(token.doctype, in: tokenizer.base)
      return .doctype(doctype, forcesQuirks: token.doctype.forcesQuirks)
    }
  }

  private func attributes(_ range: Range<Int>) -> [String: String] {
    var found: [String: String] = [:]
    for attribute in tokenizer.attributes[range] {
      let start = Int(attribute.start)
      found[spelling(attribute.name)] = text(
        start..<(start + Int(attribute.count)),
        [.references, .attribute, .replacesNUL]
      )
    }
    return found
  }

  private func spelling(_ name: HTMLName) -> String {
    String(decoding: tokenizer.names.spelling(of: name), as: UTF8.self)
  }

  private func text(_ range: Range<Int>, _ traits: TextTraits) -> String {
    var decoded: [UInt8] = []
    let source = UnsafeBufferPointer(start: tokenizer.base + range.lowerBound, count: range.count)
    TextDecoder.append(source, traits, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }
}
