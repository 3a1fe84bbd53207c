import Glibc

/// Writes the input in hand to a file when the program crashes or hangs.
///
/// The handler of a signal may touch nothing but plain memory and system calls, so what it needs
/// stands in globals, which only the one thread of the program writes.
enum CrashRecord {
  private nonisolated(unsafe) static var path: UnsafeMutablePointer<CChar>?
  private nonisolated(unsafe) static var input = UnsafeRawBufferPointer(start: nil, count: 0)

  /// More work than this no input may make, in seconds of processor time: on a busy machine any
  /// input can take long.
  private static let patience = 20

  /// Writes inputs that crash the program to `path` from now on.
  static func install(path: String) {
    self.path = strdup(path)
    // A stack of its own, for crashes that come from the end of the stack.
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = malloc(stack.ss_size)
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.sa_flags = SA_ONSTACK
    action.__sigaction_handler.sa_handler = { signal in
      CrashRecord.write()
      _exit(128 + signal)
    }
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGPROF] {
      sigaction(signal, &action, nil)
    }
  }

  /// Says that `bytes`, which must stay until `rest`, are being tried.
  static func watch(_ bytes: UnsafeRawBufferPointer) {
    input = bytes
    limit(to: patience)
  }

  /// Says that nothing is being tried.
  static func rest() {
    limit(to: 0)
    input = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// Ends the program after so many seconds of work; 0: lets it go on.
  private static func limit(to seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(Int32(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// Writes the input being tried, and prints where.
  static func write() {
    guard let path, let base = input.baseAddress else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    _ = Glibc.write(file, base, input.count)
    close(file)
    _ = Glibc.write(STDOUT_FILENO, path, strlen(path))
    _ = Glibc.write(STDOUT_FILENO, "\n", 1)
  }
}
