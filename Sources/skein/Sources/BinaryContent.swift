/// Recognises content that is not text.
struct BinaryContent {
  /// What the content looks like, to follow «looks like», and what to do about it.
  let kind: String
  let advice: String

  /// How much of the content is examined, in bytes.
  static let sample = 1 << 14

  private static let signatures: [(bytes: [UInt8], kind: String, advice: String)] = [
    ([0x1F, 0x8B], "a file compressed with gzip", "unpack it with gunzip"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file compressed with zstd", "unpack it with unzstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file compressed with xz", "unpack it with unxz"),
    (Array("BZh".utf8), "a file compressed with bzip2", "unpack it with bunzip2"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office file", "unpack it or save it as text"),
    (Array("%PDF-".utf8), "a PDF file", "convert it with pdftotext"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", "name a text or a saved page"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", "name a text or a saved page"),
    (Array("GIF8".utf8), "a GIF image", "name a text or a saved page"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "name a text or a saved page"),
    (Array("SQLite format 3".utf8), "an SQLite database", "export it as text"),
  ]

  /// Throws if `bytes`, the content of `name` or its beginning, are not text.
  static func refuse(_ bytes: UnsafeRawBufferPointer, from name: String) throws(Failure) {
    guard let binary = BinaryContent(bytes) else { return }
    let advice = ZipArchive(beginning: bytes)?.advice(forArchive: name) ?? binary.advice
    throw Failure("\(name): looks like \(binary.kind); \(advice)", isBinary: true)
  }

  /// `nil` if `bytes` may be text: at most one in a hundred is a control character that does not
  /// occur in text of any encoding.
  ///
  /// UTF-16 with a byte order mark is text.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let head = bytes.prefix(Self.sample)
    guard !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) else { return nil }
    let signature = Self.signatures.first { head.starts(with: $0.bytes) }
    var (nulls, controls) = (0, 0)
    for byte in head where byte < 0x20 {
      switch byte {
      case 0: nulls += 1
      case 0x07...0x0D, 0x1B: break
      default: controls += 1
      }
    }
    let isDocument = signature.map { $0.bytes == Array("%PDF-".utf8) } ?? false
    guard isDocument || (nulls + controls) * 100 > head.count else { return nil }
    if let signature {
      (kind, advice) = (signature.kind, signature.advice)
    } else if nulls * 3 > head.count, controls * 10 < head.count {
      (kind, advice) = (
        "UTF-16 or UTF-32 without a byte order mark", "convert it with iconv -t UTF-8"
      )
    } else {
      (kind, advice) = ("binary data", "name a text, a saved page or an export")
    }
  }
}
