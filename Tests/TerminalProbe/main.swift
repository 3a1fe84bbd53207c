import CursesTerminal
import Glibc
import SystemServices
import Terminal

/// A program for the tests of the driver: shows the last event, and does what some keys ask.
///
/// `q` quits; `1`, `2` and `3` crash in three ways, `4` on a thread in the background; `z` suspends; `r` runs `sh` with what the
/// environment's `PROBE` holds; `w` wakes the screen up from another thread; `t` is told to stop by a
/// signal; `h` hangs.
func probe() -> Int32 {
  let screen: CursesScreen
  do throws(TerminalError) {
    screen = try CursesScreen()
  } catch {
    print("probe: \(error)")
    return 2
  }
  defer { screen.close() }
  var event: InputEvent?
  while true {
    show(event, on: screen)
    event = screen.nextEvent(within: nil)
    switch event {
    case .end: return 3
    case .key(let key):
      if key == Key("q") { return 0 }
      act(on: key, screen)
    default: break
    }
  }
}

/// The status of the last program run.
nonisolated(unsafe) var outcome: Int32?

/// Calls itself until the stack is full.
func overflow(_ depth: Int) -> Int { depth == 0 ? 0 : overflow(depth + 1) + 1 }

func show(_ event: InputEvent?, on screen: CursesScreen) {
  let size = screen.size
  var canvas = Canvas(Grid(size: size))
  canvas.write("size \(size.columns)x\(size.rows)", row: 0, column: 0, style: Style())
  let text = event.map { String(describing: $0) } ?? "ready"
  canvas.write(text, row: 1, column: 0, style: Style(attributes: .bold))
  if let outcome { canvas.write("ended \(outcome)", row: 2, column: 0, style: Style()) }
  screen.present(canvas.grid, cursor: nil)
}

func act(on key: Key, _ screen: CursesScreen) {
  switch key {
  case Key("1"): preconditionFailure("a crash was asked for")
  case Key("2"): kill(getpid(), SIGSEGV)
  case Key("3"): abort()
  case Key("4"):
    BackgroundThread.start { print(overflow(1)) }
    while true { show(nil, on: screen) }
  case Key("z"): screen.suspend()
  case Key("r"):
    let command = getenv("PROBE").map { String(cString: $0) } ?? ""
    outcome = screen.run(Program("sh", ["-c", command]))
  case Key("t"): kill(0, SIGTSTP)
  case Key("h"):
    var canvas = Canvas(Grid(size: screen.size))
    canvas.write("hanging", row: 0, column: 0, style: Style())
    screen.present(canvas.grid, cursor: nil)
    while true { pause() }
  case Key("w"):
    let wakeUp = screen.wakeUp
    var thread = pthread_t()
    let box = Unmanaged.passRetained(wakeUp).toOpaque()
    pthread_create(
      &thread,
      nil,
      { pointer in
        if let pointer { Unmanaged<WakeUp>.fromOpaque(pointer).takeRetainedValue().signal() }
        return nil
      },
      box
    )
    pthread_join(thread, nil)
  default: break
  }
}

exit(probe())
