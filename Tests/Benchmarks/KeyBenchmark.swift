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
