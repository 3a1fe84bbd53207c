import Glibc
import Terminal
import TerminalEmulator
import Testing

@testable import CursesTerminal

extension OnATerminal {
  @Suite struct EventTests {
    /// Longer than anything here takes.
    private let patience = 10_000

    @Test("Keys typed are reported in order")
    func reportsKeys() throws {
      let stage = try Stage()
      stage.terminal.type("a\u{1B}[1;5Aé")
      #expect(stage.screen.nextEvent(within: patience) == .key(Key("a")))
      #expect(stage.screen.nextEvent(within: patience) == .key(Key(.up, .control)))
      #expect(stage.screen.nextEvent(within: patience) == .key(Key("é")))
      #expect(stage.screen.nextEvent(within: 0) == nil)
    }

    @Test("The escape key is told from Alt by what does not follow")
    func reportsEscape() throws {
      let stage = try Stage()
      stage.terminal.type("\u{1B}")
      #expect(stage.screen.nextEvent(within: patience) == .key(Key(.escape)))
      stage.screen.altKeys = [Key(.character("x"), .alt)]
      stage.terminal.type("\u{1B}x")
      #expect(stage.screen.nextEvent(within: patience) == .key(Key(.character("x"), .alt)))
    }

    @Test("A key that waits behind the escape key is not read as Alt", arguments: ["Q", "]", "é"])
    func reportsKeyAfterEscape(_ key: Unicode.Scalar) throws {
      let stage = try Stage()
      stage.screen.altKeys = [Key(.character("x"), .alt)]
      stage.terminal.type("\u{1B}\(key)")
      #expect(stage.screen.nextEvent(within: patience) == .key(Key(.escape)))
      #expect(stage.screen.nextEvent(within: patience) == .key(Key(key)))
    }

    @Test(
      "Keys that the line discipline would keep are reported",
      arguments: ["c", "z", "s", "\\"]
    )
    func reportsControlKeys(_ name: String) throws {
      let stage = try Stage()
      let key = try #require(Key(parsing: "^" + name))
      let byte = try #require(name.uppercased().utf8.first) & 0x1F
      stage.terminal.type(String(decoding: [byte], as: UTF8.self))
      #expect(stage.screen.nextEvent(within: patience) == .key(key))
    }

    @Test("The escape key is reported to a loop that never waits")
    func reportsEscapeToPolling() throws {
      let stage = try Stage()
      stage.terminal.type("\u{1B}")
      var event: InputEvent?
      let isReported = stage.terminal.wait {
        event = stage.screen.nextEvent(within: 0)
        return event != nil
      }
      #expect(isReported && event == .key(Key(.escape)))
    }

    @Test("A wake-up is reported once for any number of signals, after keys")
    func reportsWakeUps() throws {
      let stage = try Stage()
      stage.terminal.type("x")
      for _ in 0..<100_000 { stage.screen.wakeUp.signal() }
      #expect(stage.screen.nextEvent(within: patience) == .key(Key("x")))
      #expect(stage.screen.nextEvent(within: patience) == .wakeUp)
      #expect(stage.screen.nextEvent(within: 0) == nil)
    }

    @Test("A new size is reported once and shown in")
    func reportsSize() throws {
      let stage = try Stage(columns: 40, rows: 6)
      stage.show("x")
      stage.terminal.resize(columns: 30, rows: 4)
      stage.terminal.resize(columns: 20, rows: 3)
      stage.screen.adoptWindowSize()
      let size = Size(columns: 20, rows: 3)
      #expect(stage.screen.nextEvent(within: 0) == .resize(size))
      #expect(stage.screen.nextEvent(within: 0) == nil)
      #expect(stage.screen.size == size)
      stage.show { $0.write("end", row: 2, column: 17, style: Style()) }
      #expect(stage.terminal.screen == "\n\n                 end")
    }

    private static let claims: [(columns: UInt16, rows: UInt16)] = [
      (1, 1), (2, 1), (40, 40000), (32768, 40), (5000, 5000), (65535, 65535), (0, 65535), (0, 0),
    ]

    @Test("A window may claim any size, and no more of it is drawn than a display shows")
    func boundsSize() throws {
      let limit = Size(columns: 1920, rows: 540)
      for (columns, rows) in Self.claims {
        let isKnown = columns > 0 && rows > 0
        let drawn = Size(
          columns: min(Int(columns), limit.columns),
          rows: min(Int(rows), limit.rows)
        )
        let stage = try Stage(claiming: (columns, rows))
        #expect(stage.screen.size == (isKnown ? drawn : Size(columns: 80, rows: 24)))
        stage.show("x")
        stage.screen.close()
        let resized = try Stage()
        resized.terminal.claim(columns: columns, rows: rows)
        resized.screen.adoptWindowSize()
        let adopted = isKnown ? drawn : Size(columns: 40, rows: 6)
        #expect(resized.screen.size == adopted)
        resized.show("x")
        resized.screen.leave()
        resized.screen.enter()
        resized.show("y")
        #expect(resized.screen.size == adopted, "after another program had the terminal")
      }
    }

    @Test("Modes are turned off at the end, also if nothing was drawn since the shell went on")
    func turnsModesOff() throws {
      let stage = try Stage()
      stage.show("x")
      stage.screen.enter()
      stage.screen.close()
      stage.terminal.update()
      let log = stage.terminal.log
      let on = try #require(log.ranges(of: "\u{1B}[?2004h").last)
      #expect(log[on.upperBound...].contains("\u{1B}[?2004l"))
    }

    @Test("The background is asked for unless the environment tells it, and the answer reported")
    func asksBackground() throws {
      let stage = try Stage(["COLORFGBG": ""])
      #expect(stage.screen.defaultBackgroundIsDark == nil)
      stage.show("x")
      #expect(stage.terminal.log.contains("\u{1B}]11;?"))
      stage.terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
      #expect(stage.screen.nextEvent(within: patience) == .background(isDark: false))
      let told = try Stage()
      told.show("x")
      #expect(!told.terminal.log.contains("\u{1B}]11;?"))
      #expect(told.screen.defaultBackgroundIsDark == true)
    }

    @Test("An answer that comes while closing is not left to the shell")
    func keepsAnswerFromShell() throws {
      let stage = try Stage(["COLORFGBG": ""])
      stage.show("x")
      stage.terminal.type("\u{1B}]11;rgb:0/0/0\u{7}")
      stage.screen.close()
      var file = pollfd(fd: stage.terminal.descriptor, events: Int16(POLLIN), revents: 0)
      #expect(poll(&file, 1, 0) == 0)
    }
  }
}
