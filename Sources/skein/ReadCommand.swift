import ArgumentParser
import ReaderUI

extension LayoutMode: ExpressibleByArgument {}

/// `skein [SOURCE]`: reads a document on the terminal.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read an article and the discussion under it.",
    usage: "skein [<options>] [<source>]",
    discussion: "With standard output not a terminal, prints the document as text."
  )

  @Argument(
    help: "A file or an address; `-` reads standard input. Without one: a tour of the program.",
    completion: .file()
  )
  var source: String?

  @Option(help: "What the source is, one of `skein formats`; else found out.")
  var format: String?

  @Option(
    help: ArgumentHelp(
      "A fuller copy that completes cut comments, a file or an address.",
      valueName: "file"
    ),
    completion: .file()
  )
  var full: String?

  @Option(
    name: .customLong("url"),
    help: ArgumentHelp(
      "The page's own address, for a file that does not tell it.",
      valueName: "address"
    )
  )
  var address: String?

  @Option(
    help: ArgumentHelp("A theme by name, one of `skein themes`, or by file.", valueName: "name")
  )
  var theme: String?

  @Option(help: "How the panes share the window; auto goes by its width.")
  var layout: LayoutMode?

  @Option(name: .customLong("goto"), help: ArgumentHelp("Start at comment n.", valueName: "n"))
  var comment: Int?

  @Option(help: ArgumentHelp("Start at the first match.", valueName: "pattern"))
  var search: String?

  @Flag(name: .customLong("no-color"), help: "Use no colours.")
  var noColor = false

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Flag(name: .customLong("no-state"), help: "Remember nothing of this session.")
  var noState = false

  @Option(help: ArgumentHelp("The settings file.", valueName: "file"), completion: .file())
  var config: String?

  func run() throws {
    var arguments = ReaderArguments()
    arguments.source = source
    arguments.format = format
    arguments.full = full
    arguments.address = address
    arguments.theme = theme
    arguments.layout = layout
    arguments.comment = comment
    arguments.search = search
    arguments.usesColor = !noColor
    arguments.usesMouse = !noMouse
    arguments.settingsFile = config
    try Reader(arguments: arguments).run()
  }
}
