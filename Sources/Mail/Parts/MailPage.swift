import DocumentModel
import DocumentParsing
import HTMLParsing
import MailText
import PageContent
import PageModel

/// A message that is a page, as mail programs write them: signatures and the lines that say whom the
/// next ones quote are asides, what is answered is quoted.
struct MailPage {
  private let page: HTMLPage
  private var marks = ContentMarks()

  /// Looks for what programs mark; O(size of the page).
  init(_ page: HTMLPage) {
    self.page = page
    for node in page.tree.descendants(of: HTMLDocument.root)
    where page.tree[node].kind == .element {
      switch MailPageName.meaning(of: node, on: page) {
      case .aside: marks.asides.insert(node)
      case .quotation: marks.quotations.insert(node)
      case .originalHeader:
        marks.asides.insert(node)
        var next = page.tree[node].nextSibling
        while let sibling = next {
          if page.tree[sibling].kind == .element { marks.quotations.insert(sibling) }
          next = page.tree[sibling].nextSibling
        }
      case nil: break
      }
    }
  }

  /// Adds the text as blocks; O(size of the page).
  func read(into builder: inout DocumentBuilder) {
    let first = builder.blockCount
    page.appendContent(marks: marks, to: &builder)
    builder.revise(from: first) { blocks, bytes in
      var pass = MailPagePass(bytes)
      for index in blocks.indices {
        let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
        blocks[index] = pass.revised(blocks[index], before: next)
      }
    }
  }
}

/// Goes over the blocks of a page for what no mark-up tells: the words say it, as in plain text.
private struct MailPagePass {
  private let bytes: UnsafeRawBufferPointer
  /// How deep the text is quoted whose signature is being read, `nil` outside of one.
  private var signatureDepth: UInt8?
  /// How many messages were answered above, each below a header that nothing sets off.
  private var answered = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// `block` with what the blocks above it and `next`, the one below, make of it.
  mutating func revised(_ block: Block, before next: Block?) -> Block {
    if signatureDepth != block.quoteDepth { signatureDepth = nil }
    let depth = UInt8(clamping: Int(block.quoteDepth) + answered)
    guard block.kind == .paragraph else { return block.replacing(quoteDepth: depth) }
    if block.isAside, signatureDepth == nil { return block.replacing(level: 1, quoteDepth: depth) }
    let lines = bytes[block.text.offsets].split(
      separator: 0x0A,
      omittingEmptySubsequences: false
    )
    if lines.first.map(MailTextReader.isSignatureRule) == true {
      signatureDepth = block.quoteDepth
    } else if let header = OriginalHeader(lines) {
      if header == .quotation, block.quoteDepth == 0 { answered += 1 }
      signatureDepth = nil
      return block.replacing(level: 1, quoteDepth: depth)
    }
    let introduces =
      (next?.quoteDepth ?? 0) > block.quoteDepth && AttributionLine.count(lines) == lines.count
    let isAside = signatureDepth != nil || introduces
    return block.replacing(level: isAside ? 1 : block.level, quoteDepth: depth)
  }
}

extension Block {
  /// The same block, otherwise marked or quoted.
  fileprivate func replacing(level: UInt8? = nil, quoteDepth: UInt8) -> Block {
    Block(
      kind,
      level: level ?? self.level,
      quoteDepth: quoteDepth,
      ordinal: ordinal,
      text: text,
      spans: spans
    )
  }
}
