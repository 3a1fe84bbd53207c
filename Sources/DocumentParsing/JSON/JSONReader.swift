/// Reads a JSON text into the nodes of a `JSONTree`, without recursion.
struct JSONReader {
  private(set) var nodes: [JSONTree.Node] = []
  private(set) var errorOffset: Int?
  /// Whether there are more values than are read.
  private(set) var isCut = false

  private static let depthLimit = 100_000
  /// How many values any text may have, and the bytes that allow one more where a text is large.
  private static let (valueLimit, bytesPerValue) = (2_000_000, 10)
  private let bytes: UnsafeRawBufferPointer
  /// Where the next value would begin.
  private(set) var position = 0
  /// The objects and arrays that are open.
  private var open: [Int] = []

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func run() {
    guard bytes.count < Int(UInt32.max) else { return fail() }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let limit = max(Self.valueLimit, bytes.count / Self.bytesPerValue)
    repeat {
      isCut = nodes.count >= limit
      guard isCut ? fail() : readMember() else { break }
    } while !open.isEmpty
    while let last = open.popLast() { nodes[last].end = UInt32(nodes.count) }
  }

  /// Reads what may stand next: the end of what is open, or a value with its name.
  private mutating func readMember() -> Bool {
    skipBlanks()
    if let last = open.last {
      if take(0x2C) { skipBlanks() }
      if take(nodes[last].kind == .object ? 0x7D : 0x5D) {
        nodes[last].end = UInt32(nodes.count)
        open.removeLast()
        return true
      }
      if nodes[last].kind == .object {
        guard position < bytes.count, bytes[position] == 0x22, readString() else { return fail() }
        skipBlanks()
        guard take(0x3A) else { return fail() }
        skipBlanks()
      }
    }
    return readValue()
  }

  private mutating func readValue() -> Bool {
    guard position < bytes.count else { return fail() }
    switch bytes[position] {
    case 0x22: return readString()
    case 0x7B: return begin(.object)
    case 0x5B: return begin(.array)
    case 0x2D, 0x30...0x39: return readNumber()
    case 0x74: return readWord("true", .true)
    case 0x66: return readWord("false", .false)
    case 0x6E: return readWord("null", .null)
    default: return fail()
    }
  }

  private mutating func begin(_ kind: JSONValue.Kind) -> Bool {
    guard open.count < Self.depthLimit else { return fail() }
    open.append(nodes.count)
    nodes.append(JSONTree.Node(kind: kind, start: UInt32(position)))
    position += 1
    return true
  }

  private mutating func readString() -> Bool {
    let start = position + 1
    var (end, isEscaped) = (start, false)
    while end < bytes.count, bytes[end] != 0x22 {
      if bytes[end] == 0x5C {
        isEscaped = true
        end += 1
      }
      end += 1
    }
    guard end < bytes.count else { return fail() }
    add(.string, start..<end, isEscaped: isEscaped)
    position = end + 1
    return true
  }

  private mutating func readNumber() -> Bool {
    var end = position
    while end < bytes.count, Self.isOfNumber(bytes[end]) { end += 1 }
    add(.number, position..<end)
    position = end
    return true
  }

  private mutating func readWord(_ word: StaticString, _ kind: JSONValue.Kind) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count else { return fail() }
    let isWord = word.withUTF8Buffer { bytes[position..<end].elementsEqual($0) }
    guard isWord else { return fail() }
    add(kind, position..<end)
    position = end
    return true
  }

  private mutating func add(_ kind: JSONValue.Kind, _ range: Range<Int>, isEscaped: Bool = false) {
    nodes.append(
      JSONTree.Node(
        kind: kind,
        start: UInt32(range.lowerBound),
        count: UInt32(range.count),
        end: UInt32(nodes.count + 1),
        isEscaped: isEscaped
      )
    )
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func fail() -> Bool {
    errorOffset = position
    return false
  }

  private mutating func fail() { errorOffset = position }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x45, 0x65: true
    default: false
    }
  }
}
