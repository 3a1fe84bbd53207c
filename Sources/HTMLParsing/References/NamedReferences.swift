import Algorithms

/// The named character references, ready to be looked up.
struct NamedReferences: Sendable {
  /// What a name stands for.
  struct Match {
    /// The number of bytes of the name, its semicolon included.
    let count: Int
    let endsInSemicolon: Bool
    let scalars: [UInt32]
  }

  /// The table of the standard, read once.
  static let standard = NamedReferences()

  /// `name=scalars` of all names, in the order of their bytes.
  private var table: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: NamedReferenceTable.text.utf8Start,
      count: NamedReferenceTable.text.utf8CodeUnitCount
    )
  }
  /// Where each name begins in `table`, and what would be the next one's.
  private var starts: [Int] = []

  private init() {
    starts.reserveCapacity(2300)
    starts.append(0)
    for offset in table.indices where table[offset] == 0x20 { starts.append(offset + 1) }
    starts.append(table.count + 1)
  }

  /// The number of names.
  var count: Int { starts.count - 1 }

  /// The name of a number, for tests.
  func name(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    entry(index).prefix { $0 != 0x3D }
  }

  /// The scalars of a number, which the table has in hexadecimal.
  func scalars(_ index: Int) -> [UInt32] {
    entry(index).drop { $0 != 0x3D }.dropFirst().split(separator: 0x2C).map { digits in
      digits.reduce(UInt32(0)) { $0 << 4 | UInt32(($1 & 0xF) + ($1 > 0x39 ? 9 : 0)) }
    }
  }

  private func entry(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    table[starts[index]..<(starts[index + 1] - 1)]
  }

  /// The longest name that `text` begins with.
  ///
  /// The names that agree with the text so far are a range that each further byte narrows; at most
  /// 32 bytes are read.
  func longestMatch(_ text: UnsafeBufferPointer<UInt8>) -> Match? {
    var low = 0
    var high = self.count
    var found: (index: Int, count: Int)?
    for (offset, byte) in text.enumerated() {
      low = (low..<high).partitioningIndex { self.byte(of: $0, at: offset) >= Int(byte) }
      high = (low..<high).partitioningIndex { self.byte(of: $0, at: offset) > Int(byte) }
      guard low < high else { break }
      if self.byte(of: low, at: offset + 1) < 0 { found = (low, offset + 1) }
    }
    return found.map {
      Match(
        count: $0.count,
        endsInSemicolon: text[$0.count - 1] == 0x3B,
        scalars: scalars($0.index)
      )
    }
  }

  /// A byte of a name, -1 behind its end; the name must have a byte before `offset`.
  private func byte(of index: Int, at offset: Int) -> Int {
    let byte = table[starts[index] + offset]
    return byte == 0x3D ? -1 : Int(byte)
  }
}
