import ArgumentParser
import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import ReaderUI
import TextLayout
import TextSearch

/// `skein search`: lists the lines of articles and comments that hold a match.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search articles and comments.",
    discussion: """
      Prints each matching line as LOCATION:comment n (author): line, LOCATION:article: line, or \
      LOCATION:thread: line for text of the discussion outside any comment. Case matters only if \
      the pattern has a capital letter, accents only where it has them. The exit code is 1 if \
      nothing was found, and 2 if a source could not be read, or the pattern takes too many steps \
      on a text; everything else is searched nevertheless.
      """
  )

  @Flag(
    name: [.customShort("c"), .long],
    help: "Print only the number of matching lines of each source."
  )
  var count = false

  @Flag(name: [.customShort("l"), .long], help: "Print only the sources that have a match.")
  var list = false

  @Flag(
    name: [.customShort("i"), .long],
    help: "Ignore case even if the pattern has capital letters."
  )
  var ignoreCase = false

  @Flag(
    name: [.customShort("F"), .long],
    help: "Search for the pattern as plain text, not as a regular expression."
  )
  var fixed = false

  @Option(
    help: ArgumentHelp(
      "Search only comments whose author's name contains this text.",
      valueName: "name"
    )
  )
  var from: String?

  @Option(
    help: "The format of the sources, one of `skein formats`; detected if left out.",
    completion: .formats
  )
  var format: String?

  @Argument(help: "The regular expression (PCRE2) to search for.")
  var pattern: String

  @Argument(help: "Files or web addresses; `-` reads standard input.", completion: .file())
  var sources: [String]

  func run() throws {
    let pattern = try compiled(
      pattern,
      isLiteral: fixed,
      caseRule: ignoreCase ? .ignored : .smart
    )
    let author = try from.map { try compiled($0, isLiteral: true, caseRule: .ignored) }
    let fetcher = Fetcher()
    var (isFound, hasFailed) = (false, false)
    let width = StandardOutput.isTerminal ? OutputWidth.columns() : nil
    try StandardOutput.write(sources: sources) { sink in
      for location in sources.map(fetcher.takingCredentials) {
        do {
          let search = try search(location, for: pattern, with: fetcher)
          if let search, search.unsearchedTexts > 0 {
            let texts = search.unsearchedTexts.counted("text")
            let reason = "the pattern \(Self.quoted(pattern.text)) takes too many steps there"
            StandardError.report("\(location): \(texts) not searched: \(reason)")
            hasFailed = true
          }
          let lines = search?.lines(by: author) ?? []
          isFound = isFound || !lines.isEmpty
          let name = StandardOutput.bytes(ofName: location)
          if list {
            if !lines.isEmpty { name.withUnsafeBytes { sink.write($0) } }
            if !lines.isEmpty { sink.write("\n") }
          } else if count {
            name.withUnsafeBytes { sink.write($0) }
            sink.write(":\(lines.count)\n")
          } else {
            search?.write(lines, from: name, width: width, to: &sink)
          }
        } catch let failure as Failure {
          StandardError.report(failure)
          hasFailed = true
        }
      }
    }
    if hasFailed { throw ExitCode(2) }
    if !isFound { throw ExitCode(1) }
  }

  /// `pattern` in a message, no longer than a line.
  private static func quoted(_ pattern: String) -> String {
    let start = pattern.prefix(60)
    return "\"\(start)\(start.endIndex < pattern.endIndex ? "…" : "")\""
  }

  /// The search in one source; `nil` if its text cannot match.
  private func search(
    _ location: String,
    for pattern: SearchPattern,
    with fetcher: Fetcher
  ) throws -> DocumentSearch? {
    let source = try SourceFile.read(location, with: fetcher) { StandardError.report($0) }
    let reader: any DocumentFormat
    do throws(FormatError) {
      reader = try FormatRegistry.builtIn.format(for: source, named: format)
    } catch {
      throw Failure(error)
    }
    var pattern = pattern
    if reader.keepsProse(of: source) {
      pattern = pattern.narrowed(to: source.text)
      // Searching the bytes is many times faster than parsing them.
      if pattern.isAbsent(from: source.text) { return nil }
    }
    var search = DocumentSearch(pattern, in: reader.parse(source))
    search.finish()
    return search
  }

  private func compiled(
    _ text: String,
    isLiteral: Bool,
    caseRule: CaseRule
  ) throws -> SearchPattern {
    do throws(SearchPatternError) {
      return try SearchPattern(text, isLiteral: isLiteral, caseRule: caseRule)
    } catch {
      throw Failure("pattern \(Self.quoted(text)): \(error)")
    }
  }
}

extension DocumentSearch {
  /// Writes lines as `LOCATION:comment 4 (author): text`, `LOCATION:article: text` or, for text of
  /// the discussion outside any comment, `LOCATION:thread: text`.
  ///
  /// `name` is the location. Comments are numbered from 1 in page order; an unknown author is a question
  /// mark. The lines of a match that spans several are joined by blanks. If there is a `width`, lines
  /// that are longer go on below, indented.
  func write(_ lines: [SearchLine], from name: [UInt8], width: Int?, to sink: inout ByteSink) {
    for line in lines {
      guard let width else {
        write(line, from: name, to: &sink)
        sink.write("\n")
        continue
      }
      let bytes = ByteSink.collect { write(line, from: name, to: &$0) }
      let text = String(decoding: bytes, as: UTF8.self)
      for part in WrappedText.lines(of: text, width: width, hanging: 4) {
        sink.write(part)
        sink.write("\n")
      }
    }
  }

  private func write(_ line: SearchLine, from name: [UInt8], to sink: inout ByteSink) {
    let document = self.document
    name.withUnsafeBytes { sink.write($0) }
    switch line.origin {
    case .article: sink.write(":article: ")
    case .thread: sink.write(":thread: ")
    case .comment(let id, let number):
      sink.write(":comment ")
      sink.write(decimal: number)
      sink.write(" (")
      Self.write(document[id].author, of: document, to: &sink)
      sink.write("): ")
    }
    withBytes(of: line) { Self.writeJoined($0, to: &sink) }
  }

  private static func write(_ id: AuthorID?, of document: Document, to sink: inout ByteSink) {
    guard let id else { return sink.write("?") }
    document.text.withBytes(of: document[id].name) { sink.write($0) }
  }

  private static func writeJoined(_ lines: UnsafeRawBufferPointer, to sink: inout ByteSink) {
    var start = 0
    var isFirst = true
    while start < lines.count {
      let end = lines.first(0x0A, in: start..<lines.count) ?? lines.count
      if start < end {
        if !isFirst { sink.write(0x20) }
        sink.write(UnsafeRawBufferPointer(rebasing: lines[start..<end]))
        isFirst = false
      }
      start = end + 1
    }
  }
}
