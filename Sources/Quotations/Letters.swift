import DocumentModel

/// A text without what quoting changes: its letters and digits alone, in lower case, and where in the
/// arena each stands.
struct Letters {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte, where in the arena its letter starts.
  private var places: [UInt32] = []

  /// Nothing.
  init() {}

  /// The letters of `range`.
  init(of range: Range<Int>, in arena: UnsafeRawBufferPointer) { read(range, in: arena) }

  /// Takes the letters of `range` of `arena` in place of those it has; O(length).
  mutating func read(_ range: Range<Int>, in arena: UnsafeRawBufferPointer) {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = arena[offset]
      let place = UInt32(offset)
      offset += 1
      switch byte {
      case 0x61...0x7A, 0x30...0x39: append(byte, place)
      case 0x41...0x5A: append(byte | 0x20, place)
      case 0xC0...:
        let start = offset - 1
        while offset < range.upperBound, arena[offset] & 0xC0 == 0x80 { offset += 1 }
        append(scalarIn: UnsafeRawBufferPointer(rebasing: arena[start..<offset]), place)
      default: break
      }
    }
  }

  private mutating func append(_ byte: UInt8, _ place: UInt32) {
    bytes.append(byte)
    places.append(place)
  }

  private mutating func append(scalarIn encoded: UnsafeRawBufferPointer, _ place: UInt32) {
    var iterator = encoded.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let parsed) = parser.parseScalar(from: &iterator) else { return }
    let scalar = Unicode.UTF8.decode(parsed).value
    guard LetterCase.isLetter(scalar), let lower = Unicode.Scalar(LetterCase.lower(scalar)),
      let units = UTF8.encode(lower)
    else { return }
    for unit in units { append(unit, place) }
  }

  /// The text of the arena from the letter at `start` up to the one before `end`.
  func text(from start: Int, to end: Int, in arena: UnsafeRawBufferPointer) -> TextRange {
    var last = Int(places[end - 1]) + 1
    while last < arena.count, arena[last] & 0xC0 == 0x80 { last += 1 }
    return TextRange(Int(places[start]), last)
  }
}
