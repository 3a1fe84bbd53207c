import ArgumentParser
import DocumentFormats
import Glibc
import ReaderConfig
import SystemServices
import Terminal

/// The program; without the name of a command it reads a document.
@main
struct Skein: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skein",
    abstract: "Read an article and the discussion under it.",
    version: Version.text,
    subcommands: [
      ReadCommand.self, ListCommand.self, LoreCommand.self, ExportCommand.self, SearchCommand.self,
      HistoryCommand.self, ForgetCommand.self, LibraryCommand.self, FormatsCommand.self,
      ThemesCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: ReadCommand.self
  )

  /// Parses the command line, runs the command and exits with its code.
  static func main() {
    Heap.growsInLargeSteps()
    // Writing to a pipe that nobody reads is an error like others.
    signal(SIGPIPE, SIG_IGN)
    do {
      try run(CommandArguments.all)
    } catch {
      Glibc.exit(report(error))
    }
  }

  private static func run(_ arguments: [String]) throws {
    if let reading = ReaderArguments(reading: arguments[...]) { return try reading.run() }
    if let export = Export(of: arguments) { return try export.run() }
    if let search = SourceSearch(of: arguments) { return try search.run() }
    if asksForHelp(arguments) { throw CleanExit.message(overview) }
    if let error = UsageError(helpIn: arguments) { throw error }
    if let script = CompletionScript.requested(by: arguments) {
      return try StandardOutput.write(line: script.text)
    }
    var command = try parse(arguments)
    try command.run()
  }

  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try parseAsRoot(arguments)
    } catch {
      guard exitCode(for: error) == .validationFailure else { throw error }
      throw UsageError(parsingError(of: arguments) ?? error, in: arguments)
    }
  }

  /// The error about `arguments` made visible, since its message quotes them.
  private static func parsingError(of arguments: [String]) -> (any Error)? {
    do {
      _ = try parseAsRoot(arguments.map { VisibleText.line(bytes: FilePath($0).bytes) })
      return nil
    } catch {
      return error
    }
  }

  /// Says what went wrong, or what was asked for in place of a command; returns the exit code.
  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case is Interruption: return 130
    case let code as ExitCode: return code.rawValue
    case let error as UsageError:
      StandardError.report(error)
      return ExitCode.validationFailure.rawValue
    default: break
    }
    let code = exitCode(for: error)
    do {
      // ArgumentParser gives errors that it does not know the code of `skein search` without a match.
      guard code != .failure else { throw error }
      try StandardOutput.write(line: fullMessage(for: error))
      return code.rawValue
    } catch {
      StandardError.report("\(error)")
      return 2
    }
  }

  /// Whether the command line is a request for help and nothing else.
  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.count == 1 && ["-h", "--help", "help"].contains(arguments.first)
  }

  /// The help of the reader, followed by the list of the other commands.
  private static var overview: String {
    let commands = helpMessage()
    let start = commands.firstRange(of: "SUBCOMMANDS:")?.lowerBound ?? commands.endIndex
    return helpMessage(for: ReadCommand.self) + "\n" + commands[start...]
  }

  /// The names of the commands, without `help`.
  static var commandNames: [String] { configuration.subcommands.map { $0._commandName } }

  /// Whether an argument is the name of a command.
  static func isCommand(_ argument: String) -> Bool {
    // No command's name has a dot or a slash; this is the quick way for most sources.
    guard !argument.utf8.contains(where: { $0 == 0x2E || $0 == 0x2F }) else { return false }
    return argument == "help" || commandNames.contains(argument)
  }
}
