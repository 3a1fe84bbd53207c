/// What a program has written to a terminal, taken apart byte by byte.
public struct WrittenBytes {
  /// What must not be there, as it stands: a sequence that no program of ours sends, a control
  /// character, a byte the terminal's charset does not have.
  public private(set) var strays: [String] = []

  /// What changes the order of text, joins or formats it without being seen.
  private static let invisible: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x61C...0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF,
    0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE007F,
  ]

  private let bytes: [UInt8]
  private let isUTF8: Bool
  private var offset = 0

  /// Looks at `bytes`, written to a terminal with or without UTF-8.
  public init(_ bytes: [UInt8], isUTF8: Bool) {
    self.bytes = bytes
    self.isUTF8 = isUTF8
    while offset < bytes.count {
      let length = lengthOfKnown
      if length == 0 { note(from: offset, to: min(offset + 12, bytes.count)) }
      offset += max(1, length)
    }
  }

  private mutating func note(from start: Int, to end: Int) {
    let text = bytes[start..<end].map { 0x20..<0x7F ~= $0 ? String(Unicode.Scalar($0)) : "<\($0)>" }
    strays.append(text.joined())
  }

  /// How many bytes belong to something expected at `offset`; 0 if it is not.
  private var lengthOfKnown: Int {
    switch bytes[offset] {
    // 0F selects a character set, as terminfo has it for older terminals.
    case 0x20..<0x7F, 0x08, 0x09, 0x0A, 0x0D, 0x0F: 1
    case 0x1B: lengthOfEscape
    case 0x80...: isUTF8 ? lengthOfScalar : 0
    default: 0
    }
  }

  /// A sequence of ncurses or of the driver: colours, places, modes; OSC 11 and OSC 52 alone.
  private var lengthOfEscape: Int {
    let rest = bytes[(offset + 1)...]
    switch rest.first.map(Unicode.Scalar.init) {
    case "[":
      let parameters = rest.dropFirst().prefix { 0x20...0x3F ~= $0 }
      guard let final = rest.dropFirst(1 + parameters.count).first else { return 0 }
      // None that the terminal answers, such as `c` and `n`; with `?` the Linux console takes `c` for
      // the look of its cursor.
      let isKnown =
        "@ABCDGHJKLMPSTXZbdhlmrt".utf8.contains(final)
        || final == 0x63 && parameters.first == 0x3F
      return isKnown ? parameters.count + 3 : 0
    case "(", ")": return rest.count > 1 ? 3 : 0
    case "=", ">", "7", "8", "M": return 2
    case "]":
      let body = rest.dropFirst().prefix { 0x20..<0x7F ~= $0 }
      let isOurs = body.elementsEqual("11;?".utf8) || body.starts(with: "52;c;".utf8)
      let end = rest.dropFirst(1 + body.count).prefix(2)
      guard isOurs else { return 0 }
      return end.first == 0x07
        ? body.count + 3 : end.elementsEqual([0x1B, 0x5C]) ? body.count + 4 : 0
    default: return 0
    }
  }

  /// A scalar that can be seen, or a mark on one.
  private var lengthOfScalar: Int {
    var parser = UTF8.ForwardParser()
    var iterator = bytes[offset...].makeIterator()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else { return 0 }
    let scalar = UTF8.decode(encoded)
    let unseen: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
    let isUnseen =
      unseen.contains(scalar.properties.generalCategory)
      || Self.invisible.contains { $0.contains(scalar.value) }
    return isUnseen ? 0 : encoded.count
  }
}
