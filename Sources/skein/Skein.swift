import ArgumentParser
import DocumentFormats

/// The program: reads by default, other work under other names.
@main
struct Skein: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skein",
    abstract: "Read an article and the discussion under it.",
    version: "0.1.0",
    subcommands: [ReadCommand.self, ExportCommand.self, FormatsCommand.self],
    defaultSubcommand: ReadCommand.self
  )

  /// Parses the command line and runs what it asks for; the exit code says how that went.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      StandardError.write("skein: \(failure)")
      exit(withError: ExitCode(2))
    } catch {
      exit(withError: error)
    }
  }
}
