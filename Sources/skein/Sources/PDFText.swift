import DocumentModel
import Glibc
import SystemServices

/// The text of PDF files, by `pdftotext` of Poppler where that is installed.
struct PDFText {
  /// How long it may take, in milliseconds.
  private static let patience = 30_000
  /// How much text is taken, in bytes; the rest is left out.
  private static let limit = 64 << 20

  private static let program = Program("pdftotext", ["-q", "-enc", "UTF-8", "-", "-"])

  /// Whether PDF files can be read.
  static var isInstalled: Bool { program.path != nil }

  /// Whether `bytes` are a PDF file.
  static func isPDF(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.starts(with: "%PDF-".utf8) }

  /// The text of the PDF file `storage`, which messages call `name`; blocks.
  static func text(
    of storage: TextStorage,
    from name: String,
    cancellation: Cancellation
  ) throws(Failure) -> TextStorage {
    let end = Clock.milliseconds + patience
    var text: [UInt8] = []
    do throws(SystemError) {
      var process = try program.startPiped(input: Array(storage.bytes))
      while !process.hasEnded {
        guard !cancellation.isCancelled, Clock.milliseconds < end else {
          throw SystemError(number: ETIMEDOUT)
        }
        process.read(within: 50) { output, bytes in
          if output == 0, text.count < limit { text.append(contentsOf: bytes) }
        }
      }
      let status = process.wait(within: 1000)
      guard status == 0 else { throw SystemError(number: EIO) }
    } catch {
      throw Failure("\(name): pdftotext cannot read this PDF file")
    }
    guard text.contains(where: { $0 > 0x20 }) else {
      throw Failure("\(name): a PDF file without text, perhaps of pictures")
    }
    return TextStorage(copying: text)
  }
}
