import ArgumentParser
import DocumentFormats
import ReaderConfig

/// The program; without the name of a command it reads a document.
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

  /// Parses the command line, runs the command and exits with its code.
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

  /// Whether the command line is a request for help and nothing else.
  private static var asksForHelp: Bool {
    let arguments = CommandLine.arguments.dropFirst()
    return arguments.count == 1 && ["-h", "--help", "help"].contains(arguments.first)
  }

  /// The help of the reader, followed by the list of the other commands.
  private static var overview: String {
    let commands = helpMessage()
    let start = commands.firstRange(of: "SUBCOMMANDS:")?.lowerBound ?? commands.endIndex
    return helpMessage(for: ReadCommand.self) + "\n" + commands[start...]
  }

  /// The source, if the command line is a single source or empty; `nil` otherwise.
  ///
  /// Handling these without ArgumentParser saves a third of the time to the first screen.
  private static var loneSource: String?? {
    let arguments = CommandLine.arguments.dropFirst()
    guard let first = arguments.first else { return .some(nil) }
    // No command's name has a dot or a slash; this is the quick way for most sources.
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
