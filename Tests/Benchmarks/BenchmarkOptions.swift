/// What to measure.
struct BenchmarkOptions {
  /// How many comments the dumps have that are made: the large one, and the small one beside it.
  var comments = 200_000
  /// How often each thing is measured; the median is printed.
  var rounds = 7
  /// A file to measure in place of a dump that is made.
  var file: String?
  /// Whether nothing but parsing is measured.
  var isParsingOnly = false
  /// Whether the shapes that can be grown are listed, and nothing is measured.
  var listsShapes = false
  /// A source that is written repeated to so many bytes; then nothing is measured.
  var grown: (source: String, bytes: Int)?

  /// Reads the command line.
  init(_ arguments: ArraySlice<String>) throws(UsageError) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--smoke":
        comments = 2000
        rounds = 2
      case "--parsing": isParsingOnly = true
      case "--shapes": listsShapes = true
      case "--grow":
        let bytes = try Self.number(rest.popFirst())
        guard let source = rest.popFirst() else { throw UsageError() }
        grown = (source, bytes)
      case "--comments": comments = try Self.number(rest.popFirst())
      case "--rounds": rounds = try Self.number(rest.popFirst())
      default:
        guard !argument.hasPrefix("-") else { throw UsageError() }
        file = argument
      }
    }
  }

  private static func number(_ text: String?) throws(UsageError) -> Int {
    guard let text, let number = Int(text), number > 0 else { throw UsageError() }
    return number
  }
}

/// The command line made no sense.
struct UsageError: Error, CustomStringConvertible {
  /// How to call the program.
  let description = """
    usage: Benchmarks [--smoke] [--parsing] [--comments N] [--rounds N] [FILE]
           Benchmarks --shapes
           Benchmarks --grow BYTES SOURCE

    Measures parsing, layout, search and keys on a dump of N comments (200000), or on FILE, and on a
    small dump beside it. Prints medians. --smoke is over in seconds and proves only that it runs.
    --parsing measures nothing else, for profilers. --grow writes SOURCE, a file or one of the shapes
    that --shapes lists, repeated to BYTES.
    """
}
