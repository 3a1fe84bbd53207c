import DocumentModel
import Terminal
import TestSupport

/// Random texts of all scripts for property tests.
enum TextSample {
  private static let runs: [[ClosedRange<UInt32>]] = [
    [0x20...0x7E], [0x61...0x7A, 0x20...0x20], [0x61...0x7A], [0xA0...0x24F], [0x400...0x45F],
    [0x5D0...0x5EA], [0x620...0x660], [0x900...0x963], [0xE01...0xE4E],
    [0x300...0x36F, 0x61...0x63],
    [0x4E00...0x4F00, 0x3000...0x3030], [0x3041...0x30FF], [0xAC00...0xAD00], [0x1100...0x11FF],
    [0x1F300...0x1F6FF, 0x1F3FB...0x1F3FF, 0x200D...0x200D], [0x1F1E6...0x1F1FF],
    [0x2000...0x206F], [0x09...0x0A, 0x20...0x20], [0xFF01...0xFFEE], [0x20000...0x20100],
    [0x378...0x378, 0xE000...0xE001, 0x10FFFF...0x10FFFF],
  ]

  /// Text of runs of different scripts, `scalars` long.
  static func mixed(scalars: Int, using generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    while text.count < scalars {
      let run = runs[Int.random(in: 0..<runs.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let range = run[Int.random(in: 0..<run.count, using: &generator)]
        guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) else {
          continue
        }
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// Four spans of `text` on scalar boundaries, one after the other.
  static func spans(in text: String, using generator: inout SeededGenerator) -> [Span] {
    let edges = text.unicodeScalars.indices.map {
      text.utf8.distance(from: text.startIndex, to: $0)
    }
    let cuts = (0..<8).map { _ in edges[Int.random(in: 0..<edges.count, using: &generator)] }
      .sorted()
    return (0..<4).map { index in
      Span(
        Span.Kind.allCases[Int(generator.next() % 6)],
        text: TextRange(cuts[2 * index], cuts[2 * index + 1])
      )
    }
  }

  /// The scalars of a text that must be on the screen, in order.
  static func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      !DisplayWidth.isDropped($0.value) && !$0.properties.isWhitespace
    }
  }

  /// Whether a scalar takes no column of its own.
  static func joins(_ scalar: Unicode.Scalar) -> Bool { DisplayWidth.of(scalar.value) == 0 }
}
