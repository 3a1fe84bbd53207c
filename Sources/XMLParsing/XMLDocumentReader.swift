import CExpat
import DocumentParsing

/// Reads a document with expat, into a builder.
///
/// Entities that a document declares are expanded by expat, within its protection against those that
/// multiply; nothing outside the document is loaded.
struct XMLDocumentReader {
  /// The elements of which a source holds many, each a part that can be read by itself.
  private static let records = ["item", "entry", "post", "thread", "page", "outline"]
  /// The elements around records, and which records those are.
  private static let containers = [
    "channel": "item", "RDF": "item", "feed": "entry", "disqus": "post", "mediawiki": "page",
    "body": "outline",
  ]
  /// How often reading is taken up again.
  private static let resumptionLimit = 10_000
  /// The number of bytes that expat, which copies them, is given at a time: few where reading is taken
  /// up again, since it may stop soon, and twice as many each time, up to the most.
  private static let (leastChunk, mostChunk) = (1 << 12, 1 << 20)
  /// How much longer entities may make a document, and the size from which that is watched.
  private static let amplification: Float = 8
  private static let amplificationStart: UInt64 = 1 << 20

  let builder: XMLTreeBuilder
  /// The first place where the document is not well-formed.
  private(set) var fault: XMLFault?
  private var resumptions = 0
  private let document: UnsafeRawBufferPointer

  /// Reads all of `document`, which is UTF-8.
  ///
  /// O(length). Behind a place that is not well-formed, reading goes on with the next record.
  init(_ document: UnsafeRawBufferPointer) {
    self.document = document
    builder = XMLTreeBuilder(bytes: document.count)
    var start: Int? = document.firstIndex(of: 0x3C)
    var isFirst = true
    while let offset = start {
      guard let stop = parse(from: offset, isFirst: isFirst) else { break }
      isFirst = false
      start = resume(after: stop)
    }
    builder.end(toDepth: 0)
  }

  /// Parses from `start`; returns the offset of what is not well-formed, nil if all was read.
  private mutating func parse(from start: Int, isFirst: Bool) -> Int? {
    guard let parser = XML_ParserCreate("UTF-8") else { return nil }
    defer { XML_ParserFree(parser) }
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, Self.amplification)
    XML_SetBillionLaughsAttackProtectionActivationThreshold(parser, Self.amplificationStart)
    // Records that follow each other want an element around them.
    var before = 0
    if !isFirst {
      before = 3
      _ = XML_Parse(parser, "<r>", 3, 0)
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name else { return }
        XMLDocumentReader.builder(data)?.begin(name, attributes)
      },
      { data, _ in XMLDocumentReader.builder(data)?.end() }
    )
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        let bytes = UnsafeBufferPointer(start: $0, count: Int(count))
        XMLDocumentReader.builder(data)?.append(bytes)
      }
    }
    var offset = start
    var size = isFirst ? Self.mostChunk : Self.leastChunk
    while offset < document.count {
      let end = min(offset + size, document.count)
      size = min(2 * size, Self.mostChunk)
      let chunk = UnsafeRawBufferPointer(rebasing: document[offset..<end])
      let isLast: Int32 = end == document.count ? 1 : 0
      let status = XML_Parse(
        parser,
        chunk.bindMemory(to: CChar.self).baseAddress,
        Int32(chunk.count),
        isLast
      )
      guard status == XML_STATUS_OK else {
        let stop = min(document.count, start + Int(XML_GetCurrentByteIndex(parser)) - before)
        note(XML_GetErrorCode(parser), at: max(start, stop))
        return max(start, stop)
      }
      if builder.isCut { return nil }
      offset = end
    }
    return nil
  }

  private mutating func note(_ error: XML_Error, at offset: Int) {
    guard fault == nil else { return }
    let line = document[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let row = Self.outcomes.first { $0.error == error }
    fault = XMLFault(line: line, outcome: row?.outcome ?? .leftOut, mending: row?.mending ?? .none)
  }

  /// The errors that are more than a place to be left out.
  private static let outcomes:
    [(error: XML_Error, outcome: XMLFault.Outcome, mending: XMLFault.Mending)] = [
      (XML_ERROR_NO_ELEMENTS, .end, .none),
      (XML_ERROR_UNCLOSED_TOKEN, .end, .none),
      (XML_ERROR_PARTIAL_CHAR, .end, .none),
      (XML_ERROR_UNCLOSED_CDATA_SECTION, .end, .none),
      (XML_ERROR_UNDEFINED_ENTITY, .leftOut, .name),
      (XML_ERROR_INVALID_TOKEN, .leftOut, .mark),
      (XML_ERROR_SYNTAX, .leftOut, .mark),
      (XML_ERROR_BAD_CHAR_REF, .leftOut, .mark),
    ]

  /// Where reading goes on after `stop`: at the next record like the one that breaks there.
  private mutating func resume(after stop: Int) -> Int? {
    guard resumptions < Self.resumptionLimit else { return nil }
    resumptions += 1
    let open = builder.open.map(localName)
    if let depth = open.firstIndex(where: Self.records.contains) {
      builder.end(toDepth: depth)
      return nextRecord(open[depth], after: stop)
    }
    guard let depth = open.lastIndex(where: { Self.containers[$0] != nil }) else { return nil }
    builder.end(toDepth: depth + 1)
    return Self.containers[open[depth]].flatMap { nextRecord($0, after: stop) }
  }

  private func localName(_ element: Int) -> String {
    let name = builder.names.names[Int(builder.nodes[element].name)]
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  /// Where the next start tag of an element of this name stands.
  private func nextRecord(_ name: String, after start: Int) -> Int? {
    let name = Array(name.utf8)
    var offset = start
    while let mark = document.first(0x3C, in: offset..<document.count) {
      let end = mark + 1 + name.count
      if end < document.count, document[(mark + 1)..<end].elementsEqual(name),
        document[end] <= 0x20 || document[end] == 0x3E
      {
        return mark
      }
      offset = mark + 1
    }
    return nil
  }

  private static func builder(_ data: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    data.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}
