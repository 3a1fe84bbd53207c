import DocumentModel

/// A case-insensitive hash of letters: FNV-1a over lower-case scalars, then mixed.
struct CaseInsensitiveHash {
  private var hash = FNVHash()

  /// The hash of everything added so far.
  var value: UInt64 {
    var word = hash.value
    word = (word ^ (word >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return word ^ (word >> 32)
  }

  /// Adds a scalar in lower case.
  mutating func add(_ scalar: UInt32) { combine(UInt64(LetterCase.lower(scalar))) }

  /// Adds a number.
  mutating func combine(_ number: UInt64) { hash.combine(number) }

  /// The hash of one scalar.
  static func of(_ scalar: UInt32) -> UInt64 {
    var hash = CaseInsensitiveHash()
    hash.add(scalar)
    return hash.value
  }

  /// The hash of a name: of its letters and digits, or of all bytes if it has none.
  static func ofName(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var letters = LowercaseLetters(bytes, 0..<bytes.count)
    var hash = CaseInsensitiveHash()
    var isEmpty = true
    while let letter = letters.next() {
      hash.combine(UInt64(letter))
      isEmpty = false
    }
    guard isEmpty else { return hash.value }
    var all = CaseInsensitiveHash()
    for byte in bytes { all.combine(UInt64(byte)) }
    return all.value
  }
}

/// The letters and digits of a range of text, in lower case.
struct LowercaseLetters: IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var rest: Range<Int>

  /// The letters in `range` of `bytes`, which must live as long.
  init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    self.bytes = bytes
    rest = range
  }

  mutating func next() -> UInt32? {
    while !rest.isEmpty {
      let (scalar, length) = bytes.scalar(at: rest.lowerBound)
      rest = rest.lowerBound + length..<rest.upperBound
      let role = ScalarRole.of(scalar)
      if role == .part || role == .whole { return LetterCase.lower(scalar) }
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// The scalar that begins at `offset` of valid UTF-8, and how many bytes it takes.
  @inline(__always)
  func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(self[offset])
    guard first >= 0x80 else { return (first, 1) }
    func following(_ distance: Int) -> UInt32 { UInt32(self[offset + distance]) & 0x3F }
    if first < 0xE0 { return ((first & 0x1F) << 6 | following(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | following(1) << 6 | following(2), 3) }
    return ((first & 0x07) << 18 | following(1) << 12 | following(2) << 6 | following(3), 4)
  }
}
