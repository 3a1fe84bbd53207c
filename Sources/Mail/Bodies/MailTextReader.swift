import DocumentModel
import DocumentParsing

/// Reads a text in mail as blocks: paragraphs, quotations, patches, signatures.
struct MailTextReader {
  /// What the lines being read are.
  private enum Mode {
    case prose, patch, signature
    /// Between lines such as `-----BEGIN PGP SIGNATURE-----`.
    case armour
  }

  private let source: MailLines
  /// The quotations around the whole text.
  private let outerDepth: Int
  private var mode = Mode.prose
  /// The lines of the block being read.
  private var group: Range<Int>

  /// A reader of clean text that stands in `depth` quotations.
  init(_ text: [UInt8], flow: MailLines.Flow, depth: Int) {
    source = MailLines(text, flow: flow)
    outerDepth = depth
    group = 0..<0
  }

  /// Reads all of it; O(length).
  mutating func read(into builder: inout DocumentBuilder) {
    for index in source.lines.indices {
      if index > 0, source.lines[index].depth != source.lines[index - 1].depth {
        flush(before: index, into: &builder)
        mode = .prose
      }
      read(index, into: &builder)
    }
    flush(before: source.lines.count, into: &builder)
  }

  private mutating func read(_ index: Int, into builder: inout DocumentBuilder) {
    let text = source.text[source.lines[index].range]
    if mode == .armour {
      extend(index)
      if text.starts(with: Self.armourEnd) {
        flush(before: index + 1, into: &builder)
        mode = .prose
      }
      return
    }
    if text.elementsEqual(MailLines.signature) || text.elementsEqual(Self.bareSignature) {
      begin(.signature, at: index, into: &builder)
    } else if text.allSatisfy({ $0 <= 0x20 }) {
      // Patches have empty lines.
      if mode == .patch { extend(index) } else { flush(before: index, into: &builder) }
    } else if mode == .patch, PatchLine.continues(text) {
      extend(index)
    } else if mode != .signature, PatchLine.begins(text, before: line(after: index)) {
      if mode == .patch { extend(index) } else { begin(.patch, at: index, into: &builder) }
    } else if text.starts(with: Self.armourStart) {
      begin(.armour, at: index, into: &builder)
    } else {
      if mode == .patch {
        flush(before: index, into: &builder)
        mode = .prose
      }
      if mode == .prose, text.elementsEqual(Self.rule) {
        flush(before: index, into: &builder)
        builder.add(Block(.rule, quoteDepth: depth(of: index), text: .empty))
      } else {
        extend(index)
      }
    }
  }

  private static let bareSignature = Array("--".utf8)
  private static let rule = Array("---".utf8)
  private static let armourStart = Array("-----BEGIN PGP SIGNATURE".utf8)
  private static let armourEnd = Array("-----END PGP".utf8)

  /// The text of the line after `index` if it is quoted equally deep.
  private func line(after index: Int) -> ArraySlice<UInt8> {
    guard index + 1 < source.lines.count,
      source.lines[index + 1].depth == source.lines[index].depth
    else { return [] }
    return source.text[source.lines[index + 1].range]
  }

  private func depth(of index: Int) -> UInt8 {
    UInt8(clamping: source.lines[index].depth + outerDepth)
  }

  private mutating func begin(_ new: Mode, at index: Int, into builder: inout DocumentBuilder) {
    flush(before: index, into: &builder)
    mode = new
    group = index..<index + 1
  }

  private mutating func extend(_ index: Int) {
    group = group.isEmpty ? index..<index + 1 : group.lowerBound..<index + 1
  }

  /// Ends the block being read.
  private mutating func flush(before index: Int, into builder: inout DocumentBuilder) {
    var lines = source.lines[group]
    group = index..<index
    while let last = lines.last, source.text[last.range].allSatisfy({ $0 <= 0x20 }) {
      lines.removeLast()
    }
    guard let first = lines.indices.first else { return }
    let texts = lines.map { source.text[$0.range] }
    let kind: Block.Kind
    let bytes: [UInt8]
    if mode == .patch || mode == .armour || mode == .prose && PlainLines.areCode(texts) {
      kind = .code
      bytes = PlainLines.joined(texts, by: 0x0A, keepsIndent: true)
    } else {
      kind = .paragraph
      let keepsLines =
        mode == .signature || lines.contains(where: \.isFlowed) || PlainLines.keepBreaks(texts)
      bytes = PlainLines.joined(texts, by: keepsLines ? 0x0A : 0x20, keepsIndent: false)
    }
    builder.add(kind, text: bytes, quoteDepth: depth(of: first))
  }
}

extension DocumentBuilder {
  /// Adds a block of clean text, bare addresses in it as links.
  mutating func add(_ kind: Block.Kind, level: UInt8 = 0, text: [UInt8], quoteDepth: UInt8) {
    guard !text.isEmpty else { return }
    let range = text.withUnsafeBytes { append($0) }
    var links: [Span] = []
    if kind != .code {
      text.withUnsafeBytes { LinkScanner.links(in: 0..<$0.count, of: $0, into: &links) }
    }
    let spans = links.map { link in
      let place = TextRange(start: link.text.start + range.start, count: link.text.count)
      return Span(.link, text: place, url: place)
    }
    add(Block(kind, level: level, quoteDepth: quoteDepth, text: range), spans: spans)
  }
}
