import CVTerm
import Glibc
import SystemServices
import Terminal
import TerminalEmulator
import TestSupport
import Testing

@testable import CursesTerminal

/// Everything that needs a terminal; ncurses serves one at a time.
@Suite(.serialized) enum OnATerminal {}

/// A screen on a virtual terminal, in this process.
struct Stage {
  let terminal: VirtualTerminal
  let screen: CursesScreen

  init(
    columns: Int = 40,
    rows: Int = 6,
    isUTF8: Bool = true,
    _ settings: [String: String] = [:],
    claiming size: (columns: UInt16, rows: UInt16)? = nil,
    change: (inout CursesScreen.Options) -> Void = { _ in }
  ) throws {
    terminal = try #require(VirtualTerminal(columns: columns, rows: rows, isUTF8: isUTF8))
    if let size { terminal.claim(columns: size.columns, rows: size.rows) }
    var options = CursesScreen.Options()
    options.descriptor = terminal.descriptor
    options.handlesSignals = false
    let defaults = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "COLORFGBG": "15;0"]
    let variables = defaults.merging(settings) { $1 }
    options.variable = { variables[$0] }
    change(&options)
    screen = try CursesScreen(options)
  }

  /// Shows what `draw` draws and waits for it.
  func show(cursor: Position? = nil, _ draw: (inout Canvas) -> Void) {
    var canvas = Canvas(Grid(size: screen.size))
    draw(&canvas)
    screen.present(canvas.grid, cursor: cursor)
    terminal.update()
  }

  /// Shows `text` on the first row.
  func show(_ text: String, style: Style = Style()) {
    show { $0.write(text, row: 0, column: 0, style: style) }
  }
}

extension OnATerminal {
  @Suite struct PaintingTests {
    @Test(
      "Text keeps its columns whatever its width",
      arguments: [
        "plain text|", "漢字かな|", "한국어|", "cafe\u{301}|", "o\u{302}\u{323}x|", "🙂 smile|",
        "─│├└ ▸▾ ●|", "Привет|", "ไทย|", "שלום|",
      ]
    )
    func showsText(_ text: String) throws {
      let stage = try Stage()
      stage.show(text)
      #expect(stage.terminal.text(ofRow: 0) == text)
      let column = text.unicodeScalars.reduce(-1) { $0 + DisplayWidth.of($1.value) }
      #expect(stage.terminal.cell(row: 0, column: column).characters.0 == 0x7C)
    }

    @Test("Only what changed is sent")
    func sendsChanges() throws {
      let stage = try Stage()
      stage.show("one two three")
      let before = stage.terminal.log.utf8.count
      stage.show("one 2wo three")
      #expect(stage.terminal.text(ofRow: 0) == "one 2wo three")
      #expect(stage.terminal.log.utf8.count - before < 60)
      let after = stage.terminal.log.utf8.count
      stage.show("one 2wo three")
      #expect(stage.terminal.log.utf8.count == after)
    }

    @Test("A wide character may be written over in half")
    func overwritesWide() throws {
      let stage = try Stage()
      stage.show("漢字漢字")
      stage.show { canvas in
        canvas.write("漢字漢字", row: 0, column: 0, style: Style())
        canvas.write("x", row: 0, column: 3, style: Style())
      }
      #expect(stage.terminal.text(ofRow: 0) == "漢 x漢字")
      stage.show(" 漢字")
      #expect(stage.terminal.text(ofRow: 0) == " 漢字")
    }

    @Test("A mark that changes alone is drawn")
    func changesMarks() throws {
      let stage = try Stage()
      stage.show("e\u{301}")
      stage.show("e\u{300}")
      #expect(stage.terminal.text(ofRow: 0).unicodeScalars.elementsEqual("e\u{300}".unicodeScalars))
    }

    @Test("Attributes and colours reach the terminal")
    func showsStyles() throws {
      let stage = try Stage()
      let style = Style(
        foreground: .palette(200),
        background: .rgb(255, 0, 0),
        attributes: [.bold, .italic, .underline]
      )
      stage.show("x", style: style)
      let cell = stage.terminal.cell(row: 0, column: 0)
      #expect(cell.bold && cell.italic && cell.underline && !cell.reverse)
      #expect(cell.foreground == 200 && cell.background == 196)
      let plain = stage.terminal.cell(row: 1, column: 0)
      #expect(!plain.bold && plain.foreground == -1 && plain.background == -1)
    }

    @Test(
      "Colours are exact where the terminal says it can show them",
      arguments: ["xterm-256color", "tmux-256color", "screen-256color", "rxvt-unicode-256color"]
    )
    func showsDirectColors(_ name: String) throws {
      let stage = try Stage(["TERM": name, "COLORTERM": "truecolor", "TMUX": "there"])
      stage.show { canvas in
        let style = Style(foreground: .rgb(0, 43, 54), background: .rgb(253, 246, 227))
        canvas.write("a", row: 0, column: 0, style: style)
        let palette = Style(foreground: .palette(9), background: .palette(4))
        canvas.write("b", row: 0, column: 1, style: palette)
        canvas.write("c", row: 0, column: 2, style: Style(foreground: .palette(244)))
      }
      let exact = stage.terminal.cell(row: 0, column: 0)
      #expect(exact.foreground == 0x1002B36 && exact.background == 0x1FDF6E3)
      let own = stage.terminal.cell(row: 0, column: 1)
      #expect(own.foreground == 9 && own.background == 4)
      let grey = stage.terminal.cell(row: 0, column: 2)
      #expect(grey.foreground == 0x1808080 && grey.background == -1)
      stage.screen.close()
      stage.terminal.update()
      #expect(stage.terminal.isRestored)
      #expect(getenv("TERMINFO") == nil)
    }

    @Test(
      "GNU screen, or eight colours, are not given exact ones",
      arguments: ["screen-256color", "xterm"]
    )
    func doubtsDirectColors(_ name: String) throws {
      let stage = try Stage(["TERM": name, "COLORTERM": "truecolor"])
      stage.show("x", style: Style(foreground: .rgb(250, 0, 0)))
      #expect(0..<256 ~= stage.terminal.cell(row: 0, column: 0).foreground)
    }

    @Test("NO_COLOR and the option leave the attributes alone", arguments: [true, false])
    func forbidsColors(_ byVariable: Bool) throws {
      let stage = try Stage(byVariable ? ["NO_COLOR": "1"] : [:]) { $0.usesColor = byVariable }
      stage.show("x", style: Style(foreground: .palette(1), attributes: [.bold, .reverse]))
      let cell = stage.terminal.cell(row: 0, column: 0)
      #expect(cell.bold && cell.reverse && cell.foreground == -1)
      #expect(!stage.screen.hasColors)
    }

    @Test("A terminal of eight colours shows more pairs than it has, a screen at a time")
    func runsOutOfPairs() throws {
      let stage = try Stage(["TERM": "xterm"])
      for background in UInt8(0)..<8 {
        stage.show { canvas in
          for foreground in UInt8(0)..<8 {
            let style = Style(foreground: .palette(foreground), background: .palette(background))
            canvas.write("x", row: 0, column: Int(foreground), style: style)
          }
        }
        for column in 0..<8 {
          let cell = stage.terminal.cell(row: 0, column: column)
          #expect(cell.foreground == Int32(column) && cell.background == Int32(background))
        }
      }
    }

    @Test("A terminal without colour or UTF-8 stays readable")
    func showsOnVT100() throws {
      let stage = try Stage(["TERM": "vt100", "LANG": "C"])
      stage.show("├─▸ “Café” 日本 x", style: Style(foreground: .rgb(9, 9, 9)))
      #expect(stage.terminal.text(ofRow: 0) == "+-> \"Cafe\" ? ?  x")
      #expect(stage.screen.charset == .ascii && !stage.screen.hasColors)
    }

    @Test(
      "A terminal without UTF-8 is sent nothing but ASCII",
      arguments: ["C", "POSIX", "de_DE.ISO-8859-1"],
      ["xterm-256color", "vt100", "linux"]
    )
    func showsInBytes(_ locale: String, _ name: String) throws {
      let stage = try Stage(columns: 60, isUTF8: false, ["TERM": name, "LC_ALL": locale])
      // U+031B is CC 9B: the second byte begins a control sequence.
      stage.show("x\u{31B}41m e\u{301} 日\u{302} é\u{31B}7m y")
      #expect(stage.terminal.text(ofRow: 0) == "x41m e ?  e7m y")
      #expect(WrittenBytes(stage.terminal.written, isUTF8: false).strays.isEmpty)
      #expect(stage.terminal.cell(row: 0, column: 14).background == -1)
      #expect(!stage.terminal.cell(row: 0, column: 14).reverse)
    }

    @Test("Whatever text a grid is given, no byte of it commands the terminal", arguments: 0..<20)
    func showsAnything(_ seed: UInt64) throws {
      for isUTF8 in [true, false] {
        var random = SeededGenerator(seed: seed)
        let stage = try Stage(isUTF8: isUTF8, ["LC_ALL": isUTF8 ? "C.UTF-8" : "C"])
        for _ in 0..<20 {
          stage.show { canvas in
            for row in 0..<6 {
              var text = String.UnicodeScalarView()
              for _ in 0..<60 {
                let bound: UInt32 = Bool.random(using: &random) ? 0x400 : 0x11_0000
                Unicode.Scalar(UInt32.random(in: 0..<bound, using: &random)).map { text.append($0) }
              }
              canvas.write(String(text), row: row, column: 0, style: Style())
            }
          }
        }
        let strays = WrittenBytes(stage.terminal.written, isUTF8: isUTF8).strays
        #expect(strays.isEmpty, "seed \(seed): \(strays.prefix(5))")
      }
    }

    @Test("Lines that move up are scrolled")
    func scrolls() throws {
      let stage = try Stage(rows: 12)
      let lines = (0..<30).map { "line \($0) with some words on it" }
      for top in 0..<15 {
        let before = stage.terminal.log.utf8.count
        stage.show { canvas in
          for row in 0..<12 { canvas.write(lines[top + row], row: row, column: 0, style: Style()) }
        }
        if top > 0 { #expect(stage.terminal.log.utf8.count - before < 150) }
        #expect(stage.terminal.text(ofRow: 0) == lines[top])
        #expect(stage.terminal.text(ofRow: 11) == lines[top + 11])
      }
    }

    @Test("The cursor stands where it is put, or is hidden")
    func placesCursor() throws {
      let stage = try Stage()
      stage.show { $0.write("x", row: 0, column: 0, style: Style()) }
      #expect(!stage.terminal.hasCursor)
      stage.show(cursor: Position(row: 2, column: 3)) { _ in }
      #expect(stage.terminal.hasCursor)
      #expect(stage.terminal.cursor == Position(row: 2, column: 3))
    }

    @Test("A window of one cell shows one")
    func showsInOneCell() throws {
      let stage = try Stage(columns: 1, rows: 1)
      stage.show("abc")
      #expect(stage.terminal.text(ofRow: 0) == "a")
      stage.show("漢")
      #expect(stage.terminal.text(ofRow: 0) == "")
    }

    @Test("A grid of another size than the window's shows what fits")
    func clipsGrids() throws {
      let stage = try Stage(columns: 10, rows: 2)
      var canvas = Canvas(Grid(size: Size(columns: 12, rows: 4)))
      for row in 0..<4 { canvas.write("0123456789AB", row: row, column: 0, style: Style()) }
      stage.screen.present(canvas.grid, cursor: Position(row: 3, column: 11))
      stage.terminal.update()
      #expect(stage.terminal.screen == "0123456789\n0123456789")
    }

    @Test("Closing gives the terminal back, once or twice")
    func restores() throws {
      let stage = try Stage()
      stage.show("x")
      #expect(stage.terminal.hasAlternateScreen && stage.terminal.hasMouse)
      #expect(!stage.terminal.isCooked)
      #expect(stage.terminal.log.contains("\u{1B}[?2004h"))
      stage.screen.close()
      stage.screen.close()
      stage.terminal.update()
      #expect(stage.terminal.isRestored)
      #expect(stage.terminal.log.contains("\u{1B}[?2004l"))
    }

    @Test("The mouse is left to the terminal on request")
    func leavesMouse() throws {
      let stage = try Stage { $0.usesMouse = false }
      stage.show("x")
      #expect(!stage.terminal.hasMouse)
    }

    @Test("Copied text goes to the terminal's clipboard")
    func copies() throws {
      let stage = try Stage()
      #expect(stage.screen.copyToClipboard("héllo"))
      stage.terminal.update()
      #expect(stage.terminal.log.contains("\u{1B}]52;c;aMOpbGxv\u{7}"))
    }

    @Test("A program that cannot be started on the terminal has a shell's status, and we go on")
    func doesNotFindProgram() throws {
      let stage = try Stage()
      #expect(stage.screen.run(Program("no-such-program-anywhere")) == 127)
      #expect(stage.screen.nextEvent(within: 0) == .resumed)
    }

    @Test(
      "A terminal that cannot be used is refused with the reason",
      arguments: [
        ("dumb", TerminalError.unsuitable(name: "dumb")), ("", .unnamed),
        ("no-such-terminal", .unknown(name: "no-such-terminal")),
      ]
    )
    func refuses(_ name: String, _ error: TerminalError) {
      #expect(throws: error) { try Stage(["TERM": name]) }
    }
  }
}
