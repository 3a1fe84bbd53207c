import CursesTerminal
import Glibc
import SystemServices

/// Puts text on the clipboard.
final class Clipboard {
  /// What puts text on the clipboard.
  enum Way {
    /// The shell command of the settings.
    case command(String)
    /// A program found on the machine.
    case program(Program)
    /// The terminal (OSC 52), which does not say whether it did.
    case terminal
  }

  /// What became of a text.
  enum Outcome {
    /// It is on its way; to be told behind «copied».
    case sent(String)
    case refused(Note)
  }

  private let way: Way
  /// How many programs were started, each of which posts `ended`.
  private var started = 0
  private let ended = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  /// How long a program may take, in milliseconds.
  private static let patience = 5000

  /// The clipboard that the `command` of the settings fills; if it is `nil`, a program that is there,
  /// else the terminal.
  init(command: String?) {
    way = command.map(Way.command) ?? CopyProgram.found.map(Way.program) ?? .terminal
    sem_init(ended, 0, 0)
  }

  deinit {
    finish()
    sem_destroy(ended)
    ended.deallocate()
  }

  /// Copies `text`; a command of the settings and the terminal both get it.
  ///
  /// Programs run in the background; should one fail, `late` is called there.
  func copy(
    _ text: String,
    on screen: CursesScreen,
    late: @escaping @Sendable (Note) -> Void
  ) -> Outcome {
    switch way {
    case .command(let line):
      screen.copyToClipboard(text)
      run(Program("sh", ["-c", line]), on: text) { reason in
        late(Note(text: "copy-command \(reason): \(line)", isWarning: true))
      }
      return .sent("with copy-command")
    case .program(let program):
      run(program, on: text) { reason in
        let advice = "to copy in another way, set `copy-command` in the settings"
        late(Note(text: "\(program.name) \(reason); \(advice)", isWarning: true))
      }
      return .sent("with \(program.name)")
    case .terminal:
      let advice = "install wl-copy, xclip or xsel, or set `copy-command` in the settings"
      return screen.copyToClipboard(text)
        ? .sent("by the terminal (OSC 52)")
        : .refused(
          Note(text: "not copied: this terminal has no clipboard; \(advice)", isWarning: true)
        )
    }
  }

  private func run(
    _ program: Program,
    on text: String,
    failed: @escaping @Sendable (String) -> Void
  ) {
    started += 1
    let end = CopyCompletion(semaphore: ended)
    BackgroundThread.start {
      if let reason = Self.failure(of: program, on: text) { failed(reason) }
      end.post()
    }
  }

  /// Waits until all programs have ended.
  func finish() {
    while started > 0 {
      if sem_wait(ended) == 0 { started -= 1 }
    }
  }

  private static func failure(of program: Program, on text: String) -> String? {
    do throws(SystemError) {
      let status = try program.run(input: text, within: patience)
      return status == 0 ? nil : "failed with status \(status)"
    } catch {
      let isLate = error.number == ETIMEDOUT
      return isLate ? "took more than \(patience / 1000) seconds and was stopped" : "failed"
    }
  }
}

/// Tells that a program has ended; may be used on any thread.
private struct CopyCompletion: @unchecked Sendable {
  let semaphore: UnsafeMutablePointer<sem_t>

  func post() { sem_post(semaphore) }
}
