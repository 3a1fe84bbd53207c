import MailText

/// Text of headers in which words are encoded (RFC 2047), however they were.
///
/// Words may stand in quotes, hold blanks, follow each other without one, and share a letter whose
/// bytes are divided between two of them.
struct EncodedWords {
  /// A word as its charset and its bytes.
  private struct Word {
    let charset: MailCharset
    var bytes: [UInt8]
  }

  private var output: [UInt8] = []
  /// The word being read, to which the next may belong.
  private var word: Word?
  /// Blanks behind that word, which count only if no other follows.
  private var blanks: [UInt8] = []
  private var plain: [UInt8] = []

  /// The longest name of a charset or a language.
  private static let longestName = 64

  /// `text`, an unfolded value, as it was meant; O(length).
  static func decode(_ text: [UInt8]) -> String {
    // Most values hold none.
    guard text.contains(UInt8(ascii: "=")) || text.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: text, as: UTF8.self)
    }
    var words = EncodedWords()
    words.read(text)
    return String(decoding: words.output, as: UTF8.self)
  }

  private mutating func read(_ text: [UInt8]) {
    var offset = 0
    var mayEnd = true
    while offset < text.count {
      if mayEnd, text[offset] == UInt8(ascii: "="), offset + 1 < text.count,
        text[offset + 1] == UInt8(ascii: "?"),
        let found = Self.word(in: text, at: offset, mayEnd: &mayEnd)
      {
        add(found.word)
        offset = found.end
        continue
      }
      if word != nil, text[offset].isBlank {
        blanks.append(text[offset])
      } else {
        endWord()
        plain.append(text[offset])
      }
      offset += 1
    }
    endWord()
    endPlain()
  }

  private mutating func add(_ new: Word) {
    endPlain()
    // The blank between two words only parts them.
    blanks = []
    if word?.charset == new.charset {
      word?.bytes += new.bytes
    } else {
      endWord()
      word = new
    }
  }

  private mutating func endWord() {
    guard let done = word else { return }
    output += done.charset.decode(done.bytes)
    plain += blanks
    (word, blanks) = (nil, [])
  }

  private mutating func endPlain() {
    output += MailCharset.none.decode(plain)
    plain = []
  }

  /// The word at `start` and where it ends; `nil` if there is none.
  ///
  /// `mayEnd` becomes `false` once no end of a word follows at all.
  private static func word(
    in text: [UInt8],
    at start: Int,
    mayEnd: inout Bool
  ) -> (word: Word, end: Int)? {
    let question = UInt8(ascii: "?")
    let name = text[(start + 2)...].prefix(longestName).prefix { $0 != question && !$0.isBlank }
    let form = name.endIndex + 1
    guard !name.isEmpty, form + 1 < text.count, text[form - 1] == question,
      text[form + 1] == question
    else { return nil }
    let isBase64 = text[form] | 0x20 == UInt8(ascii: "b")
    guard isBase64 || text[form] | 0x20 == UInt8(ascii: "q") else { return nil }
    let first = form + 2
    var end = first
    while end + 1 < text.count, text[end] != question || text[end + 1] != UInt8(ascii: "=") {
      end += 1
    }
    guard end + 1 < text.count else {
      mayEnd = false
      return nil
    }
    let label = name.prefix { $0 != UInt8(ascii: "*") }
    let charset = MailCharset(String(decoding: label, as: UTF8.self))
    let letters = text[first..<end]
    let bytes =
      isBase64
      ? TransferEncoding.base64.decode(letters)
      : TransferEncoding.quotedPrintable(letters, isWord: true)
    return (Word(charset: charset, bytes: bytes), end + 2)
  }
}
