import ArgumentParser
import ReaderUI

extension LayoutMode: ExpressibleByArgument {}

/// `skein [SOURCE]`: reads a document on the terminal.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read an article and the discussion under it.",
    usage: "skein [<options>] [<source> ...]",
    discussion: "If the output is not a terminal, skein prints the document as text."
  )

  @Argument(
    help: ArgumentHelp(
      """
      Files, folders or web addresses; `-` reads standard input. Of several, `:n` and `:p` show the \
      next and the previous one. Without a source, a list of what was read before; the first time, a \
      tour of skein.
      """,
      valueName: "source"
    ),
    completion: .file()
  )
  var sources: [String] = []

  @Option(
    help: "The format of the source, one of `skein formats`; detected if left out.",
    completion: .formats
  )
  var format: String?

  @OptionGroup var source: EncodingOption

  @Option(
    help: ArgumentHelp(
      "A fuller copy of the page, for comments that the site has cut: a file or an address.",
      valueName: "file"
    ),
    completion: .file()
  )
  var full: String?

  @Option(
    name: .customLong("url"),
    help: ArgumentHelp(
      "The address of the page, for a file that does not contain it.",
      valueName: "address"
    )
  )
  var address: String?

  @Option(
    help: ArgumentHelp("A theme: a name listed by `skein themes`, or a file.", valueName: "name"),
    completion: .themes
  )
  var theme: String?

  @Option(help: "How the panes share the window; auto decides by its width.")
  var layout: LayoutMode?

  @Option(
    name: .customLong("goto"),
    help: ArgumentHelp("Start at comment number n.", valueName: "n")
  )
  var comment: Int?

  @Option(help: ArgumentHelp("Search, and start at the first match.", valueName: "pattern"))
  var search: String?

  @Flag(name: .customLong("no-color"), help: "Do not use colours.")
  var noColor = false

  @Flag(
    name: .customLong("no-mouse"),
    help: "Do not use the mouse; the terminal selects text with it."
  )
  var noMouse = false

  @Flag(
    name: .customLong("no-state"),
    help: "Remember nothing of this session, and show nothing of earlier ones."
  )
  var noState = false

  @Option(
    help: ArgumentHelp("The settings file to use instead of the usual one.", valueName: "file"),
    completion: .file()
  )
  var config: String?

  func run() throws {
    var arguments = ReaderArguments()
    arguments.sources = sources
    arguments.format = format
    arguments.encoding.stated = source.encoding
    arguments.full = full
    arguments.address = address
    arguments.theme = theme
    arguments.layout = layout
    arguments.comment = comment
    arguments.search = search
    arguments.usesColor = !noColor
    arguments.usesMouse = !noMouse
    arguments.settingsFile = config
    arguments.remembers = !noState
    try arguments.run()
  }
}
