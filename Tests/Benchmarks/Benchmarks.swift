import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Glibc
import ReaderUI
import Terminal
import TextLayout
import TextSearch

/// The measurements, printed as a table.
struct Benchmarks {
  private let options: BenchmarkOptions

  /// What `options` ask for.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Measures everything.
  func run() {
    let before = Stopwatch.peakMemory
    let storage = options.file.flatMap(Self.map) ?? Self.storage(comments: options.comments)
    let megabytes = Double(storage.bytes.count) / 1e6
    print("\(Self.number(megabytes)) MB; medians of \(options.rounds) rounds, processor time\n")
    let parsing = Stopwatch.median(of: options.rounds) { _ = Self.document(storage) }
    row("decode, parse, thread", megabytes / parsing * 1000, "MB/s")
    let growth = Stopwatch.peakMemory - (options.file == nil ? max(before, storage.bytes.count) : 0)
    row("peak memory / size", Double(growth) / Double(storage.bytes.count), "x")
    if options.isParsingOnly { return }
    PageBenchmark.run(bytes: options.comments * 20, rounds: options.rounds)
    firstFrame(of: storage)
    let document = Self.document(storage)
    row("comments", Double(document.comments.count), "")
    layout(document)
    search(document)
    export(document, megabytes)
    let small = Self.document(Self.storage(comments: 200))
    let keys = KeyBenchmark(large: document, small: small, rounds: options.rounds)
    keys.run()
    keys.runHard()
  }

  private func firstFrame(of storage: TextStorage) {
    let head = UnsafeRawBufferPointer(rebasing: storage.bytes.prefix(1 << 18))
    let time = Stopwatch.median(of: options.rounds) {
      let beginning = Self.document(TextStorage(copying: head))
      let state = AppState(
        reading: Reading(beginning),
        size: KeyBenchmark.size,
        now: 1_714_636_800
      )
      _ = RootView(state, theme: Theme(name: "plain", styles: [:])).draw()
    }
    row("first frame, from a prefix", time, "ms")
  }

  private func layout(_ document: Document) {
    let layout = BlockLayout(document: document, width: 80)
    let blocks = 0..<min(document.blocks.count, 20_000)
    let bytes = blocks.reduce(0) { $0 + Int(document.blocks[$1].text.count) }
    let time = Stopwatch.median(of: options.rounds) {
      var lines = 0
      for block in blocks { lines += layout.lines(of: block).count }
      precondition(lines > 0, "text has lines")
    }
    row("layout, 80 columns", Double(bytes) / 1e3 / time, "MB/s")
  }

  private func search(_ document: Document) {
    let scalars = ScalarSet(of: document.text)
    for (what, text) in [("a rare", "zyzzyva"), ("a frequent", "lantern"), ("an accented", "é")] {
      guard let pattern = try? SearchPattern(text, isLiteral: true) else { continue }
      var hits = 0
      let time = Stopwatch.median(of: options.rounds) {
        var search = DocumentSearch(pattern, in: document, scalars: scalars)
        search.finish()
        hits = search.hits.count
      }
      row("search for \(what) word", time, "ms, \(hits) hits")
      if let file = options.file { ripgrep(text, file) }
    }
  }

  /// The same by `rg`, if that is there.
  private func ripgrep(_ text: String, _ file: String) {
    guard !text.contains("'"), !file.contains("'"),
      system("command -v rg >/dev/null") == 0
    else { return }
    let times = (0..<options.rounds).map { _ in
      let start = Stopwatch.nowOfOthers
      _ = system("rg -c -i '\(text)' '\(file)' >/dev/null")
      return Stopwatch.nowOfOthers - start
    }
    row("  rg -c -i, a process", Stopwatch.median(times), "ms")
  }

  private func export(_ document: Document, _ megabytes: Double) {
    for format in [ExportFormat.json, .text] {
      let time = Stopwatch.median(of: options.rounds) {
        var sink = ByteSink { _ in }
        format.write(document, to: &sink)
        sink.flush()
      }
      row("export as \(format.rawValue)", megabytes / time * 1000, "MB/s")
    }
  }

  private func row(_ name: String, _ value: Double, _ unit: String) {
    Self.row(name, Self.number(value) + " " + unit)
  }

  /// Prints a row of the table.
  static func row(_ name: String, _ text: String) {
    print(name + String(repeating: " ", count: max(1, 32 - name.count)) + text)
  }

  /// `value` with three decimals below ten, else without.
  static func number(_ value: Double) -> String {
    guard value < 10 else { return String(Int(value.rounded())) }
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000)." + String(1000 + thousandths % 1000).dropFirst()
  }

  private static func document(_ storage: TextStorage) -> Document {
    let source = SourceText(decoding: storage, location: "benchmark.txt")
    return FormatRegistry.builtIn.detect(source).parse(source)
  }

  private static func storage(comments: Int) -> TextStorage {
    TextStorage(copying: BigDump.bytes(comments: comments))
  }

  /// The bytes of a file, nil if it cannot be read or is empty.
  static func map(_ path: String) -> TextStorage? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { return nil }
    return TextStorage(adopting: UnsafeRawBufferPointer(start: start, count: size)) { _ in }
  }
}
