extension JSONArchiveFormat {
  /// Every export that skein reads as JSON and that holds several discussions.
  package static let builtIn = [
    JSONArchiveFormat(
      name: "telegram-account",
      summary: "the chats of one person in Telegram's export",
      lists: ["chats.list", "left_chats.list"],
      title: ["name"],
      messages: "messages",
      notes: JSONSign("type", prefix: ("type", "service")),
      tags: [.text("type")],
      system: { .telegram }
    )
  ]
}
