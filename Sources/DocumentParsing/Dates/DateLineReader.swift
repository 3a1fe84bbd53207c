import DocumentModel

/// Reads the lines of a page that may be dates.
///
/// A page prints all its dates in one format, so most lines differ from one read before in nothing
/// but their digits. Those lines are remembered, and only the numbers of the next are read anew.
package struct DateLineReader {
  private let bytes: UnsafeRawBufferPointer
  private let policy: DatePolicy
  private var known: [Known]
  /// The latest line with digits that is no date: pages print names twice, one below the other.
  private var refused = DigitSkeleton()

  /// A date that was read, and what its line looks like.
  private struct Known {
    var skeleton = DigitSkeleton()
    var numbers = NumberPlaces()
    var date: DateLine?
  }

  /// How many unlike lines are remembered, a power of two: months by halves of the day by digits.
  private static let slots = 256

  /// A reader of lines of `bytes`.
  package init(_ bytes: UnsafeRawBufferPointer, policy: DatePolicy = DatePolicy()) {
    self.bytes = bytes
    self.policy = policy
    known = [Known](repeating: Known(), count: Self.slots)
  }

  /// Reads the line at `range` as `DateLine` does, if there is a digit in it.
  package mutating func read(_ range: Range<Int>) -> DateLine? {
    guard range.count >= DateLine.leastLength && range.count <= policy.longestLine else {
      return nil
    }
    guard let skeleton = DigitSkeleton(bytes, range) else {
      return bytes.holdsDigit(range) ? DateLine(bytes, bytes.trimmed(range), policy: policy) : nil
    }
    return skeleton.hasDigits ? read(range, skeleton) : nil
  }

  private mutating func read(_ range: Range<Int>, _ skeleton: DigitSkeleton) -> DateLine? {
    let slot = Int(truncatingIfNeeded: skeleton.hash) & (Self.slots - 1)
    if known[slot].skeleton == skeleton, var date = known[slot].date {
      let numbers = known[slot].numbers
      date.replaceNumbers { numbers.value($0, in: bytes, from: range.lowerBound) }
      return date
    }
    guard skeleton != refused else { return nil }
    let date = DateLine(bytes, bytes.trimmed(range), policy: policy)
    // A number with the sign of a month behind it means one thing or another by its value.
    guard !bytes.holdsMonthSign(range) else { return date }
    if let date {
      if let numbers = NumberPlaces(bytes, range), numbers.count == date.count {
        known[slot] = Known(skeleton: skeleton, numbers: numbers, date: date)
      }
    } else {
      refused = skeleton
    }
    return date
  }
}

/// Where the numbers of a line stand: at most eight, in the first 255 bytes.
private struct NumberPlaces {
  /// Where each begins and ends, a byte for each number.
  private var starts: UInt64 = 0
  private var ends: UInt64 = 0
  private(set) var count = 0

  /// No numbers.
  init() {}

  /// The runs of digits in the line at `range`, `nil` if they are too many.
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, 0x30...0x39 ~= bytes[offset] { offset += 1 }
      if offset > start {
        guard count < 8, offset - range.lowerBound <= 255 else { return nil }
        starts |= UInt64(start - range.lowerBound) << UInt64(count * 8)
        ends |= UInt64(offset - range.lowerBound) << UInt64(count * 8)
        count += 1
      }
      offset += 1
    }
  }

  /// The number at `index` of a line like this that begins at offset `line`.
  @inline(__always)
  func value(_ index: Int, in bytes: UnsafeRawBufferPointer, from line: Int) -> Int {
    let shift = UInt64(truncatingIfNeeded: index * 8)
    let start = line + Int(truncatingIfNeeded: (starts >> shift) & 0xFF)
    let end = line + Int(truncatingIfNeeded: (ends >> shift) & 0xFF)
    return bytes.decimal(start..<end)
  }
}

extension UnsafeRawBufferPointer {
  /// The number the digits of `range`, one to four, stand for.
  ///
  /// Multiplies neighbours together, all at once, which needs no loop.
  @inline(__always)
  fileprivate func decimal(_ range: Range<Int>) -> Int {
    guard range.upperBound >= 4 else {
      return range.reduce(0) { $0 * 10 + Int(self[$1] & 0x0F) }
    }
    let word = loadUnaligned(fromByteOffset: range.upperBound - 4, as: UInt32.self).littleEndian
    let digits = word & (0x0F0F_0F0F &<< UInt32(truncatingIfNeeded: (4 &- range.count) &* 8))
    let pairs = ((digits &* (10 << 8 + 1)) >> 8) & 0x00FF_00FF
    return Int((pairs &* (100 << 16 + 1)) >> 16)
  }

  /// Whether an ASCII digit stands in `range`.
  fileprivate func holdsDigit(_ range: Range<Int>) -> Bool {
    range.contains { 0x30...0x39 ~= self[$0] }
  }

  /// Whether 月 or 월 stands in `range`.
  fileprivate func holdsMonthSign(_ range: Range<Int>) -> Bool {
    holds(0xE6, 0x9C, 0x88, in: range) || holds(0xEC, 0x9B, 0x94, in: range)
  }

  private func holds(_ lead: UInt8, _ second: UInt8, _ third: UInt8, in range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while let offset = first(lead, in: from..<range.upperBound) {
      if offset + 2 < range.upperBound, self[offset + 1] == second, self[offset + 2] == third {
        return true
      }
      from = offset + 1
    }
    return false
  }
}
