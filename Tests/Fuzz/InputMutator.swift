import TestSupport

/// Makes inputs of others by small changes.
struct InputMutator {
  private var numbers: SeededGenerator
  private var pool: [[UInt8]]
  private let words: [[UInt8]]
  private let longest: Int

  /// A maker of inputs up to `longest` bytes out of `seeds` and `words`; the same seed makes the
  /// same ones.
  init(seed: UInt64, from seeds: [[UInt8]], words: [String], longest: Int) {
    numbers = SeededGenerator(seed: seed)
    self.longest = longest
    pool = seeds.map { Array($0.prefix(longest)) }
    self.words = words.map { Array($0.utf8) }
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var input = pool.isEmpty || below(8) == 0 ? random() : pool[below(pool.count)]
    for _ in 0..<1 << below(6) { change(&input) }
    input.removeLast(max(0, input.count - longest))
    // Some inputs are built upon, so that changes add up.
    if below(16) == 0 { keep(input) }
    return input
  }

  private mutating func keep(_ input: [UInt8]) {
    if pool.count < 256 { pool.append(input) } else { pool[below(pool.count)] = input }
  }

  private mutating func random() -> [UInt8] {
    if below(2) == 0 {
      return Array((0..<below(200)).map { _ in words[below(words.count)] }.joined())
    }
    let count = below(min(longest, 1 << below(12)) + 1)
    return (0..<count).map { _ in UInt8(below(256)) }
  }

  private mutating func change(_ input: inout [UInt8]) {
    guard !input.isEmpty else { return input = words[below(words.count)] }
    let place = below(input.count)
    switch below(9) {
    case 0: input[place] = UInt8(below(256))
    case 1: input[place] ^= 1 << UInt8(below(8))
    case 2: input.insert(contentsOf: words[below(words.count)], at: place)
    case 3: input.removeSubrange(piece(of: input, at: place))
    case 4: input.insert(contentsOf: input[piece(of: input, at: place)], at: below(input.count))
    case 5: swapLines(&input)
    case 6: splice(&input, at: place)
    case 7: input.insert(UInt8(below(256)), at: place)
    default: repeatPiece(of: &input, at: place)
    }
  }

  private mutating func piece(of input: [UInt8], at place: Int) -> Range<Int> {
    place..<min(input.count, place + 1 + below(1 << below(9)))
  }

  /// Puts a stretch of lines elsewhere.
  private mutating func swapLines(_ input: inout [UInt8]) {
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    let first = below(lines.count)
    let moved = lines[first..<min(lines.count, first + 1 + below(6))]
    lines.removeSubrange(moved.indices)
    lines.insert(contentsOf: moved, at: below(lines.count + 1))
    input = Array(lines.joined(separator: [0x0A]))
  }

  /// Goes on with another input.
  private mutating func splice(_ input: inout [UInt8], at place: Int) {
    guard !pool.isEmpty else { return }
    let other = pool[below(pool.count)]
    guard !other.isEmpty else { return }
    input.replaceSubrange(place..., with: other[below(other.count)...])
  }

  private mutating func repeatPiece(of input: inout [UInt8], at place: Int) {
    let piece = Array(input[piece(of: input, at: place)])
    guard input.count < longest else { return }
    for _ in 0..<1 << below(7) where input.count < longest {
      input.insert(contentsOf: piece, at: place)
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
}
