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
    /// What stands above a signed text or in place of a part that an archive took out, up to an empty
    /// line.
    case armourHeader
  }

  private let text: UnsafeRawBufferPointer
  private let lines: [MailLines.Line]
  /// The quotations around what is read, beside those that signs stand for.
  private var outerDepth: Int
  private var mode = Mode.prose
  /// The lines of the block being read.
  private var group = 0..<0

  /// Reads clean text that stands in `depth` quotations, and adds its blocks; O(length).
  package static func read(
    _ text: [UInt8],
    flow: MailLines.Flow,
    depth: Int,
    into builder: inout DocumentBuilder
  ) {
    let lines = MailLines(text, flow: flow)
    lines.text.withUnsafeBytes { bytes in
      var reader = MailTextReader(bytes, lines.lines, depth: depth)
      reader.read(into: &builder)
    }
  }

  private init(_ text: UnsafeRawBufferPointer, _ lines: [MailLines.Line], depth: Int) {
    self.text = text
    self.lines = lines
    outerDepth = depth
  }

  private mutating func read(into builder: inout DocumentBuilder) {
    var index = 0
    while index < lines.count {
      if index > 0, lines[index].depth != lines[index - 1].depth {
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
    flush(before: lines.count, into: &builder)
  }

  private func bytes(of line: MailLines.Line) -> LineBytes { text[line.range] }

  // MARK: Files

  private func file(at index: Int) -> InlineFile? {
    let line = lines[index]
    let first = line.range.isEmpty ? 0 : text[line.range.lowerBound]
    guard first == UInt8(ascii: "b") || first == UInt8(ascii: "=") else { return nil }
    let lines = lines[index...].lazy.prefix { $0.depth == line.depth }
    return InlineFile(lines.map(bytes))
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
    let text = bytes(of: lines[index])
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
    } else if mode != .signature, text.elementsEqual(Self.nextPart) {
      begin(.armourHeader, at: index, into: &builder)
    } else if text.starts(with: Self.armourStart) {
      let isHeader = text.starts(with: Self.signedStart)
      begin(isHeader ? .armourHeader : .armour, at: index, into: &builder)
    } else {
      if mode == .patch {
        flush(before: index, into: &builder)
        mode = .prose
      }
      if mode == .prose, text.count == Self.rule.count, text.elementsEqual(Self.rule) {
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
  private func beginsSignature(_ text: LineBytes, at index: Int) -> Bool {
    // Most lines begin otherwise.
    guard text.first == Self.bareSignature[0] || text.first == Self.footer[0] else { return false }
    if text.elementsEqual(MailLines.signature) || text.elementsEqual(Self.signedSignature) {
      return true
    }
    let left = lines.count - index - 1
    return left <= Self.longestFooter
      && (text.elementsEqual(Self.bareSignature) || text.starts(with: Self.footer))
  }

  /// Whether a line of a page stands above a signature, or what a list adds to each message.
  package static func isSignatureRule(_ line: LineBytes) -> Bool {
    line.elementsEqual(bareSignature) || line.elementsEqual(MailLines.signature)
      || line.elementsEqual(noBreakSignature) || line.starts(with: footer)
  }

  /// How lists begin what they add to each message (Mailman).
  package static let footer = [UInt8](repeating: UInt8(ascii: "_"), count: 40)

  /// The most lines below a line that may also be something else than a signature's.
  private static let longestFooter = 12
  private static let bareSignature = Array("--".utf8)
  private static let noBreakSignature = Array("--\u{A0}".utf8)
  private static let signedSignature = Array("- -- ".utf8)
  private static let rule = Array("---".utf8)
  /// The line that Mailman's archives put above what they say of such a part.
  private static let nextPart = Array("-------------- next part --------------".utf8)
  private static let armourStart = Array("-----BEGIN PGP ".utf8)
  private static let signedStart = Array("-----BEGIN PGP SIGNED".utf8)
  private static let armourEnd = Array("-----END PGP".utf8)

  /// The text of the line after `index` if it is quoted equally deep.
  private func line(after index: Int) -> LineBytes {
    guard index + 1 < lines.count, lines[index + 1].depth == lines[index].depth else {
      return text[0..<0]
    }
    return bytes(of: lines[index + 1])
  }

  private func depth(of index: Int) -> UInt8 {
    UInt8(clamping: lines[index].depth + outerDepth)
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
    var lines = lines[group]
    group = index..<index
    while let last = lines.last, bytes(of: last).allSatisfy({ $0 <= 0x20 }) {
      lines.removeLast()
    }
    guard let first = lines.first else { return }
    let texts = lines.map(bytes)
    let asides: Int
    var header: OriginalHeader?
    switch mode {
    case .patch: asides = 0
    case .signature, .armour, .armourHeader: asides = texts.count
    case .prose:
      header = OriginalHeader(texts)
      asides =
        header != nil
        ? texts.count : isQuoted(below: index, first.depth) ? AttributionLine.count(texts) : 0
    }
    let rest = lines.count - asides
    add(lines.prefix(rest), texts.prefix(rest), isAside: false, into: &builder)
    add(lines.dropFirst(rest), texts.dropFirst(rest), isAside: true, into: &builder)
    // The message that is answered follows, to the end.
    if header == .quotation, first.depth == 0 { outerDepth += 1 }
  }

  /// Whether the next line that is not empty, at `index` or behind it, is quoted deeper than `depth`.
  private func isQuoted(below index: Int, _ depth: Int) -> Bool {
    let next = lines[index...].first { line in
      line.depth != depth || bytes(of: line).contains { $0 > 0x20 }
    }
    return (next?.depth ?? 0) > depth
  }

  private func add(
    _ lines: ArraySlice<MailLines.Line>,
    _ texts: ArraySlice<LineBytes>,
    isAside: Bool,
    into builder: inout DocumentBuilder
  ) {
    guard let first = lines.first else { return }
    let texts = Array(texts)
    let depth = UInt8(clamping: first.depth + outerDepth)
    if mode == .patch || mode == .prose && !isAside && PlainLines.areCode(texts) {
      let bytes = PlainLines.joined(texts, by: 0x0A, keepsIndent: true)
      builder.add(.code, level: mode == .patch ? 1 : 0, text: bytes, quoteDepth: depth)
      return
    }
    let keepsLines =
      mode != .prose || lines.contains(where: \.isFlowed) || PlainLines.keepBreaks(texts)
      || isAside && OriginalHeader(texts) != nil
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
