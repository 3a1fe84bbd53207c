import Glibc
import Terminal
import Testing

@Suite("Widths of characters")
struct DisplayWidthTests {
  @Test("Every character is as wide as glibc says")
  func agreesWithGlibc() throws {
    let wcwidth = try #require(Self.function("wcwidth", as: WidthFunction.self))
    let isTablesGlibc = Self.isTablesGlibc
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    // A newer glibc knows characters that the table's did not, so only those it knew are held to.
    let wrong = (UInt32(0)..<0x110000).filter { scalar in
      guard !DisplayWidth.isDropped(scalar) else { return false }
      let width = Int(wcwidth(Int32(scalar)))
      guard DisplayWidth.shown(scalar) == scalar else { return isTablesGlibc && width >= 0 }
      return width != DisplayWidth.of(scalar)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
  }

  private typealias WidthFunction = @convention(c) (Int32) -> Int32
  private typealias VersionFunction = @convention(c) () -> UnsafePointer<CChar>?

  private static var isTablesGlibc: Bool {
    let version = function("gnu_get_libc_version", as: VersionFunction.self)
    return version?().map { String(cString: $0) } == "2.36"
  }

  /// A function of glibc that its Swift module does not show.
  private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    dlsym(nil, name).map { unsafeBitCast($0, to: type) }
  }

  @Test(
    "What terminals disagree about is never sent and takes no column",
    arguments: [
      0x00, 0x1B, 0x7F, 0x9B, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x2060, 0x2066,
      0xFE0E, 0xFE0F, 0xFEFF, 0x1F3FD, 0xE0067, 0xE0100,
    ] as [UInt32]
  )
  func dropped(scalar: UInt32) {
    #expect(DisplayWidth.isDropped(scalar))
    #expect(DisplayWidth.of(scalar) == 0)
  }

  @Test(
    "A text is as wide as its characters together",
    arguments: [
      ("", 0), ("skein", 5), ("naïve", 5), ("e\u{301}", 1), ("漢字", 4), ("ｱｲ", 2), ("Ａ", 2),
      ("สวัสดี", 4), ("한국", 4), ("👍🏽", 2), ("❤️", 1), ("👩‍👧", 4), ("🇫🇷", 2), ("\u{378}", 1),
    ]
  )
  func texts(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("A canvas draws neither dropped characters nor a fifth mark, and replaces the unknown")
  func canvas() {
    var canvas = Canvas(Grid(size: Size(columns: 8, rows: 1)))
    let end = canvas.write(
      "a\u{200D}\u{301}\u{302}\u{303}\u{304}\u{305}b\u{AD}\u{378}",
      row: 0,
      column: 0,
      style: Style()
    )
    #expect(end == 3)
    #expect(
      canvas.grid.text(ofRow: 0).unicodeScalars.elementsEqual(
        "a\u{301}\u{302}\u{303}\u{304}b\u{FFFD}     ".unicodeScalars
      )
    )
  }
}
