import Glibc
import Terminal
import TerminalEmulator
import Testing

extension OnATerminal {
  /// A program of its own on the driver: signals, crashes, other programs.
  @Suite struct ProcessTests {
    private let probe: String
    private let settings = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "COLORFGBG": "15;0", "SWIFT_BACKTRACE": "enable=no",
      "PROBE": "printf 'out''side '; stty -a | grep -o ' icanon'; read x; exit 7",
    ]

    init() throws {
      let resolved = realpath("/proc/self/exe", nil)
      defer { free(resolved) }
      let tests = resolved.map { String(cString: $0) } ?? ""
      let found = ([tests] + CommandLine.arguments)
        .map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) + "/TerminalProbe" }
        .first { access($0, X_OK) == 0 }
      probe = try #require(found, "TerminalProbe is not beside the tests")
    }

    private func run(_ arguments: [String] = []) throws -> VirtualTerminal {
      let arguments = arguments.isEmpty ? [probe] : arguments
      let terminal = try #require(
        VirtualTerminal(
          columns: 60,
          rows: 8,
          running: arguments.map { Array($0.utf8) },
          settings: settings
        )
      )
      try #require(terminal.waits(for: "ready"))
      return terminal
    }

    @Test("A program that ends leaves the terminal as it was")
    func quits() throws {
      let terminal = try run()
      terminal.type("q")
      #expect(terminal.exitStatus() == 0)
      #expect(terminal.isRestored)
    }

    @Test("Signals end the program in good order", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func endsOnSignals(_ signal: Int32) throws {
      let terminal = try run()
      kill(terminal.process, signal)
      #expect(terminal.exitStatus() == 3)
      #expect(terminal.isRestored)
    }

    @Test(
      "A crash leaves the terminal as it was",
      arguments: [("1", SIGILL), ("2", SIGSEGV), ("3", SIGABRT), ("4", SIGSEGV)]
    )
    func crashes(_ key: String, _ signal: Int32) throws {
      let terminal = try run()
      terminal.type(key)
      #expect(terminal.exitStatus() == 128 + signal)
      #expect(terminal.wait { terminal.isRestored })
    }

    @Test(
      "Any other deadly signal ends the program once the terminal is as it was",
      arguments: [
        SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGXCPU, SIGSYS, SIGPWR, SIGSTKFLT,
        SIGTRAP, 34, 50, 64,
      ]
    )
    func endsOnOtherSignals(_ signal: Int32) throws {
      let terminal = try run()
      kill(terminal.process, signal)
      #expect(terminal.exitStatus() == 128 + signal)
      #expect(terminal.isRestored)
    }

    @Test("Signals of failures that calls report are ignored", arguments: [SIGPIPE, SIGXFSZ])
    func ignoresSignals(_ signal: Int32) throws {
      let terminal = try run()
      kill(terminal.process, signal)
      terminal.type("q")
      #expect(terminal.exitStatus() == 0)
      #expect(terminal.isRestored)
    }

    @Test("A program that hangs is ended by the second signal, and the terminal restored")
    func endsWhenHanging() throws {
      let terminal = try run()
      terminal.type("h")
      #expect(terminal.waits(for: "hanging"))
      // Two that come at once count as one.
      let hasEnded = terminal.wait {
        kill(terminal.process, SIGTERM)
        return terminal.isRestored
      }
      #expect(hasEnded)
      #expect(terminal.exitStatus() == 128 + SIGTERM)
      #expect(terminal.wait { terminal.isRestored })
    }

    @Test("A terminal that goes away ends the program")
    func endsWithoutTerminal() throws {
      let terminal = try run()
      terminal.hangUp()
      #expect(terminal.exitStatus() != nil)
    }

    @Test("The window may change its size at any time")
    func resizes() throws {
      let terminal = try run()
      for (columns, rows) in [(30, 5), (1, 1), (200, 60), (60, 8)] {
        terminal.resize(columns: columns, rows: rows)
        if columns > 10 { #expect(terminal.waits(for: "size \(columns)x\(rows)")) }
      }
      terminal.type("q")
      #expect(terminal.exitStatus() == 0)
    }

    @Test("A wake-up from another thread reaches the loop")
    func wakesUp() throws {
      let terminal = try run()
      terminal.type("w")
      #expect(terminal.waits(for: "wakeUp"))
    }

    @Test(
      "A stopped program leaves the shell a clean terminal and takes it again",
      arguments: [true, false]
    )
    func suspends(_ byKey: Bool) throws {
      // A shell with job control has to be there, else nothing can be stopped.
      let script = "\(probe); printf 'st''opped\\n'; stty -a | grep -o ' icanon'; read x; fg"
      let terminal = try run(["/bin/bash", "--norc", "-mc", script])
      if byKey { terminal.type("z") } else { terminal.type("t") }
      #expect(terminal.waits(for: "stopped\n icanon"))
      #expect(terminal.isRestored)
      terminal.resize(columns: 50, rows: 7)
      terminal.type("\n")
      #expect(terminal.waits(for: "resumed"))
      #expect(terminal.waits(for: "size 50x7"))
      #expect(terminal.wait { terminal.isTaken })
      terminal.type("q")
      #expect(terminal.exitStatus() == 0)
      #expect(terminal.isRestored)
    }

    @Test("Another program gets a clean terminal, and ours comes back after it")
    func runsOutside() throws {
      let terminal = try run()
      terminal.type("r")
      #expect(terminal.waits(for: "outside  icanon"))
      #expect(terminal.isRestored)
      terminal.type("\n")
      #expect(terminal.waits(for: "ended 7"))
      #expect(terminal.wait { terminal.isTaken })
      terminal.type("q")
      #expect(terminal.exitStatus() == 0)
    }

    @Test("Interrupting another program leaves ours alone")
    func interruptsOutside() throws {
      let terminal = try run()
      terminal.type("r")
      #expect(terminal.waits(for: "outside"))
      terminal.type("\u{3}")
      #expect(terminal.waits(for: "ended 130"))
    }

    @Test("Keys come from the terminal when the streams are a file and a pipe")
    func readsTerminalBesidePipes() throws {
      let terminal = try run(["/bin/sh", "-c", "echo text | \(probe) > /dev/null; echo status $?"])
      terminal.type("x")
      #expect(terminal.waits(for: "key(x)"))
      terminal.type("q")
      #expect(terminal.waits(for: "status 0"))
      #expect(terminal.isRestored)
    }
  }
}
