import DocumentFormats
import DocumentModel
import DocumentParsing

/// What is wrong with the mailbox or message that `bytes` are, or with a thread in it; `nil` if nothing
/// is.
func mailViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  let source = SourceText(decoding: TextStorage(copying: bytes), location: "fuzz")
  for name in ["mbox", "eml", "mhtml"] {
    guard let contents = try? FormatRegistry.builtIn.contents(of: source, format: name) else {
      return "\(name): there is no such format"
    }
    if let wrong = documentViolation(contents.document) { return "\(name): \(wrong)" }
    guard let listing = contents.listing else { continue }
    for index in listing.entries.indices {
      guard let document = listing.document(ofEntry: index) else {
        return "\(name): thread \(index) is not there"
      }
      if let wrong = documentViolation(document) { return "\(name), thread \(index): \(wrong)" }
    }
  }
  return nil
}

/// What is wrong with a message whose header holds `bytes` wherever a header has text, `nil` if nothing
/// is.
func mailHeaderViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  // A line break would end the field.
  let value = bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
  var message: [UInt8] = []
  for name in ["From", "Subject", "Date", "References", "In-Reply-To", "Content-Type", "To"] {
    message += Array("\(name): ".utf8) + value + [0x0A]
  }
  message += Array("Message-ID: <fuzz@fuzz.example>\n".utf8)
  message += Array("Content-Disposition: attachment; filename=".utf8)
  message += value + Array("\n\nWords.\n".utf8)
  return message.withUnsafeBytes(mailViolation)
}
