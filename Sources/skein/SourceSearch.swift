import ArgumentParser
import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import HTMLParsing
import ReaderUI
import TextLayout
import TextSearch

/// What `skein search` does.
struct SourceSearch {
  /// Whether only the number of matching lines of each source is printed.
  var isCounted = false
  /// Whether only the sources that have a match are printed.
  var isList = false
  var ignoresCase = false
  /// Whether the pattern is plain text.
  var isFixed = false
  /// Part of the name of the authors whose comments are searched, `nil` for everything.
  var author: String?
  /// The format of the sources, `nil`: detect it.
  var format: String?
  /// How the sources are encoded, whatever they say of themselves; `nil`: as they say.
  var encoding = SourceEncoding()
  var pattern = ""
  var sources: [String] = []

  /// Prints what is found; throws the exit code 1 if that is nothing, 2 if something went wrong.
  func run() throws {
    let pattern = try compiled(
      pattern,
      isLiteral: isFixed,
      caseRule: ignoresCase ? .ignored : .smart
    )
    let author = try author.map { try compiled($0, isLiteral: true, caseRule: .ignored) }
    let fetcher = Fetcher()
    var (isFound, hasFailed) = (false, false)
    let width = StandardOutput.isTerminal ? OutputWidth.columns() : nil
    try StandardOutput.write(sources: sources) { sink in
      for source in sources {
        let location = fetcher.takingCredentials(from: SourceNames.address(of: source))
        do {
          let name = StandardOutput.bytes(ofName: location)
          var (found, unsearched) = (0, 0)
          try search(location, for: pattern, with: fetcher) { search, entry in
            unsearched += search.unsearchedTexts
            let lines = search.lines(by: author)
            found += lines.count
            guard !isList, !isCounted else { return !isList || lines.isEmpty }
            let place = name + (entry.map { Array(":entry \($0)".utf8) } ?? [])
            search.write(lines, from: place, width: width, to: &sink)
            return true
          }
          if unsearched > 0 {
            let reason = "the pattern \(Self.quoted(pattern.text)) takes too many steps there"
            StandardError.report(
              "\(location): \(unsearched.counted("text")) not searched: \(reason)"
            )
            hasFailed = true
          }
          isFound = isFound || found > 0
          if isList ? found > 0 : isCounted {
            name.withUnsafeBytes { sink.write($0) }
            sink.write(isList ? "\n" : ":\(found)\n")
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

  /// Searches one source, unless its text cannot match, and calls `found` with each discussion in it and
  /// the number of its entry if there are several, until that returns `false`.
  ///
  /// Of several discussions one is in memory at a time.
  private func search(
    _ location: String,
    for pattern: SearchPattern,
    with fetcher: Fetcher,
    _ found: (DocumentSearch, Int?) -> Bool
  ) throws {
    let known = encoding.withSetting()
    let source = try SourceFile.read(location, encoding: known, with: fetcher) {
      StandardError.report($0)
    }
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
      if pattern.isAbsent(from: source.text) { return }
    }
    func find(in document: Document, _ entry: Int? = nil) -> Bool {
      var search = DocumentSearch(pattern, in: document)
      search.finish()
      return found(search, entry)
    }
    let contents = reader.contents(of: source)
    guard let listing = contents.listing, listing.discussions != nil
    else {
      _ = find(in: contents.document)
      return
    }
    for index in listing.entries.indices {
      guard let document = listing.document(ofEntry: index) else { continue }
      guard find(in: document, index + 1) else { return }
    }
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

extension SourceSearch: NamedQuickCommand {
  static let name = "search"

  static var options: [QuickOption<SourceSearch>] {
    [
      QuickOption("-c", "--count") { $0.isCounted = true },
      QuickOption("-l", "--list") { $0.isList = true },
      QuickOption("-i", "--ignore-case") { $0.ignoresCase = true },
      QuickOption("-F", "--fixed") { $0.isFixed = true },
      QuickOption("--from") {
        $0.author = $1; return true
      },
      QuickOption("--format") {
        $0.format = $1; return true
      },
    ]
  }

  mutating func take(_ operands: [String]) -> Bool {
    pattern = operands.first ?? ""
    sources = Array(operands.dropFirst())
    return !sources.isEmpty
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
