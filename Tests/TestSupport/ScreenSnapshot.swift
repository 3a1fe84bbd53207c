import Glibc
import ReaderUI
import Terminal

/// A screen kept in a file: its size, the keys that led to it, its rows, then who coloured which
/// cells.
///
/// Rows and columns of the styles count from 1. Cells that look like the page are left out.
public struct ScreenSnapshot {
  /// The screen as text.
  public let text: String
  private let path: String

  /// The screen of `session` after `keys`, kept as `name` in the folder `Screens` beside `testFile`.
  public init(_ session: Session, keys: String, name: String, testFile: String = #filePath) {
    var session = session
    session.theme = .roles
    let size = session.state.size
    let rule = String(repeating: "─", count: size.columns)
    let lines =
      ["\(size.columns)x\(size.rows)", "keys: \(keys)", rule] + session.rows + [rule]
      + Self.styleRuns(of: session.grid)
    text = lines.joined(separator: "\n") + "\n"
    let folder = testFile.split(separator: "/").dropLast().joined(separator: "/")
    path = "/\(folder)/Screens/\(name)-\(size.columns)x\(size.rows).screen"
  }

  /// How the screen differs from the file, `nil` if it does not.
  ///
  /// With `RECORD_SNAPSHOTS=1` in the environment the file is written anew, and said to differ.
  public func difference() -> String? {
    if getenv("RECORD_SNAPSHOTS").map({ String(cString: $0) }) == "1" {
      return write() ? "recorded \(path)" : "could not write \(path)"
    }
    guard let kept = read() else { return "there is no \(path): RECORD_SNAPSHOTS=1 makes it" }
    guard kept != text else { return nil }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changed = new.indices.first { !old.indices.contains($0) || old[$0] != new[$0] }
    let line = changed ?? new.count
    let was = old.indices.contains(line) ? old[line] : ""
    let now = new.indices.contains(line) ? new[line] : ""
    return "line \(line + 1) of \(path)\n- \(was)\n+ \(now)\n\(text)"
  }

  private static func styleRuns(of grid: Grid) -> [String] {
    var runs: [String] = []
    for row in 0..<grid.size.rows {
      var start = 0
      while start < grid.size.columns {
        let style = grid[Position(row: row, column: start)].style
        var end = start + 1
        while end < grid.size.columns, grid[Position(row: row, column: end)].style == style {
          end += 1
        }
        let names = Theme.roleNames(of: style)
        if names != "text" { runs.append("\(row + 1):\(start + 1)-\(end) \(names)") }
        start = end
      }
    }
    return runs
  }

  private func read() -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write() -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
