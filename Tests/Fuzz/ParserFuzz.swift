import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing

/// What is wrong with the documents that `bytes` are read as, by every format; `nil` if nothing is.
func parserViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  let source = SourceText(decoding: TextStorage(copying: bytes), location: "fuzz")
  let registry = FormatRegistry.builtIn
  for format in registry.formats {
    _ = format.confidence(in: source, fileName: "fuzz.txt")
    for part in [source, source.prefix(bytes.count / 2)] {
      if let wrong = documentViolation(format.parse(part)) { return "\(format.name): \(wrong)" }
    }
  }
  return nil
}

/// What is wrong with a document and its exports, `nil` if nothing is.
func documentViolation(_ document: Document) -> String? {
  document.invariantViolations().first ?? exportViolation(document)
}

/// What is wrong with the exports of `document`: a control character, or bytes that are no UTF-8.
private func exportViolation(_ document: Document) -> String? {
  for (index, format) in ExportFormat.allCases.enumerated() {
    let output = ByteSink.collect { format.write(document, width: 10 * index, to: &$0) }
    if output.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) {
      return "a control character in the \(format.rawValue) export"
    }
    guard String(validating: output, as: UTF8.self) != nil else {
      return "the \(format.rawValue) export is not UTF-8"
    }
  }
  return nil
}
