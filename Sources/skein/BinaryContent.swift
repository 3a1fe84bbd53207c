/// What bytes are that nobody can read as text.
struct BinaryContent {
  /// What they look like, to end «looks like …», and what to do about it.
  let kind: String
  let advice: String

  /// How much is looked at, in bytes.
  private static let sample = 1 << 14

  private static let signatures: [(bytes: [UInt8], kind: String, advice: String)] = [
    ([0x1F, 0x8B], "a file compressed by gzip", "unpack it with gunzip"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file compressed by zstd", "unpack it with unzstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file compressed by xz", "unpack it with unxz"),
    (Array("BZh".utf8), "a file compressed by bzip2", "unpack it with bunzip2"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office file", "unpack it, or save it as text"),
    (Array("%PDF-".utf8), "a PDF file", "make text of it with pdftotext"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", "name the page it belongs to"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", "name the page it belongs to"),
    (Array("GIF8".utf8), "a GIF image", "name the page it belongs to"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "name a text"),
    (Array("SQLite format 3".utf8), "an SQLite database", "export it as text"),
  ]

  /// `nil` if `bytes` may be text: no more than one in a hundred is a control character that no
  /// text holds, whatever the encoding.
  ///
  /// UTF-16 with its mark is text.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let head = bytes.prefix(Self.sample)
    guard !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) else { return nil }
    let signature = Self.signatures.first { head.starts(with: $0.bytes) }
    var (nulls, controls) = (0, 0)
    for byte in head {
      switch byte {
      case 0: nulls += 1
      case 0x01...0x06, 0x0E...0x1A, 0x1C...0x1F: controls += 1
      default: break
      }
    }
    let isDocument = signature.map { $0.bytes == Array("%PDF-".utf8) } ?? false
    guard isDocument || (nulls + controls) * 100 > head.count else { return nil }
    if let signature {
      (kind, advice) = (signature.kind, signature.advice)
    } else if nulls * 3 > head.count, controls * 10 < head.count {
      (kind, advice) = ("UTF-16 or UTF-32 without a mark", "convert it with iconv -t UTF-8")
    } else {
      (kind, advice) = ("binary data", "name a text, a saved page or an export")
    }
  }
}
