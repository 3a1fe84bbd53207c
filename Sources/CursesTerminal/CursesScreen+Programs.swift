import CNcurses
import Glibc
import Terminal

/// Leaving the terminal to the shell and to other programs.
extension CursesScreen {
  /// Stops the program as the shell's stop key does; returns when it is continued.
  ///
  /// `InputEvent.resumed` follows, after a change of size if there was one.
  public func suspend() {
    leave()
    cn_stop()
    enter()
    adoptWindowSize()
  }
}
