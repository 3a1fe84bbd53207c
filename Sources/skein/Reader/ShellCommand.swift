import SystemServices

/// A command that the user types for the shell.
enum ShellCommand {
  /// The program that runs `command` in `$SHELL` and then waits for Enter; an empty one is a shell.
  ///
  /// A `%` stands for `file`, the source being read, as in less; `\\%` is a percent sign. With `input`
  /// the command reads that file.
  static func program(_ command: String, file: String?, input: String? = nil) -> Program {
    let line = expanded(command, file: file)
    guard !line.isEmpty else { return Program(Environment.value(of: "SHELL") ?? "sh") }
    let run = "\"${SHELL:-sh}\" -c \"$1\"" + (input == nil ? "" : " <\"$2\"")
    let script = """
      \(run)
      status=$?
      [ $status -eq 0 ] || printf '\\nexit status %s' "$status"
      printf '\\nPress Enter to go on reading. '
      read -r _
      """
    return Program("sh", ["-c", script, "sh", line] + [input].compactMap { $0 })
  }

  /// `command` with the name of `file`, quoted, in place of each `%`.
  static func expanded(_ command: String, file: String?) -> String {
    var line = ""
    var isEscaped = false
    for character in command {
      switch (character, isEscaped) {
      case ("\\", false): isEscaped = true
      case ("%", true):
        line += "%"
        isEscaped = false
      case ("%", false): line += file.map(quoted) ?? "%"
      default:
        line += (isEscaped ? "\\" : "") + String(character)
        isEscaped = false
      }
    }
    return line + (isEscaped ? "\\" : "")
  }

  private static func quoted(_ name: String) -> String {
    "'" + name.replacing("'", with: "'\\''") + "'"
  }
}
