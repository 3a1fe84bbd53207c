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

  private var names: [UInt8] = []
  /// Where each name begins in `names`, and the end of the last.
  private var starts: [Int] = [0]
  private var values: [[UInt32]] = []

  private init() {
    let text = UnsafeBufferPointer(
      start: NamedReferenceTable.text.utf8Start,
      count: NamedReferenceTable.text.utf8CodeUnitCount
    )
    for entry in text.split(separator: 0x20) {
      guard let equals = entry.firstIndex(of: 0x3D) else { continue }
      names.append(contentsOf: entry[..<equals])
      starts.append(names.count)
      values.append(
        entry[(equals + 1)...].split(separator: 0x2C).map { digits in
          digits.reduce(0) { $0 << 4 | UInt32(($1 & 0xF) + ($1 > 0x39 ? 9 : 0)) }
        }
      )
    }
  }

  /// The number of names.
  var count: Int { values.count }

  /// The name of a number, for tests.
  func name(_ index: Int) -> ArraySlice<UInt8> { names[starts[index]..<starts[index + 1]] }

  /// The scalars of a number, for tests.
  func scalars(_ index: Int) -> [UInt32] { values[index] }

  /// The longest name that `text` begins with.
  ///
  /// The names that agree with the text so far are a range that each further byte narrows; at most
  /// 32 bytes are read.
  func longestMatch(_ text: UnsafeBufferPointer<UInt8>) -> Match? {
    var low = 0
    var high = values.count
    var found: (index: Int, count: Int)?
    for (offset, byte) in text.enumerated() {
      low = bound(from: low, to: high) { self.byte(of: $0, at: offset) >= Int(byte) }
      high = bound(from: low, to: high) { self.byte(of: $0, at: offset) > Int(byte) }
      guard low < high else { break }
      if starts[low + 1] - starts[low] == offset + 1 { found = (low, offset + 1) }
    }
    return found.map {
      Match(
        count: $0.count,
        endsInSemicolon: names[starts[$0.index + 1] - 1] == 0x3B,
        scalars: values[$0.index]
      )
    }
  }

  /// The byte of a name, -1 behind its end.
  private func byte(of index: Int, at offset: Int) -> Int {
    let place = starts[index] + offset
    return place < starts[index + 1] ? Int(names[place]) : -1
  }

  private func bound(from low: Int, to high: Int, where isPast: (Int) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if isPast(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
