import ArgumentParser

/// `skein search`: lists the lines of articles and comments that hold a match.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search articles and comments.",
    discussion: """
      Prints each matching line as LOCATION:comment n (author): line, LOCATION:article: line, or \
      LOCATION:thread: line for text of the discussion outside any comment. Of a source with several \
      discussions, such as a mailbox, all are searched; their lines begin with LOCATION:entry n, as \
      `skein list` numbers them. Case matters only if the pattern has a capital letter, accents \
      only where it has them. The exit code is 1 if nothing was found, and 2 if a source could not \
      be read, or the pattern takes too many steps on a text; everything else is searched \
      nevertheless.
      """
  )

  @Flag(
    name: [.customShort("c"), .long],
    help: "Print only the number of matching lines of each source."
  )
  var count = false

  @Flag(name: [.customShort("l"), .long], help: "Print only the sources that have a match.")
  var list = false

  @Flag(
    name: [.customShort("i"), .long],
    help: "Ignore case even if the pattern has capital letters."
  )
  var ignoreCase = false

  @Flag(
    name: [.customShort("F"), .long],
    help: "Search for the pattern as plain text, not as a regular expression."
  )
  var fixed = false

  @Option(
    help: ArgumentHelp(
      "Search only comments whose author's name contains this text.",
      valueName: "name"
    )
  )
  var from: String?

  @Option(
    help: "The format of the sources, one of `skein formats`; detected if left out.",
    completion: .formats
  )
  var format: String?

  @OptionGroup var source: EncodingOption

  @Argument(help: "The regular expression (PCRE2) to search for.")
  var pattern: String

  @Argument(help: "Files or web addresses; `-` reads standard input.", completion: .file())
  var sources: [String]

  func run() throws {
    var search = SourceSearch()
    search.isCounted = count
    search.isList = list
    search.ignoresCase = ignoreCase
    search.isFixed = fixed
    search.author = from
    search.format = format
    search.encoding.stated = source.encoding
    search.pattern = pattern
    search.sources = sources
    try search.run()
  }
}
