import ArgumentParser
import DocumentFormats
import ReaderConfig

/// The program: reads by default, other work under other names.
@main
struct Skein: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skein",
    abstract: "Read an article and the discussion under it.",
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, ExportCommand.self, SearchCommand.self, FormatsCommand.self,
      ThemesCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: ReadCommand.self
  )

  /// Parses the command line and runs what it asks for; the exit code says how that went.
  static func main() {
    do {
      if let source = loneSource { return try Reader(arguments: ReaderArguments(source)).run() }
      if asksForHelp { throw CleanExit.message(overview) }
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      StandardError.write("skein: \(failure)")
      exit(withError: ExitCode(2))
    } catch let error as SettingsError {
      StandardError.write("skein: \(error)")
      exit(withError: ExitCode(2))
    } catch is Interruption {
      exit(withError: ExitCode(130))
    } catch {
      exit(withError: error)
    }
  }

  /// Whether the command line asks for help and for nothing else.
  private static var asksForHelp: Bool {
    let arguments = CommandLine.arguments.dropFirst()
    return arguments.count == 1 && ["-h", "--help", "help"].contains(arguments.first)
  }

  /// The reader's own help, for that is what the program does unless told otherwise, and below it
  /// the other commands.
  private static var overview: String {
    let commands = helpMessage()
    let start = commands.firstRange(of: "SUBCOMMANDS:")?.lowerBound ?? commands.endIndex
    return helpMessage(for: ReadCommand.self) + "\n" + commands[start...]
  }

  /// The source, if the command line is nothing but one, or nothing at all.
  ///
  /// Taking these by hand saves a third of the time to the first screen.
  private static var loneSource: String?? {
    let arguments = CommandLine.arguments.dropFirst()
    guard let first = arguments.first else { return .some(nil) }
    // A dot or a slash is in no command's name: most sources need no look at the commands.
    if arguments.count == 1, first.utf8.contains(where: { $0 == 0x2E || $0 == 0x2F }),
      !first.hasPrefix("-")
    {
      return first
    }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard arguments.count == 1, !first.hasPrefix("-") || first == "-", !names.contains(first) else {
      return nil
    }
    return first
  }
}
