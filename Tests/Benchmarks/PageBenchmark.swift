import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import TestSupport

/// How fast pages become JSON, by what they are made of.
enum PageBenchmark {
  /// The shapes that are measured, and what they are called.
  private static let shapes = [
    ("prose", "a page of prose"), ("links", "an article full of links"),
    ("comments", "a page of comments"), ("table", "a page of cells"),
  ]

  /// Prints a row for each, of pages of `bytes` bytes.
  static func run(bytes: Int, rounds: Int) {
    for (name, title) in shapes {
      guard let page = GrowingSource.shape(name)?.bytes(atLeast: bytes) else { continue }
      let time = Stopwatch.median(of: rounds) { export(page) }
      Benchmarks.row("\(title), to json", "\(Benchmarks.number(Double(bytes) / 1e3 / time)) MB/s")
    }
  }

  private static func export(_ page: [UInt8]) {
    let source = SourceText(decoding: TextStorage(copying: page), location: "page.html")
    var sink = ByteSink { _ in }
    ExportFormat.json.write(FormatRegistry.builtIn.detect(source).parse(source), to: &sink)
    sink.flush()
  }
}
