import Foundation
import Testing

/// A real terminal to run the program in: a window of tmux with a shell in it.
///
/// The server is one of its own, on a socket of its own, and ends with this value.
final class TmuxTerminal {
  /// Where tmux is, `nil` if it is not installed.
  static let tmux = InstalledProgram.path(of: "tmux")

  /// How long a condition may take to come true.
  private static let patience = Duration.seconds(30)

  /// A folder for the files of the test.
  let scratch: ScratchFolder
  private let socket: String
  private let program: String

  /// A shell in a window of `columns` by `rows`, with `settings` in its environment.
  init(columns: Int = 110, rows: Int = 30, settings: [String: String] = [:]) async throws {
    scratch = try ScratchFolder()
    socket = scratch.url.appending(path: "tmux").path
    program = try #require(ProgramRun.program, "skein is not beside the tests").path
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.url.path, "LANG": "C.UTF-8",
      "TERM": "tmux-256color", "PS1": "$ ", "SWIFT_BACKTRACE": "enable=no",
    ].merging(settings) { $1 }
    let shell =
      ["env", "-i"] + environment.map { "'\($0.key)=\($0.value)'" }
      + ["/bin/bash", "--norc", "--noprofile", "-i"]
    try run([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "-c", scratch.url.path, "exec " + shell.joined(separator: " "),
    ])
    try run(["set", "-g", "status", "off"])
    try await waits { $0.screen.contains("$") }
  }

  deinit { _ = try? run(["kill-server"]) }

  /// Starts the program on `arguments`, words for the shell; `around` has `%` in its place.
  ///
  /// When it has ended, the shell prints `status` and its exit code.
  func start(_ arguments: String = "", around: String = "%") throws {
    let command = around.replacing("%", with: "'\(program)' \(arguments)")
    let script = try scratch.write(command + "\n", to: "command.sh")
    type(". \(script.path); echo \"status $?\"")
    press("Enter")
  }

  /// Types `text` as it stands.
  func type(_ text: String) { _ = try? run(["send-keys", "-l", text]) }

  /// Presses the keys, by the names tmux has for them.
  func press(_ keys: String...) { _ = try? run(["send-keys"] + keys) }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The text on the screen.
  var screen: String { (try? run(["capture-pane", "-p"])) ?? "" }

  /// The text on the screen with the escapes that colour it.
  var styledScreen: String { (try? run(["capture-pane", "-p", "-e"])) ?? "" }

  /// Whether nothing a full-screen program does is left, as far as tmux knows.
  var isRestored: Bool {
    let flags = "#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{bracket_paste_flag}"
    guard let answer = try? run(["display-message", "-p", flags]) else { return false }
    return answer.hasPrefix("0 0 1")
  }

  /// The process that has the terminal's foreground, if it is not the shell.
  var process: pid_t? {
    guard let answer = try? run(["display-message", "-p", "#{pane_pid}"]),
      let shell = pid_t(answer.trimmingCharacters(in: .whitespacesAndNewlines)),
      let children = try? String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children",
        encoding: .utf8
      )
    else { return nil }
    return children.split(separator: " ").last.flatMap { pid_t($0) }
  }

  /// Waits until `condition` holds; fails the test with the screen if it does not in time.
  func waits(
    sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (TmuxTerminal) -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + Self.patience
    while !condition(self) {
      guard ContinuousClock.now < deadline else {
        Issue.record("waited in vain; the screen:\n\(screen)", sourceLocation: sourceLocation)
        throw CancellationError()
      }
      try await Task.sleep(for: .milliseconds(30))
    }
  }

  /// Waits until `text` is on the screen.
  func waits(for text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await waits(sourceLocation: sourceLocation) { $0.screen.contains(text) }
  }

  /// Waits until the program has ended with exit code `status` and left the terminal as it was.
  func waitsForEnd(
    status: Int32,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await waits(sourceLocation: sourceLocation) {
      $0.screen.contains("status \(status)\n") && $0.isRestored
    }
    type("stty -a | grep -o ' icanon\\| echo '; echo 'all t''old'")
    press("Enter")
    try await waits(for: "all told", sourceLocation: sourceLocation)
    #expect(screen.contains("\n icanon\n"), sourceLocation: sourceLocation)
    #expect(screen.contains("\n echo\n"), sourceLocation: sourceLocation)
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let tmux = try #require(Self.tmux, "tmux is not installed")
    let answer = scratch.url.appending(path: "answer")
    let child = ChildProcess(
      arguments: [tmux, "-u", "-S", socket] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "tmux-256color"],
      folder: scratch.url.path,
      output: answer.path
    )
    guard child.run() == 0 else { return "" }
    return try String(contentsOf: answer, encoding: .utf8)
  }
}
