import DocumentParsing

/// What a message of Slack holds where it has no text: blocks of its own, and what programs attach.
struct SlackParts {
  /// All of it, as mark-up.
  private(set) var markup = ""

  /// Reads a message.
  init(_ message: JSONValue) {
    for block in message.list("blocks") {
      // A section has its text, rich text has runs in sections, quotations and lists.
      markup += "<p>" + Mrkdwn.html(block["text"]?["text"]?.string ?? "")
      for part in block.list("elements") { markup += "<p>" + Self.runs(part) }
    }
    for part in message.list("attachments") {
      let title = part["title"]?.string ?? part["author_name"]?.string ?? ""
      markup += PlainText.paragraph(title, to: part["title_link"]?.string)
      let text = part["text"]?.string ?? part["fallback"]?.string ?? ""
      markup += "<p>" + Mrkdwn.html(text)
    }
  }

  /// The texts of runs, and of those in a list one level further.
  private static func runs(_ part: JSONValue) -> String {
    let inner = part.list("elements").map { run in
      let nested = run.list("elements").compactMap { $0["text"]?.string }.joined()
      return nested.isEmpty ? run["text"]?.string ?? run["url"]?.string ?? "" : nested + "\n"
    }
    return PlainText.html(inner.joined())
  }
}
