import DocumentFormats
import DocumentModel
import DocumentParsing
import TextSearch

/// What is wrong with how a pattern is found, `nil` if nothing is.
///
/// The first byte says how long the pattern and what its kind is, the rest is the text.
func searchViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  guard let first = bytes.first else { return nil }
  let length = Int(first % 24)
  let typed = String(decoding: bytes.dropFirst().prefix(length), as: UTF8.self)
  let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(1 + length))
  guard
    let pattern = try? SearchPattern(
      typed,
      isLiteral: first % 3 != 0,
      ignoresAccents: first % 5 != 0
    )
  else { return nil }
  let source = SourceText(decoding: TextStorage(copying: rest), location: "fuzz")
  guard let document = try? FormatRegistry.builtIn.parse(source) else { return nil }
  var whole = DocumentSearch(pattern, in: document)
  whole.finish()
  var sliced = DocumentSearch(pattern, in: document)
  while !sliced.advance(bytes: 64) {}
  guard whole.unsearchedTexts == 0, sliced.unsearchedTexts == 0 else { return nil }
  var narrowed = DocumentSearch(pattern, in: document, scalars: ScalarSet(of: document.text))
  narrowed.finish()
  if whole.hits != narrowed.hits { return "\(typed.debugDescription): narrowed finds other hits" }
  if pattern.isAbsent(from: document.text), !whole.hits.isEmpty {
    return "\(typed.debugDescription): absent from the text, and found in it"
  }
  if whole.hits != sliced.hits { return "\(typed.debugDescription): slices find other hits" }
  for (index, hit) in whole.hits.enumerated() {
    let text = whole.text(at: hit)
    if hit.range.isEmpty { return "\(typed.debugDescription): hit \(index) is empty" }
    if hit.range.start < text.start || hit.range.end > text.end {
      return "\(typed.debugDescription): hit \(index) lies outside its text"
    }
    guard index > 0 else { continue }
    let before = whole.hits[index - 1]
    if before.place > hit.place || before.place == hit.place && before.range.end > hit.range.start {
      return "\(typed.debugDescription): hit \(index) comes before the one before it"
    }
  }
  _ = whole.lines()
  return nil
}
