import SystemServices

/// A program that puts what it reads on a clipboard.
struct CopyProgram {
  /// The program and its arguments.
  let program: Program
  /// The variable of the environment without which it has no clipboard; `nil`: it needs none.
  private let variable: String?

  /// All, the nearest clipboard first.
  static let all = [
    CopyProgram(program: Program("wl-copy"), variable: "WAYLAND_DISPLAY"),
    CopyProgram(program: Program("xclip", ["-selection", "clipboard"]), variable: "DISPLAY"),
    CopyProgram(program: Program("xsel", ["--clipboard", "--input"]), variable: "DISPLAY"),
    CopyProgram(program: Program("pbcopy"), variable: nil),
    CopyProgram(program: Program("tmux", ["load-buffer", "-w", "-"]), variable: "TMUX"),
  ]

  /// The first that is installed and has a clipboard; `nil` if there is none.
  static var found: Program? {
    all.first { $0.hasClipboard && $0.program.path != nil }?.program
  }

  private var hasClipboard: Bool { variable.map { Environment.value(of: $0) != nil } ?? true }
}
