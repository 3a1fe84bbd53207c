import DocumentModel
import DocumentParsing

/// Which message has which id.
struct MailIDTable {
  private let bytes: UnsafeRawBufferPointer
  private var names = NameTable()
  /// The message with each number of an id, -1 if none has it.
  private var messages: [Int32] = []
  /// The first message that refers to each missing id, -1 if none does.
  private var referrers: [Int32] = []

  /// An empty table over ids in `bytes`.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func number(_ id: Range<Int>) -> Int {
    let number = Int(names.number(TextRange(id.lowerBound, id.upperBound), in: bytes))
    while messages.count <= number {
      messages.append(-1)
      referrers.append(-1)
    }
    return number
  }

  /// Gives `id` to the message at `place`, which has `size` bytes; returns the message that is left
  /// out if two have it: the later one, unless it is longer by a third.
  mutating func claim(
    _ id: Range<Int>,
    for place: Int,
    size: Int,
    of records: [MailRecord]
  ) -> Int? {
    let number = number(id)
    let earlier = Int(messages[number])
    guard earlier >= 0 else {
      messages[number] = Int32(place)
      return nil
    }
    guard size > records[earlier].range.count / 3 * 4 else { return place }
    messages[number] = Int32(place)
    return earlier
  }

  /// The message with an id.
  mutating func message(_ id: Range<Int>) -> Int? {
    let message = messages[number(id)]
    return message < 0 ? nil : Int(message)
  }

  /// Another message that refers to an id that no message has; the first of them is `place`.
  mutating func group(ofMissing id: Range<Int>, _ place: Int) -> Int? {
    let number = number(id)
    if referrers[number] < 0 { referrers[number] = Int32(place) }
    let first = Int(referrers[number])
    return first == place ? nil : first
  }
}
