/// Bytes read one after another as small decisions; zeros when they run out.
struct ByteScript {
  private let bytes: [UInt8]
  private var position = 0

  /// Whether all bytes are used up.
  var isAtEnd: Bool { position >= bytes.count }

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The next byte.
  mutating func next() -> Int {
    guard position < bytes.count else { return 0 }
    defer { position += 1 }
    return Int(bytes[position])
  }

  /// A number of `range` that the next byte decides.
  mutating func next(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + next() % (range.upperBound - range.lowerBound + 1)
  }

  /// An element of `choices`, which must not be empty, that the next byte decides.
  mutating func next<Choice>(of choices: [Choice]) -> Choice {
    choices[next() % choices.count]
  }
}
