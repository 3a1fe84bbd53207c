/// A command whose usual command lines are read without ArgumentParser, which takes longer than it
/// takes to read most pages.
///
/// What its table does not know is left to ArgumentParser: values joined to their option, letters put
/// together, abbreviations, help, and all mistakes, which it explains.
protocol QuickCommand {
  /// The options in the forms they are usually written in.
  static var options: [QuickOption<Self>] { get }

  /// The command with the value of every option that was not given.
  init()
  /// Takes the arguments that are no options; returns whether they are enough.
  mutating func take(_ operands: [String]) -> Bool
  /// Does the work.
  func run() throws
}

/// An option of a command line: its names, and what it changes.
struct QuickOption<Command> {
  fileprivate enum Effect {
    case flag((inout Command) -> Void)
    /// Returns whether the value is one.
    case value((inout Command, String) -> Bool)
  }

  fileprivate let names: [String]
  fileprivate let effect: Effect

  /// An option without a value.
  init(_ names: String..., flag: @escaping (inout Command) -> Void) {
    self.names = names
    effect = .flag(flag)
  }

  /// An option with a value, the next argument; `take` returns whether it is fit.
  init(_ names: String..., take: @escaping (inout Command, String) -> Bool) {
    self.names = names
    effect = .value(take)
  }
}

extension QuickCommand {
  /// The command with these arguments, `nil` if ArgumentParser has to read them.
  init?(reading arguments: ArraySlice<String>) {
    self.init()
    var operands: [String] = []
    var rest = arguments
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      switch Self.options.first(where: { $0.names.contains(argument) })?.effect {
      case .flag(let set): set(&self)
      case .value(let take):
        guard let value = rest.popFirst(), !value.hasPrefix("-"), take(&self, value) else {
          return nil
        }
      case nil: return nil
      }
    }
    guard take(operands) else { return nil }
  }
}

/// A quick command that a command line names.
protocol NamedQuickCommand: QuickCommand {
  /// The name of the command.
  static var name: String { get }
}

extension NamedQuickCommand {
  /// The command of a command line, `nil` if that is of another or ArgumentParser has to read it.
  init?(of arguments: [String]) {
    guard arguments.first == Self.name else { return nil }
    self.init(reading: arguments.dropFirst())
  }
}
