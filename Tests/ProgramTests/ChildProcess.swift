import Glibc
import Testing

/// A program started and waited for.
///
/// Foundation's `Process` waits for all that inherits its socket, a server of tmux too, and so for
/// ever. This one hands nothing down but the three streams.
struct ChildProcess {
  /// The file and what follows it on the command line.
  let arguments: [String]
  /// All of its environment.
  let environment: [String: String]
  /// Where it begins.
  let folder: String
  /// The files of its three streams.
  var input = "/dev/null"
  var output = "/dev/null"
  var errors = "/dev/null"

  /// Goes to the folder, closes what the tests have open, and becomes the program.
  private static let prelude = """
    cd "$0"
    for fd in /proc/self/fd/*; do
      fd=${fd##*/}
      if [ "$fd" -gt 2 ]; then eval "exec $fd>&-"; fi
    done
    exec "$@"
    """

  /// Runs it to its end; the exit code, or 128 and the number of the signal that ended it.
  func run() -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The tests' threads have signals blocked, which would be handed down.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let shell = "/bin/bash"
    let words = ([shell, "-c", Self.prelude, folder] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    let failure = posix_spawn(&process, shell, &actions, &attributes, words, variables)
    #expect(failure == 0, "\(arguments) did not start")
    guard failure == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
