/// A fast search for the lead bytes of a set of scalars in UTF-8.
///
/// Compares 64 bytes at a time with one group of sixteen bytes and up to three others. Sets that do
/// not fit are widened to all lead bytes.
struct LeadByteFilter: Sendable {
  private typealias Lanes = SIMD16<UInt8>

  private let wanted: [Bool]
  /// The group: bytes that have these four high bits.
  private let group: UInt8
  private let first: UInt8
  private let second: UInt8
  private let third: UInt8
  private let isWide: Bool

  /// A filter for the bytes whose entry in `wanted`, of 256, is set; all must be 0xC2 or above.
  init(_ wanted: [Bool]) {
    let bytes = (UInt8(0xC0)...0xFF).filter { wanted[Int($0)] }
    let groups = Dictionary(grouping: bytes) { $0 & 0xF0 }
    let largest = groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? 0xC0
    let rest = bytes.filter { $0 & 0xF0 != largest }
    self.wanted = wanted
    isWide = rest.count > 3
    group = largest
    first = rest.first ?? largest
    second = rest.dropFirst().first ?? first
    third = rest.dropFirst(2).first ?? first
  }

  /// The first wanted byte in `bytes[start..<end]`, `nil` if there is none.
  func first(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
    guard start < end, end <= bytes.count, let base = bytes.baseAddress else { return nil }
    return wanted.withUnsafeBufferPointer { wanted in
      var index = start
      while index < end {
        index =
          isWide
          ? skip(base, from: index, to: end, wide: true)
          : skip(base, from: index, to: end, wide: false)
        var starts = Self.starts(base + index, min(end - index, 64))
        while starts != 0 {
          let place = index + starts.trailingZeroBitCount
          if wanted[Int(base.load(fromByteOffset: place, as: UInt8.self))] { return place }
          starts &= starts - 1
        }
        index += 64
      }
      return nil
    }
  }

  /// A bit for each of the `count` bytes at `bytes`, at most 64, whose two high bits are set.
  @inline(__always)
  private static func starts(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var bits: UInt64 = 0
    guard count == 64 else {
      for offset in 0..<count where bytes.load(fromByteOffset: offset, as: UInt8.self) >= 0xC0 {
        bits |= 1 << UInt64(offset)
      }
      return bits
    }
    for offset in stride(from: UInt64(0), to: 64, by: 8) {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: Int(offset), as: UInt64.self)
      )
      let highs = (word & (word << 1) & 0x8080_8080_8080_8080) >> 7
      // The product gathers the eight bits in its highest byte.
      bits |= ((highs &* 0x0102_0408_1020_4080) >> 56) << offset
    }
    return bits
  }

  /// The first 64 bytes from `index` on that may hold a wanted one, or the rest shorter than that.
  @inline(__always)
  private func skip(
    _ base: UnsafeRawPointer,
    from index: Int,
    to end: Int,
    wide: Bool
  ) -> Int {
    let group = Lanes(repeating: group)
    let (first, second) = (Lanes(repeating: first), Lanes(repeating: second))
    let third = Lanes(repeating: third)
    let high = Lanes(repeating: 0xF0)
    var bytes = base + index
    var left = end - index
    while left >= 64 {
      var found = SIMDMask<SIMD16<Int8>>(repeating: false)
      for offset in stride(from: 0, to: 64, by: 16) {
        let lanes = bytes.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
        found .|= wide
          ? lanes .>= Lanes(repeating: 0xC0)
          : (((lanes & high) .== group) .| (lanes .== first))
          .| ((lanes .== second) .| (lanes .== third))
      }
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves[0] | halves[1] != 0 { break }
      bytes += 64
      left &-= 64
    }
    return end &- left
  }
}
