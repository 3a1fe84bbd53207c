import DocumentModel

/// A set of comments, a bit each: folded ones, hidden ones.
public struct CommentSet: Hashable, Sendable {
  private var words: [UInt64]
  /// How many comments are in it.
  public private(set) var count = 0

  /// No comments, of a document that has `capacity`.
  public init(capacity: Int) {
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  /// All comments of a document that has `count`; O(comments / 64).
  init(all count: Int) {
    self.init(capacity: count)
    for word in words.indices { words[word] = .max }
    if count & 63 != 0 { words[words.count - 1] = 1 << UInt64(count & 63) - 1 }
    self.count = count
  }

  /// Those of `depths`, a comment's depth each, that are `depth` or more; O(comments), less than a
  /// tenth of a millisecond for 200,000.
  init(of depths: [UInt8], from depth: UInt8) {
    self.init(capacity: depths.count)
    depths.withUnsafeBytes { bytes in
      for word in words.indices {
        let start = word * 64
        var bits: UInt64 = 0
        if start + 64 <= bytes.count {
          for group in 0..<8 {
            let eight = bytes.loadUnaligned(fromByteOffset: start + group * 8, as: UInt64.self)
            bits |= Self.bits(of: UInt64(littleEndian: eight), from: depth) << UInt64(group * 8)
          }
        } else {
          for index in start..<bytes.count where bytes[index] >= depth {
            bits |= 1 << UInt64(index - start)
          }
        }
        words[word] = bits
        count += bits.nonzeroBitCount
      }
    }
  }

  /// A bit for each of the eight bytes that is `least` or more, the lowest byte's first.
  private static func bits(of bytes: UInt64, from least: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    let bound = ones &* UInt64(least)
    let difference = (bytes | tops) &- (bound & ~tops)
    let isMore = ((bytes & ~bound) | (~(bytes ^ bound) & difference)) & tops
    return ((isMore >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// Whether `id` is in it; O(1).
  public func contains(_ id: CommentID) -> Bool {
    guard id.index >> 6 < words.count else { return false }
    return words[id.index >> 6] & (1 << UInt64(id.index & 63)) != 0
  }

  /// Adds `id`; O(1).
  public mutating func insert(_ id: CommentID) {
    guard !contains(id), id.index >> 6 < words.count else { return }
    words[id.index >> 6] |= 1 << UInt64(id.index & 63)
    count += 1
  }

  /// Takes `id` out; O(1).
  public mutating func remove(_ id: CommentID) {
    guard contains(id) else { return }
    words[id.index >> 6] &= ~(1 << UInt64(id.index & 63))
    count -= 1
  }

  /// Takes out those whose index is in `range`; O(`range` / 64).
  mutating func remove(in range: Range<Int>) {
    var index = range.lowerBound
    while let found = first(in: index..<range.upperBound) {
      remove(CommentID(found))
      index = found + 1
    }
  }

  /// The index of the first of them in `range`, `nil` if there is none; O(`range` / 64).
  func first(in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, words.count * 64)
    guard range.lowerBound < end else { return nil }
    var word = range.lowerBound >> 6
    var bits = words[word] & (.max << UInt64(range.lowerBound & 63))
    while bits == 0 {
      word += 1
      guard word * 64 < end else { return nil }
      bits = words[word]
    }
    let found = word * 64 + bits.trailingZeroBitCount
    return found < end ? found : nil
  }

  /// The index of the last of them in `range`, `nil` if there is none; O(`range` / 64).
  func last(in range: Range<Int>) -> Int? {
    var end = min(range.upperBound, words.count * 64)
    while end > range.lowerBound {
      let word = (end - 1) >> 6
      let bits = words[word] << UInt64(word * 64 + 64 - end)
      if bits != 0 {
        let found = end - 1 - bits.leadingZeroBitCount
        return found >= range.lowerBound ? found : nil
      }
      end = word * 64
    }
    return nil
  }

  /// How many of them are in `range`; O(`range` / 64).
  func count(in range: Range<Int>) -> Int {
    let end = min(range.upperBound, words.count * 64)
    guard range.lowerBound < end else { return 0 }
    var count = 0
    for word in range.lowerBound >> 6...(end - 1) >> 6 {
      var bits = words[word]
      if word == range.lowerBound >> 6 { bits &= .max << UInt64(range.lowerBound & 63) }
      if word == (end - 1) >> 6 { bits &= .max >> UInt64(word * 64 + 64 - end) }
      count += bits.nonzeroBitCount
    }
    return count
  }

  /// The one before which there are `rank` others, the first or last where there is none; `nil` if
  /// the set is empty; O(comments / 64).
  func element(at rank: Int) -> CommentID? {
    guard !isEmpty else { return nil }
    var rest = Swift.min(Swift.max(0, rank), count - 1)
    for (index, word) in words.enumerated() {
      let here = word.nonzeroBitCount
      guard rest >= here else {
        var bits = word
        for _ in 0..<rest { bits &= bits - 1 }
        return CommentID(index * 64 + bits.trailingZeroBitCount)
      }
      rest -= here
    }
    return nil
  }

  /// Takes all out.
  public mutating func removeAll() {
    words = Array(repeating: 0, count: words.count)
    count = 0
  }
}

extension CommentSet {
  /// The outermost of them that is `id` or stands above it, `nil` if there is none.
  ///
  /// Looks up from `id` and down from its thread's root in turn, on the way down past whole
  /// subtrees, so that neither a deep chain nor a broad thread takes long: O(the shorter way).
  func outermost(about id: CommentID, in reading: Reading) -> CommentID? {
    guard !isEmpty else { return nil }
    let document = reading.document
    var start = reading.root(of: id).index
    var above = id
    var found: CommentID?
    while let next = first(in: start..<id.index + 1) {
      start = next + document[CommentID(next)].subtreeSize
      if start > id.index { return CommentID(next) }
      if contains(above) { found = above }
      guard let parent = document[above].parent else { return found }
      above = parent
    }
    return nil
  }
}
