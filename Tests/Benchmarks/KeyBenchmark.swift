import DocumentModel
import ReaderUI
import Terminal

/// What keys cost: the state's change and the drawing, without the terminal.
struct KeyBenchmark {
  /// The window that is drawn.
  static let size = Size(columns: 200, rows: 60)

  let large: Document
  let small: Document
  let rounds: Int

  /// Keys, each with what is pressed before it is measured.
  private static let cases: [(name: String, before: String, keys: [String])] = [
    ("j", "Tab", ["j"]), ("k", "Tab 9J", ["k"]), ("J", "Tab", ["J"]), ("K", "Tab 99J", ["K"]),
    ("Space", "Tab", ["Space"]), ("b", "Tab 99J", ["b"]), ("G", "Tab", ["G"]),
    ("g", "Tab G", ["g"]),
    ("zM", "Tab", ["z", "M"]), ("zR", "Tab zM", ["z", "R"]), ("J, all folded", "Tab z M", ["J"]),
    ("Enter, a fold", "Tab", ["Enter"]), ("}", "Tab", ["}"]), ("P", "Tab 3J", ["P"]),
    ("j, article", "", ["j"]), ("G, article", "", ["G"]), ("Tab", "", ["Tab"]), ("v", "", ["v"]),
    ("n", "/lantern Enter", ["n"]), ("*", "Tab", ["*"]), ("?", "Tab", ["?"]), ("=", "Tab", ["="]),
  ]

  /// Measures all keys on both documents and prints them side by side.
  func run() {
    print("")
    let counts = "\(small.comments.count) and \(large.comments.count) comments"
    Benchmarks.row("ms a key, \(Self.size.columns)x\(Self.size.rows)", counts)
    for (name, before, keys) in Self.cases {
      let few = time(small, before, keys)
      let many = time(large, before, keys)
      let ratio = "x \(Benchmarks.number(many / max(few, 0.001)))"
      Benchmarks.row("  " + name, "\(Benchmarks.number(few))  \(Benchmarks.number(many))  \(ratio)")
    }
  }

  /// Measures keys on documents whose shape is hard, and their first frames.
  func runHard() {
    print("")
    Benchmarks.row("ms, hard shapes", "first frame, then keys")
    for (name, document) in HardDocuments.articles {
      measure(name, document, [("", ["j"]), ("G", ["k"]), ("5 0 %", ["Space"]), ("", ["}"])])
    }
    let long = HardDocuments.longComment
    measure("a comment of 20,000 lines", long, [("J", ["j"]), ("J", ["k"]), ("G", ["K"])])
    let chain = HardDocuments.chain
    measure("replies 100,000 deep", chain, [("", ["J"]), ("G", ["K"]), ("G", ["b"])])
    let folded = "9 9 9 9 0 G h"
    measure(
      "  with a fold",
      chain,
      [(folded, ["K"]), (folded, ["b"]), (folded, ["j"]), (folded, ["Z"]), ("", ["z", "M"])]
    )
  }

  private func measure(
    _ name: String,
    _ document: Document,
    _ cases: [(before: String, keys: [String])]
  ) {
    let theme = Theme(name: "plain", styles: [:])
    let reading = Stopwatch.median(of: rounds) { _ = Reading(document) }
    let first = Stopwatch.median(of: rounds) {
      let state = AppState(reading: Reading(document), size: Self.size, now: 1_714_636_800)
      _ = RootView(state, theme: theme).draw()
    }
    let keys = cases.map { before, keys in
      let time = Benchmarks.number(self.time(document, before, keys))
      return "\(before.isEmpty ? "" : before + ", ")\(keys.joined()) \(time)"
    }
    let figures = [Benchmarks.number(max(0, first - reading))] + keys
    Benchmarks.row("  " + name, figures.joined(separator: "  "))
  }

  private func time(_ document: Document, _ before: String, _ keys: [String]) -> Double {
    var state = AppState(reading: Reading(document), size: Self.size, now: 1_714_636_800)
    let theme = Theme(name: "plain", styles: [:])
    press(Self.split(before), &state)
    var times: [Double] = []
    for _ in 0..<max(3, rounds * 3) {
      let start = Stopwatch.now
      press(keys, &state)
      _ = RootView(state, theme: theme).draw()
      times.append(Stopwatch.now - start)
    }
    return Stopwatch.median(times)
  }

  /// Single keys: words are typed letter by letter unless they name a key.
  private static func split(_ keys: String) -> [String] {
    keys.split(separator: " ").flatMap { word in
      Key(parsing: word) == nil ? word.map(String.init) : [String(word)]
    }
  }

  private func press(_ keys: [String], _ state: inout AppState) {
    for key in keys {
      guard let key = Key(parsing: key) else { continue }
      var effects = state.handle(.key(key))
      while effects.contains(.continueSearch) { effects = state.continueSearch() }
    }
  }
}
