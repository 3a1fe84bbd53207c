import SystemServices
import Terminal

/// The command line of the process.
enum CommandArguments {
  /// The arguments behind the program's name; what in them is not UTF-8 is as `FilePath.text` has it.
  ///
  /// `CommandLine.arguments` would replace it, and the file could not be found any more.
  static var all: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { FilePath($0).text }
    }
  }

  /// `message` with every argument that it quotes on one line.
  static func visible(_ message: String) -> String {
    all.filter { $0.utf8.contains { $0 < 0x20 } }.reduce(message) { message, argument in
      message.replacing(argument, with: VisibleText.line(argument))
    }
  }
}
