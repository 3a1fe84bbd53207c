import DocumentParsing

/// A message taken apart: its parts, each before those inside of it.
struct MessageParts {
  /// The most parts that are kept, and how deep they may be nested; what is deeper is a leaf.
  private static let (partLimit, depthLimit) = (1000, 32)

  /// The parts, the message itself first.
  private(set) var parts: [MessagePart] = []
  /// Whether there were more parts, or deeper ones.
  private(set) var isCut = false
  /// Whether the message ends before the line that ends its parts.
  private(set) var isUnfinished = false

  /// A part that may hold others, and the line that parts them; none for a message.
  private struct Level {
    let part: Int
    let boundary: [UInt8]?
  }

  private let bytes: UnsafeRawBufferPointer
  private var open: [Level] = []
  /// The leaf being read.
  private var leaf: Int?

  /// Takes apart the message in `range`; a part whose end is missing ends with what it is in.
  ///
  /// O(length); no recursion.
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.bytes = bytes
    var offset = begin(at: range.lowerBound, upTo: range.upperBound)
    while !open.isEmpty, offset < range.upperBound {
      let line = offset..<(bytes.first(0x0A, in: offset..<range.upperBound) ?? range.upperBound)
      let next = min(line.upperBound + 1, range.upperBound)
      guard let (level, isLast) = delimiter(line) else {
        offset = next
        continue
      }
      close(to: level + (isLast ? 0 : 1), at: contentEnd(before: offset, from: range.lowerBound))
      if isLast {
        open.removeSubrange(level...)
        offset = next
      } else {
        offset = begin(at: next, upTo: range.upperBound)
      }
    }
    isUnfinished = open.contains { $0.boundary != nil }
    close(to: 0, at: range.upperBound)
  }

  /// The line break before a delimiter belongs to it.
  private func contentEnd(before offset: Int, from start: Int) -> Int {
    let line = bytes.withoutReturn(start..<max(start, offset - 1))
    return line.upperBound
  }

  /// Begins a part whose header stands at `offset`; returns where to read on.
  private mutating func begin(at start: Int, upTo limit: Int) -> Int {
    var offset = start
    while true {
      let fields = HeaderFields(bytes, in: offset..<limit)
      offset = fields.end
      guard parts.count < Self.partLimit else {
        isCut = true
        return offset
      }
      let part = makePart(fields)
      parts.append(part)
      switch part.structure {
      case .leaf:
        leaf = parts.count - 1
        return offset
      case .multipart:
        open.append(Level(part: parts.count - 1, boundary: part.type.bytes("boundary")))
        return offset
      case .message:
        // Its header follows.
        open.append(Level(part: parts.count - 1, boundary: nil))
      }
    }
  }

  private mutating func makePart(_ fields: HeaderFields) -> MessagePart {
    let parent = open.last?.part
    var type = ContentField(fields.unfolded("content-type", in: bytes) ?? [])
    if type.value.isEmpty {
      let isDigest = parent.map { parts[$0].type.value == "multipart/digest" } ?? false
      type = ContentField(Array((isDigest ? "message/rfc822" : "text/plain").utf8))
    }
    let named = fields.unfolded("content-transfer-encoding", in: bytes) ?? []
    let encoding = TransferEncoding(
      named: String(decoding: named.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
    )
    var structure = MessagePart.Structure.leaf
    if type.value.hasPrefix("multipart/"), type.bytes("boundary")?.isEmpty == false {
      structure = .multipart
    } else if type.value == "message/rfc822" || type.value == "message/global",
      case .identity = encoding
    {
      structure = .message
    }
    if structure != .leaf, open.count >= Self.depthLimit {
      isCut = true
      structure = .leaf
    }
    let inMessage = parent.map { parts[$0].structure == .message } ?? false
    return MessagePart(
      parent: parent,
      structure: structure,
      fields: fields,
      type: type,
      disposition: ContentField(fields.unfolded("content-disposition", in: bytes) ?? []),
      encoding: encoding,
      quoteDepth: (parent.map { parts[$0].quoteDepth } ?? 0) + (inMessage ? 1 : 0),
      body: fields.end..<fields.end,
      end: parts.count + 1
    )
  }

  /// The level whose parts `line` parts, and whether it ends them; `nil` if it is text.
  private func delimiter(_ line: Range<Int>) -> (level: Int, isLast: Bool)? {
    guard line.count > 2, bytes[line.lowerBound] == 0x2D, bytes[line.lowerBound + 1] == 0x2D else {
      return nil
    }
    let text = line.lowerBound + 2..<bytes.trimmed(bytes.withoutReturn(line)).upperBound
    for (index, level) in open.enumerated().reversed() {
      guard let boundary = level.boundary, bytes.starts(text, with: boundary) else { continue }
      let rest = text.dropFirst(boundary.count)
      if rest.isEmpty { return (index, false) }
      if rest.count == 2, bytes[rest.lowerBound] == 0x2D, bytes[rest.lowerBound + 1] == 0x2D {
        return (index, true)
      }
    }
    return nil
  }

  /// Ends what is open at `level` and deeper, at an offset.
  private mutating func close(to level: Int, at offset: Int) {
    if let leaf { end(leaf, at: offset) }
    leaf = nil
    guard level < open.count else { return }
    for level in open[level...] { end(level.part, at: offset) }
    open.removeSubrange(level...)
  }

  private mutating func end(_ part: Int, at offset: Int) {
    let start = parts[part].body.lowerBound
    parts[part].body = start..<max(start, offset)
    parts[part].end = parts.count
  }
}
