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

  /// Takes the letters of `range` of `arena` in place of those it has; O(length).
  mutating func read(_ range: Range<Int>, in arena: UnsafeRawBufferPointer) {
    let most = Self.mostBytes(of: range)
    bytes = Array(unsafeUninitializedCapacity: most) { bytes, count in
      places = Array(unsafeUninitializedCapacity: most) { places, placeCount in
        Self.forEach(in: range, of: arena) { byte, place in
          bytes.initializeElement(at: count, to: byte)
          places.initializeElement(at: count, to: UInt32(place))
          count += 1
        }
        placeCount = count
      }
    }
  }

  /// The letters of `range` of `arena` alone; O(length).
  static func bytes(of range: Range<Int>, in arena: UnsafeRawBufferPointer) -> [UInt8] {
    Array(unsafeUninitializedCapacity: mostBytes(of: range)) { bytes, count in
      forEach(in: range, of: arena) { byte, _ in
        bytes.initializeElement(at: count, to: byte)
        count += 1
      }
    }
  }

  /// How many bytes the letters of `range` have at most: small letters may have one more than capitals.
  private static func mostBytes(of range: Range<Int>) -> Int { range.count * 2 }

  /// Calls `body` with each byte of the letters in lower case, and where its letter starts.
  @inline(__always)
  private static func forEach(
    in range: Range<Int>,
    of arena: UnsafeRawBufferPointer,
    _ body: (UInt8, Int) -> Void
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (byte, place) = (arena[offset], offset)
      offset += 1
      switch byte {
      case 0x61...0x7A, 0x30...0x39: body(byte, place)
      case 0x41...0x5A: body(byte | 0x20, place)
      case 0xC0...:
        while offset < range.upperBound, arena[offset] & 0xC0 == 0x80 { offset += 1 }
        guard let units = lower(UnsafeRawBufferPointer(rebasing: arena[place..<offset])) else {
          break
        }
        for unit in units { body(unit, place) }
      default: break
      }
    }
  }

  /// The small letter of the scalar in `encoded`, `nil` if it is none.
  private static func lower(_ encoded: UnsafeRawBufferPointer) -> UTF8.EncodedScalar? {
    var iterator = encoded.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let parsed) = parser.parseScalar(from: &iterator) else { return nil }
    let scalar = Unicode.UTF8.decode(parsed).value
    guard LetterCase.isLetter(scalar), let lower = Unicode.Scalar(LetterCase.lower(scalar)) else {
      return nil
    }
    return UTF8.encode(lower)
  }

  /// The text of the arena from the letter at `start` up to the one before `end`.
  func text(from start: Int, to end: Int, in arena: UnsafeRawBufferPointer) -> TextRange {
    var last = Int(places[end - 1]) + 1
    while last < arena.count, arena[last] & 0xC0 == 0x80 { last += 1 }
    return TextRange(Int(places[start]), last)
  }
}
