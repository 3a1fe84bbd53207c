import Terminal

/// Sequences: `ESC [ … final` (ECMA-48), `ESC O letter`, and strings the terminal answers with.
extension InputDecoder {
  /// `CSI parameters final` at `start`.
  func controlSequence(at start: Int) -> Token {
    let body = start + 2
    guard body < bytes.count else { return .incomplete }
    // The Linux console's F1 to F5 are no proper sequences.
    if bytes[body] == UInt8(ascii: "[") {
      guard body + 1 < bytes.count else { return .incomplete }
      let number = Int(bytes[body + 1]) - Int(UInt8(ascii: "A")) + 1
      return 1...5 ~= number ? .key(Key(.function(number)), length: 4) : .ignored(length: 4)
    }
    if bytes[body] == UInt8(ascii: "M") { return oldMouse(at: start) }
    var end = body
    while end < bytes.count, 0x20...0x3F ~= bytes[end] { end += 1 }
    // `$` ends rxvt's shifted keys and stands inside the answers of others.
    if end == bytes.count {
      guard bytes[end - 1] == UInt8(ascii: "$"), end - body > 1,
        let key = Self.tildeKey(parameters(body..<end - 1), .shift)
      else { return .incomplete }
      return .key(key, length: end - start)
    }
    let length = end - start + 1
    guard 0x40...0x7E ~= bytes[end] else { return .ignored(length: end - start) }
    return sequence(body..<end, final: bytes[end], length: length)
  }

  private func sequence(_ body: Range<Int>, final: UInt8, length: Int) -> Token {
    if bytes[body].first == UInt8(ascii: "<") {
      return mouse(parameters(body.dropFirst()), isDown: final == UInt8(ascii: "M"), length)
    }
    guard bytes[body].allSatisfy({ 0x30...0x3B ~= $0 }) else { return .ignored(length: length) }
    let numbers = parameters(body)
    let modifiers = numbers.count > 1 ? Self.modifiers(numbers[1]) : []
    let key: Key? =
      switch final {
      case UInt8(ascii: "~") where numbers.first == 200: nil
      case UInt8(ascii: "~") where numbers.first == 27 && numbers.count == 3:
        Self.typedKey(numbers[2], modifiers)
      case UInt8(ascii: "u"): Self.typedKey(numbers.first ?? 0, modifiers)
      case UInt8(ascii: "~"): Self.tildeKey(numbers, modifiers)
      case UInt8(ascii: "^"): Self.tildeKey(numbers, .control)
      case UInt8(ascii: "@"): Self.tildeKey(numbers, [.control, .shift])
      case UInt8(ascii: "Z"): Key(.tab, modifiers.union(.shift))
      case UInt8(ascii: "a")...UInt8(ascii: "d"):
        Self.letterKeys[final - 0x20].map { Key($0, .shift) }
      default: Self.letterKeys[final].map { Key($0, modifiers) }
      }
    if final == UInt8(ascii: "~"), numbers.first == 200 { return .paste(length: length) }
    return key.map { .key($0, length: length) } ?? .ignored(length: length)
  }

  /// `ESC O letter` at `start`: arrows and function keys in application mode, and the keypad.
  func singleShift(at start: Int) -> Token {
    var index = start + 2
    var modifiers: Key.Modifiers = []
    if index < bytes.count, 0x32...0x38 ~= bytes[index] {
      modifiers = Self.modifiers(Int(bytes[index] - 0x30))
      index += 1
    }
    guard index < bytes.count else { return .incomplete }
    let letter = bytes[index]
    let length = index - start + 1
    switch letter {
    case UInt8(ascii: "M"): return .key(Key(.enter, modifiers), length: length)
    case UInt8(ascii: "I"): return .key(Key(.tab, modifiers), length: length)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.letterKeys[letter - 0x20].map { .key(Key($0, .control), length: length) }
        ?? .ignored(length: length)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .key(Key(.character(Unicode.Scalar(letter - 0x40)), modifiers), length: length)
    default:
      return Self.letterKeys[letter].map { .key(Key($0, modifiers), length: length) }
        ?? .ignored(length: length)
    }
  }

  /// A string at `start`, ended by BEL or `ESC \`: what the terminal answers.
  func string(at start: Int) -> Token {
    let body = start + 2
    guard body < bytes.count else { return .incomplete }
    // A key after Escape, unless what follows can begin an answer.
    let isAnswer =
      bytes[start + 1] == UInt8(ascii: "]")
      ? 0x30...0x39 ~= bytes[body] : "0123456789>!|+$=G".utf8.contains(bytes[body])
    guard isAnswer else {
      return afterEscape(Key(Unicode.Scalar(bytes[start + 1])), length: 1)
    }
    guard let end = bytes[body...].firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      return .incomplete
    }
    let isLong = bytes[end] == 0x1B
    if isLong, end + 1 == bytes.count { return .incomplete }
    let length = end - start + (isLong && bytes[end + 1] == UInt8(ascii: "\\") ? 2 : 1)
    let text = String(decoding: bytes[body..<end], as: UTF8.self)
    guard bytes[start + 1] == UInt8(ascii: "]"), let color = Self.background(text) else {
      return .ignored(length: length)
    }
    return .event(.background(isDark: color.isDark), length: length)
  }

  /// The colour in an answer to OSC 11: `11;rgb:RRRR/GGGG/BBBB`, one to four digits each.
  private static func background(_ answer: String) -> Color? {
    guard answer.hasPrefix("11;rgb") else { return nil }
    let parts = answer.drop { $0 != ":" }.dropFirst().split(separator: "/")
    let values = parts.prefix(3).compactMap { part -> UInt8? in
      guard 1...4 ~= part.utf8.count, let value = Int(part, radix: 16), value >= 0 else {
        return nil
      }
      return UInt8(value * 255 / (1 << (4 * part.utf8.count) - 1))
    }
    return values.count == 3 ? .rgb(values[0], values[1], values[2]) : nil
  }

  /// `CSI < button ; column ; row M|m` (mode 1006).
  private func mouse(_ numbers: [Int], isDown: Bool, _ length: Int) -> Token {
    guard numbers.count == 3,
      let event = Self.mouse(numbers[0], column: numbers[1], row: numbers[2], isDown: isDown)
    else { return .ignored(length: length) }
    return .event(.mouse(event), length: length)
  }

  /// `CSI M` and three bytes, each 32 too high: terminals without mode 1006.
  private func oldMouse(at start: Int) -> Token {
    guard start + 5 < bytes.count else { return .incomplete }
    let values = bytes[start + 3...start + 5].map { Int($0) - 32 }
    let isDown = values[0] & 3 != 3 || values[0] & 64 != 0
    guard let event = Self.mouse(values[0], column: values[1], row: values[2], isDown: isDown)
    else { return .ignored(length: 6) }
    return .event(.mouse(event), length: 6)
  }

  private static func mouse(_ code: Int, column: Int, row: Int, isDown: Bool) -> MouseEvent? {
    guard column > 0, row > 0 else { return nil }
    let button = code & 3 + 1
    let kind: MouseEvent.Kind? =
      switch code & (32 | 64 | 128) {
      case 64 where code & 3 == 0: .wheelUp
      case 64 where code & 3 == 1: .wheelDown
      case 0: isDown ? .press(button) : .release
      case 32 where button == 1: .drag
      default: nil
      }
    return kind.map { MouseEvent($0, at: Position(row: row - 1, column: column - 1)) }
  }

  /// The numbers of a sequence, the first part of each where it has several; missing ones are 0.
  private func parameters(_ range: Range<Int>) -> [Int] {
    bytes[range].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.prefix { 0x30...0x39 ~= $0 }.prefix(7).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }

  /// xterm's number for modifiers: 1 and a bit each for Shift, Alt, Control, (Super), Meta.
  private static func modifiers(_ number: Int) -> Key.Modifiers {
    let bits = max(0, number - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 2 != 0 || bits & 32 != 0 && bits < 64 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// The key of `CSI number ~`.
  private static func tildeKey(_ numbers: [Int], _ modifiers: Key.Modifiers) -> Key? {
    guard let number = numbers.first, let code = tildeKeys[number] else { return nil }
    return Key(code, modifiers)
  }

  /// A key told by the character it types, with modifiers that a byte cannot carry.
  private static func typedKey(_ scalar: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch scalar {
    case 8, 127: return Key(.backspace, modifiers)
    case 9: return Key(.tab, modifiers)
    case 10, 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 0x20..<0x7F, 0xA0..<0xE000, 0xF900..<0x11_0000:
      guard let typed = Unicode.Scalar(UInt32(scalar)) else { return nil }
      return Key(.character(typed), modifiers.subtracting(typed == " " ? [] : .shift))
    default: return nil
    }
  }

  private static let letterKeys: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let tildeKeys: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]
}
