import Terminal
import Testing

@Suite("Grids")
struct GridTests {
  @Test("Each letter keeps the first four marks piled on it, however many piles there are")
  func piles() {
    let size = Size(columns: 60, rows: 40)
    var canvas = Canvas(Grid(size: size))
    for row in 0..<size.rows {
      canvas.write(Self.pile(row, size.columns), row: row, column: 0, style: Style())
    }
    for row in 0..<size.rows {
      let kept = Self.pile(row, size.columns).unicodeScalars.enumerated()
        .filter { $0.offset % 6 < 5 }.map(\.element)
      #expect(Array(canvas.grid.text(ofRow: row).unicodeScalars) == kept)
    }
  }

  /// `length` letters with five marks on each, hardly ever the same.
  private static func pile(_ row: Int, _ length: Int) -> String {
    var text = String.UnicodeScalarView()
    for column in 0..<length {
      text.append("a")
      var number = row * length + column
      for _ in 0..<5 {
        text.append(Unicode.Scalar(UInt32(0x300 + number % 8)) ?? "\u{300}")
        number /= 8
      }
    }
    return String(text)
  }
}
