import ReaderUI

extension ReaderArguments: QuickCommand {
  static var options: [QuickOption<ReaderArguments>] {
    [
      QuickOption("--no-state") { $0.remembers = false },
      QuickOption("--no-color") { $0.usesColor = false },
      QuickOption("--no-mouse") { $0.usesMouse = false },
      QuickOption("--url") {
        $0.address = $1; return true
      },
      QuickOption("--full") {
        $0.full = $1; return true
      },
      QuickOption("--theme") {
        $0.theme = $1; return true
      },
      QuickOption("--config") {
        $0.settingsFile = $1; return true
      },
      QuickOption("--layout") { arguments, value in
        arguments.layout = LayoutMode(rawValue: value)
        return arguments.layout != nil
      },
      QuickOption("--goto") { arguments, value in
        arguments.comment = Int(value)
        return arguments.comment != nil
      },
      QuickOption("--search") {
        $0.search = $1; return true
      },
      QuickOption("--format") {
        $0.format = $1; return true
      },
    ]
  }

  mutating func take(_ operands: [String]) -> Bool {
    sources = operands
    return !operands.contains { Skein.isCommand($0) }
  }

  func run() throws {
    try Reader(arguments: self).run()
  }
}
