import Terminal

/// Decodes the bytes a terminal sends into events.
///
/// Knows the sequences of xterm and its successors, rxvt, the Linux console and the VT220, with the
/// modifiers of xterm's `modifyOtherKeys` and kitty's `CSI u`. Unknown sequences are dropped as a
/// whole, so that no part of them is taken for a command; the decoder of ncurses, which passes them
/// on as single keys, is not used for that reason. Accepts any bytes.
struct InputDecoder {
  /// Bytes not decoded yet: `bytes[head...]`.
  var bytes: [UInt8] = []
  var head = 0
  /// The keys with Alt that are told from Escape followed by the key without Alt.
  var altKeys: Set<Key> = []
  /// Where the search for the end of a paste continues; `nil` outside a paste.
  private var pasteScan: Int?

  /// How much of a paste is kept, in bytes.
  static let pasteLimit = 1 << 20

  /// Appends bytes that the terminal sent.
  mutating func append(_ new: some Sequence<UInt8>) {
    if head > 0, head == bytes.count || head > 4096 {
      bytes.removeFirst(head)
      pasteScan = pasteScan.map { $0 - head }
      head = 0
    }
    bytes += new
  }

  /// Whether there are bytes that may be the beginning of a longer sequence.
  var hasPendingBytes: Bool { head < bytes.count || pasteScan != nil }

  /// How long to wait for the rest of pending bytes, in milliseconds.
  var timeout: Int { pasteScan == nil ? 25 : 1000 }

  /// The next event; `nil` if more bytes are needed.
  ///
  /// With `isFinal` no more bytes are expected: a lone escape byte is then the Escape key.
  mutating func next(isFinal: Bool = false) -> InputEvent? {
    while true {
      if let start = pasteScan {
        return paste(from: start, isFinal: isFinal)
      }
      guard head < bytes.count else { return nil }
      switch token(isFinal: isFinal) {
      case .event(let event, let length):
        head += length
        return event
      case .ignored(let length): head += length
      case .paste(let length):
        head += length
        pasteScan = head
      case .incomplete: return nil
      }
    }
  }

  /// What the bytes at the head are, and how many they are.
  enum Token {
    case event(InputEvent, length: Int)
    case ignored(length: Int)
    case paste(length: Int)
    case incomplete

    static func key(_ key: Key, length: Int) -> Token { .event(.key(key), length: length) }
  }

  private func token(isFinal: Bool) -> Token {
    let token = bytes[head] == 0x1B ? escape(at: head) : character(at: head)
    guard isFinal, case .incomplete = token else { return token }
    return unfinished()
  }

  /// What an unfinished sequence is if no more bytes come.
  private func unfinished() -> Token {
    guard bytes[head] == 0x1B else { return .ignored(length: bytes.count - head) }
    switch bytes.count - head {
    case 1: return .key(Key(.escape), length: 1)
    case 2 where bytes[head + 1] == 0x1B: return .key(Key(.escape), length: 1)
    case 2 where bytes[head + 1] < 0x80:
      return afterEscape(Key(Unicode.Scalar(bytes[head + 1])), length: 1)
    default: return .ignored(length: bytes.count - head)
    }
  }

  /// The key or sequence that begins with the escape at `start`.
  private func escape(at start: Int) -> Token {
    guard start + 1 < bytes.count else { return .incomplete }
    switch bytes[start + 1] {
    case 0x1B: return doubleEscape(at: start)
    case UInt8(ascii: "["): return controlSequence(at: start)
    case UInt8(ascii: "O"): return singleShift(at: start)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return string(at: start)
    default:
      switch character(at: start + 1) {
      case .event(.key(let key), let length): return afterEscape(key, length: length)
      case .incomplete: return .incomplete
      default: return .key(Key(.escape), length: 1)
      }
    }
  }

  /// What an escape is before `key`, which takes `length` bytes.
  ///
  /// Both may have been typed while the program was busy, so Alt is read only where it is wanted.
  func afterEscape(_ key: Key, length: Int) -> Token {
    let alt = Key(key.code, key.modifiers.union(.alt))
    return altKeys.contains(alt) ? .key(alt, length: length + 1) : .key(Key(.escape), length: 1)
  }

  /// Alt with a key that has a sequence of its own, or the Escape key twice.
  private func doubleEscape(at start: Int) -> Token {
    guard start + 2 < bytes.count else { return .incomplete }
    guard [UInt8(ascii: "["), UInt8(ascii: "O")].contains(bytes[start + 2]) else {
      return .key(Key(.escape), length: 1)
    }
    switch escape(at: start + 1) {
    case .event(.key(let key), let length): return afterEscape(key, length: length)
    case .incomplete: return .incomplete
    default: return .key(Key(.escape), length: 1)
    }
  }

  /// The character at `start`: UTF-8 or a control byte.
  private func character(at start: Int) -> Token {
    let byte = bytes[start]
    switch byte {
    // Programs that simulate typing send ^J for Enter.
    case 0x0D, 0x0A: return .key(Key(.enter), length: 1)
    case 0x09: return .key(Key(.tab), length: 1)
    case 0x1B: return .key(Key(.escape), length: 1)
    // The Backspace key sends either, whatever terminfo states.
    case 0x7F, 0x08: return .key(Key(.backspace), length: 1)
    case 0: return .key(Key(.character(" "), .control), length: 1)
    case 1...0x1A: return .key(Key(.character(Unicode.Scalar(byte + 0x60)), .control), length: 1)
    case 0x1C...0x1F:
      return .key(Key(.character(Unicode.Scalar(byte + 0x40)), .control), length: 1)
    case 0x20..<0x7F: return .key(Key(.character(Unicode.Scalar(byte))), length: 1)
    default: return encodedCharacter(at: start)
    }
  }

  private func encodedCharacter(at start: Int) -> Token {
    let length = bytes[start] < 0xE0 ? 2 : bytes[start] < 0xF0 ? 3 : 4
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[start..<min(bytes.count, start + length)].makeIterator()
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded):
      let scalar = Unicode.UTF8.decode(encoded)
      let isControl = scalar.value < 0xA0
      return isControl
        ? .ignored(length: encoded.count)
        : .key(Key(.character(scalar)), length: encoded.count)
    case .error(let invalid):
      let isCut = start + length > bytes.count && invalid == bytes.count - start
      return isCut && 0xC2..<0xF5 ~= bytes[start] ? .incomplete : .ignored(length: invalid)
    case .emptyInput: return .incomplete
    }
  }

  /// The pasted text, once its end has arrived or no more bytes come.
  private mutating func paste(from start: Int, isFinal: Bool) -> InputEvent? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var index = max(start, head)
    while let escape = bytes[index...].firstIndex(of: 0x1B) {
      index = escape
      guard bytes[escape...].starts(with: end) else {
        if bytes.count - escape < end.count, end.starts(with: bytes[escape...]) { break }
        index += 1
        continue
      }
      return pasted(upTo: escape, next: escape + end.count)
    }
    if !bytes[index...].contains(0x1B) { index = bytes.count }
    pasteScan = index
    return isFinal ? pasted(upTo: bytes.count, next: bytes.count) : nil
  }

  private mutating func pasted(upTo end: Int, next: Int) -> InputEvent {
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    let kept = bytes[head..<min(end, head + Self.pasteLimit)]
    for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n" where isAfterReturn: break
      case "\n", "\t": text.append(scalar)
      case _ where scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value: break
      default: text.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    head = next
    pasteScan = nil
    return .paste(String(text))
  }
}
