import DocumentModel

/// Reads the lines of a page that may be dates.
///
/// A page prints all its dates in one format, so most lines differ from one read before in nothing
/// but their digits. Those lines are remembered, and only the numbers of the next are read anew.
public struct DateLineReader {
  private let bytes: UnsafeRawBufferPointer
  private var known: [Known]

  /// A date that was read, and what its line looks like.
  private struct Known {
    var skeleton = DigitSkeleton()
    var date: DateLine?
  }

  /// How many unlike lines are remembered, a power of two: months by halves of the day by digits.
  private static let slots = 256

  /// A reader of lines of `bytes`.
  public init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    known = [Known](repeating: Known(), count: Self.slots)
  }

  /// Reads the line at `range` as `DateLine` does, if there is a digit in it.
  public mutating func read(_ range: Range<Int>) -> DateLine? {
    guard range.count >= 5 && range.count <= DateLine.lengthLimit else { return nil }
    guard let skeleton = DigitSkeleton(bytes, range) else {
      return bytes.holdsDigit(range) ? DateLine(bytes, bytes.trimmed(range)) : nil
    }
    guard skeleton.hasDigits else { return nil }
    let slot = Int(truncatingIfNeeded: skeleton.hash) & (Self.slots - 1)
    if let date = known[slot].date, known[slot].skeleton == skeleton {
      var offset = range.lowerBound
      return date.replacingNumbers { bytes.nextNumber(&offset) }
    }
    guard let date = DateLine(bytes, bytes.trimmed(range)) else { return nil }
    // A number with the sign of a month behind it means one thing or another by its value.
    if bytes.countNumbers(range) == date.count, !bytes.holdsMonthSign(range) {
      known[slot] = Known(skeleton: skeleton, date: date)
    }
    return date
  }
}

/// A line of 8 to 40 bytes with its digits blotted out.
struct DigitSkeleton: Equatable {
  private var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
  private var length = 0
  /// Whether there was a digit.
  private(set) var hasDigits = false

  /// The skeleton of no line.
  init() {}

  /// The skeleton of the line at `range`, `nil` if it is too short or too long.
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard range.count >= 8 && range.count <= 40 else { return nil }
    length = range.count
    // The last word begins early enough to end with the line.
    let last = range.upperBound - 8
    var digits: UInt64 = 0
    func word(_ place: Int) -> UInt64 {
      let offset = min(range.lowerBound + place * 8, last)
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let tops = word.topsOfDigits
      digits |= tops
      return word & ~(tops >> 7 &* 0x0F)
    }
    words.0 = word(0)
    words.1 = word(1)
    if length > 16 {
      words.2 = word(2)
      words.3 = word(3)
      words.4 = word(4)
    }
    hasDigits = digits != 0
  }

  /// A hash of the line.
  var hash: UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = words.0 &* factor
    hash = (hash ^ hash >> 32 ^ words.1) &* factor
    hash = (hash ^ hash >> 32 ^ words.2) &* factor
    hash = (hash ^ hash >> 32 ^ words.4) &* factor
    return hash ^ hash >> 32
  }

  static func == (left: DigitSkeleton, right: DigitSkeleton) -> Bool {
    left.length == right.length && left.words == right.words
  }
}

extension UInt64 {
  /// The top bits of the bytes that are ASCII digits.
  fileprivate var topsOfDigits: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = self & (ones &* 0x7F)
    return (low &+ (ones &* 0x50)) & ~(low &+ (ones &* 0x46)) & ~self & (ones &* 0x80)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether an ASCII digit stands in `range`.
  fileprivate func holdsDigit(_ range: Range<Int>) -> Bool {
    range.contains { 0x30...0x39 ~= self[$0] }
  }

  /// Whether 月 or 월 stands in `range`.
  fileprivate func holdsMonthSign(_ range: Range<Int>) -> Bool {
    range.contains { starts($0..<range.upperBound, with: [0xE6, 0x9C, 0x88]) }
      || range.contains { starts($0..<range.upperBound, with: [0xEC, 0x9B, 0x94]) }
  }

  /// How many runs of digits stand in `range`.
  fileprivate func countNumbers(_ range: Range<Int>) -> Int {
    range.count { offset in
      0x30...0x39 ~= self[offset]
        && (offset == range.lowerBound || !(0x30...0x39 ~= self[offset - 1]))
    }
  }

  /// The number that begins at or after `offset`, which is moved behind it; there must be one.
  fileprivate func nextNumber(_ offset: inout Int) -> Int {
    while offset < count, !(0x30...0x39 ~= self[offset]) { offset += 1 }
    var value = 0
    while offset < count, 0x30...0x39 ~= self[offset] {
      value = value * 10 + Int(self[offset] - 0x30)
      offset += 1
    }
    return value
  }
}
