import DocumentModel
import DocumentParsing

/// Reads a text in mail as blocks: paragraphs, quotations, patches, files; signatures and the like as
/// asides.
package struct MailTextReader {
  /// What the lines being read are.
  private enum Mode {
    case prose, patch, signature
    /// Between lines such as `-----BEGIN PGP SIGNATURE-----`.
    case armour
    /// What stands above a signed text, up to an empty line.
    case armourHeader
  }

  private let source: MailLines
  /// The quotations around the whole text.
  private let outerDepth: Int
  private var mode = Mode.prose
  /// The lines of the block being read.
  private var group: Range<Int>

  /// A reader of clean text that stands in `depth` quotations.
  package init(_ text: [UInt8], flow: MailLines.Flow, depth: Int) {
    source = MailLines(text, flow: flow)
    outerDepth = depth
    group = 0..<0
  }

  /// Reads all of it; O(length).
  package mutating func read(into builder: inout DocumentBuilder) {
    var index = 0
    while index < source.lines.count {
      if index > 0, source.lines[index].depth != source.lines[index - 1].depth {
        flush(before: index, into: &builder)
        mode = .prose
      }
      if let file = file(at: index) {
        flush(before: index, into: &builder)
        add(file, at: index, into: &builder)
        index += file.lineCount
        group = index..<index
      } else {
        read(index, into: &builder)
        index += 1
      }
    }
    flush(before: source.lines.count, into: &builder)
  }

  // MARK: Files

  private func file(at index: Int) -> InlineFile? {
    let line = source.lines[index]
    let first = line.range.isEmpty ? 0 : source.text[line.range.lowerBound]
    guard first == UInt8(ascii: "b") || first == UInt8(ascii: "=") else { return nil }
    let lines = source.lines[index...].lazy.prefix { $0.depth == line.depth }
    return InlineFile(lines.map { source.text[$0.range] })
  }

  private func add(_ file: InlineFile, at index: Int, into builder: inout DocumentBuilder) {
    let line = AttachmentLine(
      name: String(decoding: file.name, as: UTF8.self),
      form: file.form.rawValue,
      size: file.size
    )
    builder.add(.paragraph, level: 1, text: Array(line.text.utf8), quoteDepth: depth(of: index))
  }

  // MARK: Lines

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
    if beginsSignature(text, at: index) {
      begin(.signature, at: index, into: &builder)
    } else if text.allSatisfy({ $0 <= 0x20 }) {
      // Patches have empty lines.
      if mode == .patch { extend(index) } else { flush(before: index, into: &builder) }
      if mode == .armourHeader { mode = .prose }
    } else if mode == .patch, PatchLine.continues(text) {
      extend(index)
    } else if mode != .signature, PatchLine.begins(text, before: line(after: index)) {
      if mode == .patch { extend(index) } else { begin(.patch, at: index, into: &builder) }
    } else if text.starts(with: Self.armourStart) {
      let isHeader = text.starts(with: Self.signedStart)
      begin(isHeader ? .armourHeader : .armour, at: index, into: &builder)
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

  /// Whether a line begins a signature: `-- `, or what is left of it on the way or in a signed text.
  ///
  /// Also the line that lists put above what they add to each message (Mailman).
  private func beginsSignature(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
    if text.elementsEqual(MailLines.signature) || text.elementsEqual(Self.signedSignature) {
      return true
    }
    let left = source.lines.count - index - 1
    return left <= Self.longestFooter
      && (text.elementsEqual(Self.bareSignature) || text.starts(with: Self.footer))
  }

  /// How lists begin what they add to each message (Mailman).
  package static let footer = [UInt8](repeating: UInt8(ascii: "_"), count: 40)

  /// The most lines below a line that may also be something else than a signature's.
  private static let longestFooter = 12
  private static let bareSignature = Array("--".utf8)
  private static let signedSignature = Array("- -- ".utf8)
  private static let rule = Array("---".utf8)
  private static let armourStart = Array("-----BEGIN PGP ".utf8)
  private static let signedStart = Array("-----BEGIN PGP SIGNED".utf8)
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
    guard let first = lines.first else { return }
    let texts = lines.map { source.text[$0.range] }
    let asides: Int
    switch mode {
    case .patch: asides = 0
    case .signature, .armour, .armourHeader: asides = texts.count
    case .prose:
      let isHeader = OriginalHeader.isMet(by: texts)
      asides =
        isHeader
        ? texts.count : isQuoted(below: index, first.depth) ? AttributionLine.count(texts) : 0
    }
    let rest = lines.count - asides
    add(lines.prefix(rest), texts.prefix(rest), isAside: false, into: &builder)
    add(lines.dropFirst(rest), texts.dropFirst(rest), isAside: true, into: &builder)
  }

  /// Whether the next line that is not empty, at `index` or behind it, is quoted deeper than `depth`.
  private func isQuoted(below index: Int, _ depth: Int) -> Bool {
    let next = source.lines[index...].first { line in
      line.depth != depth || source.text[line.range].contains { $0 > 0x20 }
    }
    return (next?.depth ?? 0) > depth
  }

  private func add(
    _ lines: ArraySlice<MailLines.Line>,
    _ texts: ArraySlice<ArraySlice<UInt8>>,
    isAside: Bool,
    into builder: inout DocumentBuilder
  ) {
    guard let first = lines.first else { return }
    let texts = Array(texts)
    let depth = UInt8(clamping: first.depth + outerDepth)
    if mode == .patch || mode == .prose && !isAside && PlainLines.areCode(texts) {
      let bytes = PlainLines.joined(texts, by: 0x0A, keepsIndent: true)
      builder.add(.code, text: bytes, quoteDepth: depth)
      return
    }
    let keepsLines =
      mode != .prose || lines.contains(where: \.isFlowed) || PlainLines.keepBreaks(texts)
      || isAside && OriginalHeader.isMet(by: texts)
    let bytes = PlainLines.joined(texts, by: keepsLines ? 0x0A : 0x20, keepsIndent: false)
    builder.add(.paragraph, level: isAside ? 1 : 0, text: bytes, quoteDepth: depth)
  }
}

extension DocumentBuilder {
  /// Adds a block of clean text, bare addresses in it as links.
  package mutating func add(_ kind: Block.Kind, level: UInt8 = 0, text: [UInt8], quoteDepth: UInt8)
  {
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
