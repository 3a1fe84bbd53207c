import Foundation
import SystemServices
import Testing

@Suite("Starting programs")
struct ProgramTests {
  /// Longer than anything here takes, in milliseconds.
  private let patience = 30_000

  @Test("A program that does not exist is an error, whichever way it is started")
  func missing() {
    let program = Program("/nonexistent/program")
    #expect(throws: SystemError(number: ENOENT)) { try program.startDetached() }
    #expect(throws: SystemError(number: ENOENT)) { try program.run(input: "x", within: patience) }
    #expect(throws: SystemError(number: ENOENT)) {
      try program.runInForeground(input: 0, output: 1)
    }
    #expect(throws: SystemError(number: ENOENT)) {
      let process = try program.startPiped()
      _ = process.hasEnded
    }
  }

  @Test("Outputs come in by descriptor, and the exit status as a shell has it")
  func outputs() throws {
    let script = "echo out; echo errors >&2; echo extra >&3; kill -TERM $$"
    var process = try Program("sh", ["-c", script]).startPiped()
    var outputs = ["", "", ""]
    while !process.hasEnded {
      process.read(within: 1000) { outputs[$0] += String(decoding: $1, as: UTF8.self) }
    }
    #expect(outputs == ["out\n", "errors\n", "extra\n"])
    #expect(process.wait(within: 60_000) == 128 + SIGTERM)
  }

  @Test("A program sees none of our files and no signal ignored")
  func environment() throws {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    let found = signal(SIGUSR1, SIG_IGN)
    defer { signal(SIGUSR1, found) }
    let script = "ls /proc/self/fd | wc -l; kill -USR1 $$"
    var process = try Program("sh", ["-c", script]).startPiped()
    var output = ""
    while !process.hasEnded {
      process.read(within: 1000) { output += $0 == 0 ? String(decoding: $1, as: UTF8.self) : "" }
    }
    // Descriptors 0 to 3, and the one `ls` reads the folder by.
    #expect(output == "5\n")
    #expect(process.wait(within: 60_000) == 128 + SIGUSR1)
  }

  @Test("A process that is dropped is killed")
  func dropped() throws {
    var (input, output) = (Int32(-1), "")
    do {
      var process = try Program("sh", ["-c", "echo $$; exec sleep 60"]).startPiped()
      process.read(within: 5000) { output = $0 == 0 ? String(decoding: $1, as: UTF8.self) : "" }
      input = Int32(output.prefix { $0.isNumber }) ?? -1
      #expect(kill(input, 0) == 0)
    }
    #expect(kill(input, 0) == -1 && errno == ESRCH)
  }

  @Test("Text is read to the end, and a program that reads none of it does no harm")
  func input() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let reader = Program("sh", ["-c", "test $(wc -c) = 1048576"])
    #expect(try reader.run(input: text, within: patience) == 0)
    #expect(try Program("sh", ["-c", "exit 7"]).run(input: text, within: patience) == 7)
  }

  @Test(
    "A program that does not end in time is killed with all it has started",
    arguments: ["sleep 60 & echo $! > pids; wait", "sleep 60 & echo $! > pids; yes"]
  )
  func limit(_ script: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "skein-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = String(repeating: "x", count: 1 << 20)
    let program = Program("sh", ["-c", "cd '\(folder.path)'; \(script)"])
    #expect(throws: SystemError(number: ETIMEDOUT)) { try program.run(input: text, within: 500) }
    let ids = try String(contentsOf: folder.appending(path: "pids"), encoding: .utf8)
    let child = try #require(Int32(ids.prefix { $0.isNumber }))
    var isGone = false
    for _ in 0..<500 where !isGone {
      // Its new parent may not have waited for it yet.
      let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      isGone = state?.contains(") Z") ?? true
      if !isGone { usleep(10_000) }
    }
    #expect(isGone)
  }

  @Test("A program has no terminal")
  func noTerminal() throws {
    let program = Program("sh", ["-c", "exec 2>/dev/null; : < /dev/tty && exit 0 || exit 5"])
    #expect(try program.run(input: "", within: patience) != 0)
  }

  @Test("A detached program has a session of its own and no parent here")
  func detached() throws {
    var template = Array("/tmp/skein-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    defer { close(file) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let script = "cut -d' ' -f1,4,6 /proc/$$/stat > \(path).new; mv \(path).new \(path)"
    try Program("sh", ["-c", script]).startDetached()
    var ids: [Int32] = []
    for _ in 0..<200 where ids.count < 3 {
      usleep(20_000)

      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      ids = text.split { $0.isWhitespace }.compactMap { Int32($0) }
    }
    try #require(ids.count == 3)
    #expect(ids[1] != getpid())
    #expect(ids[2] != getsid(0))
  }
}
