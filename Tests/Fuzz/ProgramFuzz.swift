import Glibc
import TerminalEmulator

/// What is wrong with how the reader shows a page and takes keys, on a terminal.
///
/// The first byte says how many keys there are and whether the terminal has UTF-8, the keys follow, the
/// rest is the page.
func screenViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  guard let first = bytes.first else { return nil }
  let isUTF8 = first % 4 != 0
  let keys = bytes.dropFirst().prefix(Int(first) / 4)
  FuzzProgram.save(bytes.dropFirst(1 + keys.count), as: "page")
  guard
    let terminal = FuzzProgram.start(["page"], type: "xterm-256color", isUTF8: isUTF8),
    terminal.wait(until: { terminal.isTaken || terminal.log.hasPrefix("skein: ") })
  else { return "the reader does not start" }
  // Without the keys that stop the program and those that have the shell run what follows (`!`, `|`);
  // a terminal that it has not taken shows what is typed.
  if terminal.isTaken { terminal.type(keys.filter { ![0x1A, 0x21, 0x7C].contains($0) }) }
  terminal.update()
  kill(terminal.process, SIGTERM)
  guard let status = terminal.exitStatus() else { return "the reader does not end" }
  // The signal may come when a key has ended the reader already.
  guard [0, 2, 130, 128 + SIGTERM].contains(status) else {
    return "the reader ends with status \(status)"
  }
  guard terminal.isRestored else { return "the terminal is not restored" }
  return strays(in: terminal, isUTF8: isUTF8)
}

/// What is wrong with what the program prints for a command line.
///
/// The first byte chooses a command and the charset, each line of the rest is an argument.
func argumentViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  guard let first = bytes.first else { return nil }
  FuzzProgram.save(FuzzSeeds.texts[0].utf8, as: "page")
  let commands = [
    ["export", "page"], ["search", "page"], ["search", "mill"], ["formats", "--why"], ["themes"],
    ["config"], ["export", "--to"], ["export", "page", "-o"], ["--theme"], ["--goto"], ["--full"],
    ["--url"], ["--config"], [],
  ]
  let command = commands[Int(first & 0x7F) % commands.count]
  let words = bytes.dropFirst().split(separator: 0x0A).prefix(8)
  return printViolation(
    command.map { Array($0.utf8) } + words.map { $0.filter { $0 != 0 } },
    isUTF8: first < 0x80
  )
}

/// What is wrong with what the program prints of a page whose server sends `bytes`.
func answerViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  guard let server = AnswerServer.shared else { return "no server" }
  server.answer(Array(bytes))
  let address = "http://127.0.0.1:\(server.port)/"
  return printViolation([Array("export".utf8), Array(address.utf8)], isUTF8: true)
}

/// Runs the program on a terminal that can only print, and looks at all it prints there.
private func printViolation(_ arguments: [[UInt8]], isUTF8: Bool) -> String? {
  guard let terminal = FuzzProgram.start(arguments, type: "dumb", isUTF8: isUTF8) else {
    return "the program does not start"
  }
  // The end of what is read from the terminal.
  terminal.type([0x04, 0x04])
  guard let status = terminal.exitStatus() else { return "the program does not end" }
  guard [0, 1, 2, 64].contains(status) else { return "the program ends with status \(status)" }
  if terminal.written.contains(0x1B) { return "an escape is printed" }
  return strays(in: terminal, isUTF8: isUTF8)
}

private func strays(in terminal: VirtualTerminal, isUTF8: Bool) -> String? {
  WrittenBytes(terminal.written, isUTF8: isUTF8).strays.first.map { "on the terminal: \($0)" }
}

/// The program under test, which runs in a folder of its own.
private enum FuzzProgram {
  /// Where the program is: beside this one.
  private static let path: String = {
    let resolved = realpath("/proc/self/exe", nil)
    defer { free(resolved) }
    let own = resolved.map { String(cString: $0) } ?? ""
    return own[..<(own.lastIndex(of: "/") ?? own.startIndex)] + "/skein"
  }()

  /// Where it runs; removed at the end.
  private static let folder: String = {
    var template = Array("/tmp/skein-fuzz-XXXXXX".utf8CString)
    mkdtemp(&template)
    atexit { _ = system("rm -rf '\(FuzzProgram.folder)'") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// Writes a file into the folder.
  static func save(_ bytes: some Sequence<UInt8>, as name: String) {
    guard let file = fopen("\(folder)/\(name)", "w") else { return }
    let bytes = Array(bytes)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  static func start(_ arguments: [String], type: String, isUTF8: Bool) -> VirtualTerminal? {
    start(arguments.map { Array($0.utf8) }, type: type, isUTF8: isUTF8)
  }

  /// Starts it on a terminal of this `type`, with nothing but `curl` to start itself.
  static func start(_ arguments: [[UInt8]], type: String, isUTF8: Bool) -> VirtualTerminal? {
    VirtualTerminal(
      columns: 80,
      rows: 24,
      isUTF8: isUTF8,
      running: ["/usr/bin/env", "-C", folder, path].map { Array($0.utf8) } + arguments,
      settings: [
        // What is typed for the shell must not run.
        "HOME": folder, "PATH": "/usr/bin", "BROWSER": "true", "SHELL": "/bin/true", "TERM": type,
        // Links are followed, and lead nowhere.
        "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
        "LC_ALL": isUTF8 ? "C.UTF-8" : "C", "SWIFT_BACKTRACE": "enable=no",
      ]
    )
  }
}
