import CursesTerminal
import Glibc
import SystemServices

/// Puts text on the clipboard.
final class Clipboard {
  /// A shell command that reads the text on its standard input; `nil`: the terminal alone is asked.
  private let command: String?
  /// How many commands were started, each of which posts `ended`.
  private var started = 0
  private let ended = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  /// How long a command may take, in milliseconds.
  private static let patience = 5000

  /// The clipboard as the settings have it.
  init(command: String?) {
    self.command = command
    sem_init(ended, 0, 0)
  }

  deinit {
    finish()
    sem_destroy(ended)
    ended.deallocate()
  }

  /// Copies `text`, by the terminal and by the command; returns what to tell the user.
  ///
  /// The command runs in the background; should it fail, `late` is called there.
  func copy(
    _ text: String,
    on screen: CursesScreen,
    late: @escaping @Sendable (Note) -> Void
  ) -> Note? {
    let isTaken = screen.copyToClipboard(text)
    guard let command else {
      return isTaken
        ? nil
        : Note(
          text: "this terminal has no clipboard: set `copy-command` in the settings",
          isWarning: true
        )
    }
    started += 1
    let end = Completion(semaphore: ended)
    BackgroundThread.start {
      if let reason = Self.failure(of: command, on: text) {
        late(Note(text: "copy-command \(reason): \(command)", isWarning: true))
      }
      end.post()
    }
    return nil
  }

  /// Waits until all commands have ended.
  func finish() {
    while started > 0 {
      if sem_wait(ended) == 0 { started -= 1 }
    }
  }

  private static func failure(of command: String, on text: String) -> String? {
    do throws(SystemError) {
      let status = try Program("sh", ["-c", command]).run(input: text, within: patience)
      return status == 0 ? nil : "failed with status \(status)"
    } catch {
      let isLate = error.number == ETIMEDOUT
      return isLate ? "took more than \(patience / 1000) seconds and was stopped" : "failed"
    }
  }
}

/// Tells that a command has ended; may be used on any thread.
private struct Completion: @unchecked Sendable {
  let semaphore: UnsafeMutablePointer<sem_t>

  func post() { sem_post(semaphore) }
}
