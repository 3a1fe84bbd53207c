import Terminal
import Testing

@testable import CursesTerminal

/// All events of `bytes`, as if nothing came after them.
private func events(
  _ bytes: some Sequence<UInt8>,
  altKeys: Set<Key> = boundAltKeys
) -> [InputEvent] {
  var decoder = InputDecoder()
  decoder.altKeys = altKeys
  decoder.append(bytes)
  return decoder.finish()
}

extension InputDecoder {
  /// Everything that is left, as if nothing came any more.
  fileprivate mutating func finish() -> [InputEvent] {
    var events: [InputEvent] = []
    while let event = next() ?? next(isFinal: true) { events.append(event) }
    return events
  }
}

private let escape = "\u{1B}"

/// Keys with Alt that mean something to the program.
private let boundAltKeys = Set(
  ["A-x", "A-é", "A-Enter", "A-^A", "A-[", "A-O", "A-]", "A-P", "A-Up"].compactMap {
    Key(parsing: $0)
  }
)

/// What a terminal sends, and the keys it means, as `Key` writes them.
private let keys: [(sent: String, keys: String)] = [
  ("a", "a"), ("J", "J"), (" ", "Space"), ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"),
  ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"), ("\u{1}", "^A"), ("\u{1A}", "^Z"),
  ("\u{3}", "^C"), ("\u{1C}", "^\\"), ("\u{1D}", "^]"), ("\u{1E}", "^^"), ("\u{1F}", "^_"),
  ("\0", "C-Space"), ("é", "é"), ("日", "日"), ("🙂", "🙂"), (escape, "Esc"),
  // Alt
  (escape + "x", "A-x"), (escape + "é", "A-é"), (escape + "\r", "A-Enter"),
  (escape + "\u{1}", "A-^A"), (escape + "[", "A-["), (escape + "O", "A-O"),
  (escape + "]", "A-]"), (escape + "P", "A-P"), (escape + "Px", "A-P x"),
  (escape + escape + "[A", "A-Up"), (escape + escape, "Esc Esc"),
  // xterm, in both cursor key modes
  (escape + "[A", "Up"), (escape + "OA", "Up"), (escape + "[B", "Down"), (escape + "[C", "Right"),
  (escape + "[D", "Left"), (escape + "[H", "Home"), (escape + "OF", "End"),
  (escape + "[1;5A", "C-Up"), (escape + "[1;2D", "S-Left"), (escape + "[1;3C", "A-Right"),
  (escape + "[1;6B", "S-C-Down"), (escape + "[1;8H", "A-S-C-Home"), (escape + "[Z", "S-Tab"),
  (escape + "[2~", "Insert"), (escape + "[3~", "Delete"), (escape + "[5~", "PageUp"),
  (escape + "[6~", "PageDown"), (escape + "[3;5~", "C-Delete"), (escape + "[6;2~", "S-PageDown"),
  (escape + "OP", "F1"), (escape + "OS", "F4"), (escape + "[1;2P", "S-F1"),
  (escape + "[15~", "F5"), (escape + "[17~", "F6"), (escape + "[21~", "F10"),
  (escape + "[23~", "F11"), (escape + "[24~", "F12"), (escape + "[24;5~", "C-F12"),
  (escape + "[34~", "F20"), (escape + "OM", "Enter"), (escape + "Oj", "*"), (escape + "Ow", "7"),
  // VT220, Linux console, rxvt
  (escape + "[1~", "Home"), (escape + "[4~", "End"), (escape + "[[A", "F1"),
  (escape + "[[E", "F5"), (escape + "[7~", "Home"), (escape + "[8~", "End"),
  (escape + "[11~", "F1"), (escape + "[a", "S-Up"), (escape + "Ob", "C-Down"),
  (escape + "[3^", "C-Delete"), (escape + "[5@", "S-C-PageUp"), (escape + "[5$", "S-PageUp"),
  // modifyOtherKeys and kitty
  (escape + "[27;5;9~", "C-Tab"), (escape + "[13;2u", "S-Enter"), (escape + "[97;5u", "^A"),
  (escape + "[27u", "Esc"), (escape + "[74;2u", "J"), (escape + "[127;3u", "A-Backspace"),
  // one after another
  ("gg" + escape + "[Bq", "g g Down q"), (escape + "OAOA", "Up O A"),
]

/// What means nothing, or is cut short; the "q" after it is a key all the same.
private let nothing = [
  escape + "[I", escape + "[O", escape + "[?1;2c", escape + "[>0;276;0c", escape + "[99~",
  escape + "[1;5Y", escape + "[<64;5M", escape + "[<35;4;7M", escape + "]0;title\u{7}",
  escape + "]10;rgb:00/00/00\(escape)\\", escape + "P>|tmux 3.3a\(escape)\\", escape + "[57358u",
  escape + "[<0;0;5M", escape + "[99999999999999999999~",
]

@Suite struct InputDecoderTests {
  @Test("A terminal's bytes give the keys pressed", arguments: keys)
  func decodesKeys(_ sent: String, _ keys: String) {
    let expected = keys.split(separator: " ").compactMap { Key(parsing: $0) }
    #expect(events(sent.utf8) == expected.map { .key($0) })
  }

  @Test("Bytes that come one by one give the same keys", arguments: keys)
  func decodesSlowly(_ sent: String, _ keys: String) {
    let whole = events(sent.utf8)
    var decoder = InputDecoder()
    decoder.altKeys = boundAltKeys
    var events: [InputEvent] = []
    for byte in sent.utf8 {
      decoder.append([byte])
      while let event = decoder.next() { events.append(event) }
    }
    events += decoder.finish()
    #expect(events == whole)
  }

  @Test(
    "Where no command has the key with Alt, it is Escape and the key",
    arguments: [
      ("Q", "Esc Q"), ("é", "Esc é"), ("\r", "Esc Enter"), ("[", "Esc ["), ("O", "Esc O"),
      ("]", "Esc ]"), ("Px", "Esc P x"), ("\(escape)[A", "Esc Up"),
      ("[1;3A", "A-Up"), ("[113;3u", "A-q"),
    ]
  )
  func readsEscapeBeforeKeys(_ sent: String, _ keys: String) {
    let expected = keys.split(separator: " ").compactMap { Key(parsing: $0) }
    #expect(events((escape + sent).utf8, altKeys: []) == expected.map { .key($0) })
  }

  @Test("Answers and unknown sequences are no keys", arguments: nothing)
  func dropsTheUnknown(_ sent: String) {
    #expect(events((sent + "q").utf8) == [.key(Key("q"))])
  }

  @Test(
    "Bytes that are no UTF-8 are passed over",
    arguments: [[0xFF], [0xC3], [0xE2, 0x82], [0x9B]]
  )
  func dropsInvalidBytes(_ bytes: [UInt8]) {
    #expect(events(bytes + Array("q".utf8)) == [.key(Key("q"))])
  }

  @Test("A lone escape waits for what may follow")
  func escapeWaits() {
    var decoder = InputDecoder()
    decoder.append([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.hasPendingBytes)
    decoder.append(Array("[A".utf8))
    #expect(decoder.next() == .key(Key(.up)))
    #expect(!decoder.hasPendingBytes)
  }

  @Test(
    "The mouse is read beyond column 223, and in the old encoding",
    arguments: [
      ("[<0;250;3M", MouseEvent.Kind.press(1), 2, 249), ("[<2;1;1M", .press(3), 0, 0),
      ("[<0;250;3m", .release, 2, 249), ("[<32;7;9M", .drag, 8, 6),
      ("[<64;5;6M", .wheelUp, 5, 4), ("[<65;5;6M", .wheelDown, 5, 4),
      ("[<68;5;6M", .wheelUp, 5, 4), ("[M !!", .press(1), 0, 0), ("[M#!!", .release, 0, 0),
      ("[M`%&", .wheelUp, 5, 4),
    ]
  )
  func decodesMouse(_ sent: String, _ kind: MouseEvent.Kind, _ row: Int, _ column: Int) {
    let event = MouseEvent(kind, at: Position(row: row, column: column))
    #expect(events((escape + sent).utf8) == [.mouse(event)])
  }

  @Test("A paste is one text without control characters")
  func decodesPaste() {
    let sent = "\(escape)[200~one\r\ntwo\rthree\n\ttab\u{7}\(escape)[Aé\(escape)[201~q"
    #expect(events(sent.utf8) == [.paste("one\ntwo\nthree\n\ttab[Aé"), .key(Key("q"))])
  }

  @Test("A paste may come in pieces, cut anywhere")
  func decodesPasteInPieces() {
    var decoder = InputDecoder()
    for byte in "\(escape)[200~ab\(escape)[201".utf8 {
      decoder.append([byte])
      #expect(decoder.next() == nil)
    }
    decoder.append(Array("~".utf8))
    #expect(decoder.next() == .paste("ab"))
  }

  @Test("A paste that never ends is given as far as it came")
  func endsPaste() {
    #expect(events("\(escape)[200~abc".utf8) == [.paste("abc")])
  }

  @Test(
    "The terminal's background is dark or light",
    arguments: [
      ("rgb:0000/0000/0000", true), ("rgb:ffff/ffff/ffff", false), ("rgb:fd/f6/e3", false),
      ("rgba:1c1c/1c1c/1c1c/ffff", true),
    ]
  )
  func decodesBackground(_ color: String, _ isDark: Bool) {
    #expect(events("\(escape)]11;\(color)\(escape)\\".utf8) == [.background(isDark: isDark)])
    #expect(events("\(escape)]11;\(color)\u{7}".utf8) == [.background(isDark: isDark)])
  }

  @Test("Any bytes are decoded to the end", arguments: 0..<200)
  func survivesAnything(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let common = Array("\u{1B}[]OPM<;0123456789~uAm\u{7}\\".utf8)
    let bytes = (0..<300).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int(state >> 40)
      return value % 4 == 0 ? UInt8(truncatingIfNeeded: value >> 8) : common[value % common.count]
    }
    var decoder = InputDecoder()
    decoder.append(bytes)
    _ = decoder.finish()
    #expect(!decoder.hasPendingBytes)
  }
}
