import DocumentModel
import DocumentParsing

/// The texts, blocks and spans of an exported document.
struct ExportedText {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var spans: [Span] = []

  /// A span as it is exported: where it begins and ends among the scalars of the text.
  private struct Stretch {
    let kind: Span.Kind
    let range: Range<Int>
    let url: JSONValue?
  }

  /// Appends the text of a string, sanitised, without line breaks at its end; nothing for other values.
  mutating func append(_ value: JSONValue?) -> TextRange {
    var raw: [UInt8] = []
    value?.appendString(to: &raw)
    guard !raw.isEmpty else { return .empty }
    let start = bytes.count
    // What is no UTF-8 becomes the sign for it.
    let text = String(decoding: raw, as: UTF8.self)
    Array(text.utf8).withUnsafeBytes { _ = TextSanitizer.append($0, to: &bytes) }
    while bytes.count > start, bytes.last == 0x0A { bytes.removeLast() }
    return start == bytes.count ? .empty : TextRange(start, bytes.count)
  }

  /// Appends an array of blocks.
  mutating func appendBlocks(_ values: JSONValue?) -> Range<Int32> {
    let first = Int32(blocks.count)
    for value in values.map({ Array($0.elements) }) ?? [] where value.kind == .object {
      appendBlock(value)
    }
    return first..<Int32(blocks.count)
  }

  private mutating func appendBlock(_ value: JSONValue) {
    let quoted = UInt8(clamping: value["quoted"]?.integer ?? 0)
    let level = UInt8(clamping: value["level"]?.integer ?? 0)
    let aside: UInt8 = value["aside"]?.bool == true ? 1 : 0
    switch value["kind"]?.string {
    case "heading": add(.heading, level: level, quoteDepth: quoted, value)
    case "quote": add(.paragraph, level: aside, quoteDepth: max(1, level), value)
    case "list": appendItems(value, quoteDepth: quoted)
    case "code":
      let isPatch = value["language"]?.string == "diff"
      add(.code, level: isPatch ? 1 : 0, quoteDepth: quoted, value)
    case "table":
      let rows = UInt8(clamping: value["headingRows"]?.integer ?? 0)
      add(.table, level: rows, quoteDepth: quoted, value)
    case "image": appendImage(value, quoteDepth: quoted)
    case "embed": add(.embed, quoteDepth: quoted, value)
    case "rule": blocks.append(Block(.rule, quoteDepth: quoted, text: .empty))
    default: add(.paragraph, level: aside, quoteDepth: quoted, value)
    }
  }

  private mutating func add(
    _ kind: Block.Kind,
    level: UInt8 = 0,
    quoteDepth: UInt8 = 0,
    _ value: JSONValue
  ) {
    let text = append(value["text"])
    let first = Int32(spans.count)
    place(stretches(value), from: 0, in: text)
    blocks.append(
      Block(
        kind,
        level: level,
        quoteDepth: quoteDepth,
        text: text,
        spans: first..<Int32(spans.count)
      )
    )
  }

  /// Appends the items of a list, whose spans are counted in their texts joined by line breaks.
  private mutating func appendItems(_ value: JSONValue, quoteDepth: UInt8) {
    let stretches = stretches(value)
    var base = 0
    for item in value["items"].map({ Array($0.elements) }) ?? [] {
      let text = append(item["text"])
      let first = Int32(spans.count)
      base += place(stretches, from: base, in: text) + 1
      blocks.append(
        Block(
          .listItem,
          level: UInt8(clamping: item["level"]?.integer ?? 0),
          quoteDepth: quoteDepth,
          ordinal: item["number"]?.integer.map { Int32(clamping: $0) },
          text: text,
          spans: first..<Int32(spans.count)
        )
      )
    }
  }

  /// Appends an image: with a description, a caption, or neither, and then by its file's name.
  private mutating func appendImage(_ value: JSONValue, quoteDepth: UInt8) {
    let isDescribed = value["alt"]?.kind == .string
    let hasCaption = value["text"]?.kind == .string
    let url = append(value["url"])
    let text =
      isDescribed
      ? append(value["alt"]) : hasCaption ? append(value["text"]) : fileName(of: url)
    let first = Int32(spans.count)
    let inside = stretches(value)
    if inside.contains(where: { $0.kind == .image }) || isDescribed || hasCaption {
      place(inside, from: 0, in: text)
    } else {
      spans.append(Span(.image, text: text, url: url))
    }
    blocks.append(
      Block(
        .image,
        level: isDescribed ? 1 : hasCaption ? 0 : 2,
        quoteDepth: quoteDepth,
        text: text,
        spans: first..<Int32(spans.count)
      )
    )
  }

  private func fileName(of url: TextRange) -> TextRange {
    let address = bytes[url.offsets].prefix { $0 != 0x3F && $0 != 0x23 }
    let name = address.split(separator: 0x2F).last ?? []
    return name.isEmpty ? .empty : TextRange(name.startIndex, name.endIndex)
  }

  private func stretches(_ value: JSONValue) -> [Stretch] {
    (value["spans"].map { Array($0.elements) } ?? []).compactMap { span in
      guard let kind = span["kind"]?.string.flatMap(Span.Kind.init(exported:)),
        let start = span["start"]?.integer, let length = span["length"]?.integer,
        0...Int64(Int32.max) ~= start, 0...Int64(Int32.max) ~= length
      else { return nil }
      return Stretch(kind: kind, range: Int(start)..<Int(start + length), url: span["url"])
    }
  }

  /// Adds those of `stretches` that begin in a text whose first scalar is number `base`; returns how
  /// many scalars it has.
  ///
  /// One that reaches out of the one around it, or begins before the one before it, ends there or is
  /// left out.
  @discardableResult
  private mutating func place(
    _ stretches: [Stretch],
    from base: Int,
    in text: TextRange
  ) -> Int {
    var starts: [Int] = []
    for offset in text.offsets where bytes[offset] & 0xC0 != 0x80 { starts.append(offset) }
    let count = starts.count
    starts.append(Int(text.end))
    var open: [Range<Int>] = []
    var last = base
    for stretch in stretches
    where last..<base + max(1, count) ~= stretch.range.lowerBound {
      let start = stretch.range.lowerBound
      while let around = open.last, around.upperBound <= start { open.removeLast() }
      let end = min(stretch.range.upperBound, open.last?.upperBound ?? base + count)
      guard start < end else { continue }
      last = start
      open.append(start..<end)
      let range = TextRange(starts[start - base], starts[end - base])
      spans.append(Span(stretch.kind, text: range, url: append(stretch.url)))
    }
    return count
  }
}

extension Span.Kind {
  /// What an export calls a kind.
  fileprivate init?(exported word: String) {
    switch word {
    case "link": self = .link
    case "emphasis": self = .emphasis
    case "strong": self = .strong
    case "code": self = .code
    case "strikethrough": self = .strikethrough
    case "image": self = .image
    case "spoiler": self = .spoiler
    default: return nil
    }
  }
}
