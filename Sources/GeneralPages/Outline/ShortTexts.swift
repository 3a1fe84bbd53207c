import HTMLParsing
import PageModel

/// The short texts of a page's elements, equal ones under one number.
///
/// Names and labels are told by which texts recur, so that each is read once for all groups of
/// records.
struct ShortTexts {
  /// How many different texts there are.
  private(set) var count = 0
  /// The number of each place's text, -1 where it is empty, long or in many nodes.
  private var numbers: [Int32]
  /// Whether the text with a number holds a letter.
  private var lettered: [Bool] = []

  /// Reads the elements of an outline with at most so many bytes of text and so many nodes.
  ///
  /// O(places · `nodes`).
  init(_ outline: PageOutline, longest: Int, nodes most: Int) {
    numbers = [Int32](repeating: -1, count: outline.nodes.count)
    var hashes = HashNumbers()
    var text: [UInt8] = []
    var buffer: [UInt8] = []
    for place in outline.nodes.indices where outline.isElement(place) {
      let range = outline.range(place)
      guard 1...longest ~= outline.textLength(range), range.count <= most else { continue }
      text.removeAll(keepingCapacity: true)
      outline.page.appendText(outline.nodes[place], to: &text, buffer: &buffer)
      let number = hashes.number(text.reduce(WordHash.seed, WordHash.mix))
      if number == lettered.count { lettered.append(Self.holdsLetter(text)) }
      numbers[place] = Int32(number)
    }
    count = hashes.count
  }

  /// The number of an element's text, nil where it is empty, long or in many nodes.
  subscript(place: Int) -> Int? { numbers[place] < 0 ? nil : Int(numbers[place]) }

  /// Whether the text with a number holds a letter.
  func holdsLetter(_ number: Int) -> Bool { lettered[number] }

  private static func holdsLetter(_ text: [UInt8]) -> Bool {
    if text.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) { return true }
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return scalars.contains(where: \.properties.isAlphabetic)
  }
}
