import SystemServices

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
}
