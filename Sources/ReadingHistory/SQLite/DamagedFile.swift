import Glibc
import SystemServices

/// Damaged databases, which are kept for whoever can mend them.
package enum DamagedFile {
  /// Gives the file at `path`, and those that belong to it, a name that is free; returns the name, or
  /// `nil` if that cannot be done.
  package static func moveAside(_ path: String) -> String? {
    for number in 1...99 {
      let name = "\(path).damaged" + (number == 1 ? "" : "-\(number)")
      guard name.withFileName({ access($0, F_OK) }) != 0 else { continue }
      guard move(path, to: name) else { return nil }
      for suffix in ["-wal", "-shm"] { _ = move(path + suffix, to: name + suffix) }
      return name
    }
    return nil
  }

  private static func move(_ path: String, to name: String) -> Bool {
    path.withFileName { old in name.withFileName { rename(old, $0) } } == 0
  }
}
