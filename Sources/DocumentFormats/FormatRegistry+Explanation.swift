import DocumentParsing
import PageContent

extension FormatRegistry {
  /// How a source is judged, for people: a line for each sign that a format looks for, one for the
  /// format that reads the source, then one for each rule that is applied while it does.
  ///
  /// A line begins with `yes` or `no `: whether what was looked at spoke for what was considered.
  /// Asks all formats, even those behind one that is certain, and reads the whole source.
  package func explanation(of source: SourceText) -> [String] {
    var source = source
    let log = DecisionLog()
    source.decisions = log
    log.note("page", "mark-up", "the source begins with mark-up", isMet: source.isPage)
    let fileName = source.location.split(separator: "/").last.map(String.init) ?? ""
    for format in formats {
      let confidence = format.confidence(in: source, fileName: fileName)
      // The signs of systems were noted one by one.
      guard !(format is PageFormat) else { continue }
      log.note(format.name, "text", "\(format.summary) (\(confidence))", isMet: confidence > .no)
    }
    let signs = log.decisions.count
    let chosen = detect(source)
    let noted = log.decisions.count
    _ = chosen.parse(source)
    let lines = log.decisions.map(Self.line)
    return lines[..<signs] + ["read as \(chosen.name): \(chosen.summary)"] + lines[noted...]
  }

  private static func line(_ decision: Decision) -> String {
    "\(decision.isMet ? "yes" : "no ") \(decision.reader) \(decision.rule): \(decision.finding)"
  }
}
