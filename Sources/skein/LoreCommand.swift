import ArgumentParser
import SiteAccess

/// `skein lore ADDRESS`: reads a thread of a mailing list from the archive that keeps it.
struct LoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lore",
    abstract: "Read a thread of a mailing list on lore.kernel.org.",
    discussion: """
      Fetches the whole thread of a message as a mailbox. Addresses of other archives that run \
      public-inbox or HyperKitty work as well. Without a message, the name of a list opens its page.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The address of a message, its Message-ID, or the name of a list.",
      valueName: "address"
    )
  )
  var addresses: [String]

  func run() throws {
    var arguments = ReaderArguments()
    arguments.sources = try addresses.map { address in
      guard let page = LoreAddress.page(of: address) else {
        throw Failure("\(address): neither an address nor the id of a message, such as a@b.example")
      }
      return page
    }
    try arguments.run()
  }
}
