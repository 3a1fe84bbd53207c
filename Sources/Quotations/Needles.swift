/// What is looked for in all texts at once: runs of letters, found by how they begin.
struct Needles {
  /// A place where a needle was found.
  struct Place {
    /// The comment, -1 for the article.
    let comment: Int32
    let block: Int32
    /// The letters of the block that it is.
    let letters: Range<Int32>
  }

  /// How many letters tell a needle of so many letters and of more.
  private static let (short, long) = (8, 16)
  /// How many needles may begin alike, and in how many places one is found; what is more is left out.
  private static let most = 64

  private var letters: [[UInt8]] = []
  /// The needles that begin with letters of this hash.
  private var starts: [UInt64: [Int32]] = [:]
  /// A bit for each hash, to pass over what begins no needle.
  private var bits: [UInt64] = []
  /// Where each needle stands.
  private(set) var places: [[Place]] = []
  private var hasShort = false

  /// Whether there are none.
  var isEmpty: Bool { letters.isEmpty }

  /// Adds a needle, of eight letters or more; returns its number.
  mutating func add(_ needle: [UInt8]) -> Int {
    let isShort = needle.count < Self.long
    hasShort = hasShort || isShort
    let hash = needle.withUnsafeBytes { Self.hash($0, 0, isShort: isShort) }
    let alike = starts[hash] ?? []
    if let known = alike.first(where: { letters[Int($0)] == needle }) { return Int(known) }
    let number = letters.count
    letters.append(needle)
    places.append([])
    if alike.count < Self.most { starts[hash, default: []].append(Int32(number)) }
    return number
  }

  /// Gets ready to look for what was added.
  mutating func finish() {
    var size = 1024
    while size < starts.count * 16 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    for hash in starts.keys {
      bits[word(of: hash)] |= Self.bit(of: hash)
    }
  }

  /// Notes where needles stand in `text`, the letters of a block.
  ///
  /// O(length); `work` is what may be spent on comparing, and is used up where many needles begin like
  /// many parts of the text.
  mutating func find(in text: [UInt8], comment: Int32, block: Int32, work: inout Int) {
    text.withUnsafeBytes { text in
      guard text.count >= Self.short else { return }
      for start in 0...text.count - Self.short {
        if start + Self.long <= text.count {
          look(at: start, in: text, isShort: false, comment, block, &work)
        }
        if hasShort { look(at: start, in: text, isShort: true, comment, block, &work) }
      }
    }
  }

  private mutating func look(
    at start: Int,
    in text: UnsafeRawBufferPointer,
    isShort: Bool,
    _ comment: Int32,
    _ block: Int32,
    _ work: inout Int
  ) {
    let hash = Self.hash(text, start, isShort: isShort)
    guard bits[word(of: hash)] & Self.bit(of: hash) != 0, work > 0, let found = starts[hash]
    else { return }
    for number in found {
      let needle = letters[Int(number)]
      let known = places[Int(number)]
      guard known.count < Self.most, start + needle.count <= text.count,
        known.last.map({ $0.block != block || $0.comment != comment }) ?? true
      else { continue }
      work -= needle.count
      guard text[start..<start + needle.count].elementsEqual(needle) else { continue }
      places[Int(number)].append(
        Place(comment: comment, block: block, letters: Int32(start)..<Int32(start + needle.count))
      )
    }
  }

  private func word(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (bits.count - 1) }

  private static func bit(of hash: UInt64) -> UInt64 { 1 << (hash >> 32 & 63) }

  /// The hash of the letters from `start` on.
  private static func hash(
    _ text: UnsafeRawBufferPointer,
    _ start: Int,
    isShort: Bool
  ) -> UInt64 {
    let first = text.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let second =
      isShort ? 1 : text.loadUnaligned(fromByteOffset: start + short, as: UInt64.self) | 2
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}
