/// Makes a tree of the tokens of a page; the HTML standard, 13.2.6.
///
/// Each handler takes the token in `tokenizer.token` and says whether it is done with it; if not,
/// the token is handled again in the mode that is current then.
struct TreeBuilder {
  /// What became of a token.
  enum Outcome {
    case done, again
  }

  var tokenizer: HTMLTokenizer
  var tree: HTMLTree
  let limits: HTMLLimits
  let isScripting: Bool

  var mode = InsertionMode.initial
  var originalMode = InsertionMode.initial
  var templateModes: [InsertionMode] = []
  var open: [OpenElement] = []
  /// How many open elements of HTML have each tag.
  var openCounts: [UInt16] = Array(repeating: 0, count: 256)
  var formatting: [FormattingEntry] = []
  var headNode = HTMLNode.none
  var formNode = HTMLNode.none
  /// The element a fragment is parsed for.
  var context: OpenElement?
  var isFramesetOK = true
  var isFosterParenting = false
  /// Whether a newline that comes next is left out, as after `<pre>`.
  var skipsNewline = false
  var tableText: [TextPiece] = []
  var quirks = HTMLQuirks.none
  var doctype: HTMLDoctype?
  /// Formatting elements that may still be opened again.
  var repeatsLeft: Int
  /// How many nodes, and how many attributes, there may be.
  private let sizeLimit: Int
  /// Steps of loops over open or formatting elements, for tests of what a page costs.
  var steps = 0

  init(_ bytes: UnsafeRawBufferPointer, _ options: HTMLOptions) {
    tokenizer = HTMLTokenizer(bytes)
    tree = HTMLTree(source: tokenizer.base, expectedNodes: bytes.count / 12 + 16)
    tokenizer.attributes.reserveCapacity(bytes.count / 24 + 16)
    open.reserveCapacity(64)
    limits = options.limits
    isScripting = options.isScripting
    repeatsLeft = limits.repeatedElements(bytes: bytes.count)
    sizeLimit = limits.nodes(bytes: bytes.count)
  }

  /// Whether the page has more nodes or attributes than are kept.
  var isFull: Bool { tree.nodes.count >= sizeLimit || tokenizer.attributes.count >= sizeLimit }

  /// Reads the whole page, or as much of it as the limits allow.
  mutating func run() {
    repeat {
      tokenizer.allowsCDATA = adjustedCurrent.map { !$0.isHTML } ?? false
      tokenizer.next()
      if skipsNewline { dropNewline() }
      while process() == .again {}
    } while tokenizer.token.kind != .end && !isFull
  }

  /// The current node, or the context of a fragment whose root it is.
  var adjustedCurrent: OpenElement? {
    open.count == 1 && context != nil ? context : open.last
  }

  /// Handles the token once.
  private mutating func process() -> Outcome {
    guard let current = adjustedCurrent, !current.isHTML, isForeign(current) else {
      return processInMode()
    }
    return processForeign()
  }

  /// Whether the token follows the rules of SVG and MathML inside `current`, which is one of them.
  private func isForeign(_ current: OpenElement) -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .end: return false
    case .text: return current.traits.isDisjoint(with: [.mathTextPoint, .htmlPoint])
    case .startTag:
      if current.traits.contains(.mathTextPoint) {
        return token.tag == .mglyph || token.tag == .malignmark
      }
      if current.traits.contains(.annotation) && token.tag == .svg { return false }
      return !current.traits.contains(.htmlPoint)
    default: return true
    }
  }

  /// Handles the token by the rules of the current mode.
  mutating func processInMode() -> Outcome {
    switch tokenizer.token.kind {
    case .text: text()
    case .startTag: startTag()
    case .endTag: endTag()
    case .comment: comment()
    case .doctype: doctypeToken()
    case .end: end()
    }
  }

  private mutating func startTag() -> Outcome {
    switch mode {
    case .initial: startInInitial()
    case .beforeHTML: startBeforeHTML()
    case .beforeHead: startBeforeHead()
    case .inHead: startInHead()
    case .inHeadNoscript: startInHeadNoscript()
    case .afterHead: startAfterHead()
    case .inBody: startInBody()
    case .text: .done
    case .inTable: startInTable()
    case .inTableText: leaveTableText()
    case .inCaption: startInCaption()
    case .inColumnGroup: startInColumnGroup()
    case .inTableBody: startInTableBody()
    case .inRow: startInRow()
    case .inCell: startInCell()
    case .inTemplate: startInTemplate()
    case .afterBody, .afterAfterBody: startAfterBody()
    case .inFrameset: startInFrameset()
    case .afterFrameset, .afterAfterFrameset: startAfterFrameset()
    }
  }

  private mutating func endTag() -> Outcome {
    switch mode {
    case .initial: leaveInitial()
    case .beforeHTML, .beforeHead: endBeforeHead()
    case .inHead: endInHead()
    case .inHeadNoscript: endInHeadNoscript()
    case .afterHead: endAfterHead()
    case .inBody: endInBody()
    case .text: endInText()
    case .inTable: endInTable()
    case .inTableText: leaveTableText()
    case .inCaption: endInCaption()
    case .inColumnGroup: endInColumnGroup()
    case .inTableBody: endInTableBody()
    case .inRow: endInRow()
    case .inCell: endInCell()
    case .inTemplate: endInTemplate()
    case .afterBody, .afterAfterBody: endAfterBody()
    case .inFrameset: endInFrameset()
    case .afterFrameset, .afterAfterFrameset: endAfterFrameset()
    }
  }

  private mutating func comment() -> Outcome {
    if mode == .inTableText { return leaveTableText() }
    switch mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: insertComment(at: .last(0))
    case .afterBody: insertComment(at: .last(open.first?.node ?? 0))
    default: insertComment(at: place())
    }
    return .done
  }

  private mutating func end() -> Outcome {
    switch mode {
    case .initial: return leaveInitial()
    case .beforeHTML: return leaveBeforeHTML()
    case .beforeHead: return leaveBeforeHead()
    case .inHead: return leaveHead()
    case .inHeadNoscript: return leaveHeadNoscript()
    case .afterHead: return leaveAfterHead()
    case .text:
      pop()
      mode = originalMode
      return .again
    case .inTableText: return leaveTableText()
    case .inTemplate: return endOfTemplate()
    default:
      return templateModes.isEmpty ? .done : endOfTemplate()
    }
  }
}

/// Where in the page the parser is; the HTML standard, 13.2.4.1.
enum InsertionMode {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable
  case inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody
  case inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
}
