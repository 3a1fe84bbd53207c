import ArgumentParser
import ReaderUI

/// A command line that is wrong; exit code 64.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong and where help is, on one line.
  let description: String

  /// The error that ArgumentParser found in `arguments`.
  init(_ error: any Error, in arguments: [String]) {
    let lines = Skein.message(for: error).split(separator: "\n" as Character)
    var message = lines.joined(separator: " ")
    if message.last == "." { message.removeLast() }
    let named = Skein.commandNames.first { $0 == arguments.first }
    let help = named.map { "skein help \($0)" } ?? "skein --help"
    description =
      message.prefix(1).lowercased() + message.dropFirst() + "; `\(help)` lists the options"
  }

  /// A request for help about what is no command; `nil` for other command lines.
  init?(helpIn arguments: [String]) {
    guard arguments.first == "help", arguments.count > 1, let name = arguments.dropFirst().first,
      !name.hasPrefix("-"), !(Skein.commandNames + ["help"]).contains(name)
    else { return nil }
    let hint = suggestion(for: name, among: Skein.commandNames)
    description = "\(name): no such command\(hint); `skein --help` lists all commands"
  }
}
