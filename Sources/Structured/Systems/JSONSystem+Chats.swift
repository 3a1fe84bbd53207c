import DocumentModel
import DocumentParsing
import PageModel

/// What people export of their chats.
extension JSONSystem {
  /// One chat of Telegram.
  static let telegram = JSONSystem(
    signs: [
      JSONSign("messages.0.date_unixtime"), JSONSign("messages.0.from_id"),
      JSONSign("messages", "type", "id", "name"),
    ],
    post: JSONPost(title: ["name"]),
    comments: ["messages"],
    fields: telegramFields,
    adjust: adjustTelegram
  )

  private static let telegramFields = JSONFields(
    id: ["id"],
    parent: .id(["reply_to_message_id"]),
    author: ["from", "actor"],
    date: ["date", "date_unixtime"],
    edited: ["edited", "edited_unixtime"],
    body: [JSONBody("text", .runs)]
  )

  private static let adjustTelegram: @Sendable (JSONValue, inout JSONComment) -> Void = {
    value,
    comment in
    comment.isLeftOut = value["type"]?.string == "service"
    // What is answered may be in another chat, where the number means another message.
    if value["reply_to_peer_id"] != nil { comment.parts.parent = .root }
    if let source = value["forwarded_from"]?.string {
      comment.parts.badges.append("forwarded from \(source)")
    }
    if let poll = value["poll"] {
      let answers = poll.list("answers").map { (words: $0["text"], votes: $0["voters"]) }
      comment.parts.markup += Poll(question: poll["question"], answers).markup
    }
    guard comment.parts.markup.isEmpty else { return }
    let place = value["location_information"] == nil ? nil : "location"
    let kind = value["media_type"]?.string ?? (value["photo"] == nil ? place : "photo")
    let file = value["file_name"]?.string ?? value["file"]?.string ?? value["photo"]?.string
    // In place of a file that was left out a remark in brackets stands.
    let name = file?.hasPrefix("(") == true ? value["sticker_emoji"]?.string : file
    comment.parts.markup = PlainText.escaped(
      [kind, name].compactMap { $0 }.joined(separator: ": ")
    )
  }

  /// One channel, from DiscordChatExporter.
  static let discord = JSONSystem(
    signs: [JSONSign("guild", "channel", "messages")],
    post: JSONPost(title: ["channel.topic", "channel.name"], date: []),
    comments: ["messages"],
    fields: JSONFields(
      id: ["id"],
      parent: .id(["reference.messageId"]),
      author: ["author.nickname", "author.name"],
      date: ["timestamp"],
      edited: ["timestampEdited"],
      body: [JSONBody("content", .markdownLines)],
      badges: [.flag("author.isBot", "bot"), .flag("isPinned", "pinned")]
    ),
    adjust: { value, comment in
      // What is pinned, passed on or begins a thread is named as well.
      if let type = value["type"]?.string, type != "Reply" { comment.parts.parent = .root }
      if comment.parts.markup.isEmpty {
        for part in value.list("embeds") { comment.parts.markup += DiscordEmbed(part).markup }
      }
      for sticker in value.list("stickers") {
        comment.parts.markup += Picture(sticker["sourceUrl"], alt: sticker["name"]).markup
      }
      for file in value.list("attachments") {
        guard let address = file["url"]?.string else { continue }
        comment.parts.markup += PlainText.paragraph(file["fileName"]?.string ?? "", to: address)
      }
    }
  )

  /// Messages that Facebook or Instagram export: newest first, each byte of UTF-8 as a character.
  static let facebook = JSONSystem(
    signs: [JSONSign("messages.0.sender_name", "messages.0.timestamp_ms")],
    post: JSONPost(title: ["title"]),
    comments: ["messages"],
    fields: JSONFields(
      author: ["sender_name"],
      date: ["timestamp_ms"],
      body: [JSONBody("content", .latinPlain)]
    ),
    adjust: { value, comment in
      comment.parts.author = comment.parts.author.readAsLatin
      if let link = value["share"]?["link"]?.string {
        comment.parts.markup += "<p>" + PlainText.html(link)
      }
      // Files lie beside the export, at these places in it.
      let files = value.list("photos") + value.list("videos") + value.list("audio_files")
      for file in files + value.list("files") + value.list("gifs") {
        guard let place = file["uri"]?.string else { continue }
        comment.parts.markup += "<p>\(PlainText.escaped(place))"
      }
    }
  )

  /// One day of a channel, or several days one after the other, in Slack's export; the file of users may
  /// follow.
  static let slack = JSONSystem(
    signs: [JSONSign("0.ts", "0.text", prefix: ("0.type", "message"))],
    comments: [""],
    fields: JSONFields(
      id: ["ts"],
      parent: .id(["thread_ts"]),
      author: [
        "user_profile.display_name", "user_profile.real_name", "bot_profile.name", "username",
        "user",
      ],
      date: ["ts"],
      edited: ["edited.ts"],
      body: [JSONBody("text", .mrkdwn)],
      states: [JSONStateRule(.equals("subtype", "tombstone"), .deleted)]
    ),
    people: JSONPeople(
      list: "",
      sign: "profile",
      id: "id",
      name: ["profile.display_name", "profile.real_name", "real_name", "name"],
      showsUnknown: true
    ),
    adjust: { value, comment in
      comment.isLeftOut = value["ts"] == nil
      // The first message of a thread names itself.
      if value["thread_ts"]?.string == value["ts"]?.string { comment.parts.parent = .root }
      if comment.parts.markup.isEmpty { comment.parts.markup = SlackParts(value).markup }
      for file in value.list("files") {
        guard let name = file["name"]?.string ?? file["title"]?.string else { continue }
        comment.parts.markup += "<p>\(PlainText.escaped(name))"
      }
    }
  )
}
