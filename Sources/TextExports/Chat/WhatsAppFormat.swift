import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel
import Structured

/// A chat as WhatsApp exports it.
struct WhatsAppFormat: DocumentFormat {
  let name = "whatsapp"
  let summary = "a chat, from WhatsApp's export"

  /// How many lines are looked at.
  private static let looked = 60

  /// `certain` of text whose first line begins a message, and in which most lines do.
  func confidence(in source: SourceText, fileName: String) -> Confidence {
    let lines = Self.lines(source.prefix(1 << 14)).filter { !$0.allSatisfy { $0 <= 0x20 } }
      .prefix(Self.looked)
    guard let first = lines.first, ChatLine(first) != nil else { return .no }
    let begun = lines.compactMap { ChatLine($0) }
    let isChat =
      begun.contains { $0.author != nil } && begun.count > 1 && begun.count * 3 >= lines.count
    source.decisions?.note(
      name,
      "lines",
      "\(begun.count) of \(lines.count) lines begin a message",
      isMet: isChat
    )
    return isChat ? .certain : .no
  }

  private static func lines(_ source: SourceText) -> [ArraySlice<UInt8>] {
    source.text.withBytes { Array($0) }.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// Reads all messages; nobody says what is answered.
  func parse(_ source: SourceText) -> Document {
    var thread = PageThread()
    var text: [UInt8] = []
    var notices = 0
    var isNotice = true
    func end() {
      guard !isNotice else { return }
      thread.comments[thread.comments.count - 1].markup = PlainText.html(
        String(decoding: text, as: UTF8.self)
      )
    }
    for line in Self.lines(source) {
      guard let message = ChatLine(line) else {
        text += [0x0A] + line
        continue
      }
      end()
      // On iOS a chat begins with a notice in the name of the other side or of the group.
      let isFirst = notices == 0 && thread.comments.isEmpty
      isNotice = message.author == nil || isFirst && message.isMarked
      text = Array(line[message.text])
      guard let author = message.author, !isNotice else {
        notices += 1
        continue
      }
      var comment = PageComment(element: HTMLDocument.root)
      comment.author = author
      comment.date = PageDate(text: message.date)
      thread.comments.append(comment)
    }
    end()
    if notices > 0 { thread.diagnostics.append(.leavesOutNotices(notices)) }
    return ThreadDocument.make(thread, from: source, format: name)
  }
}

extension Diagnostic {
  /// Messages of the app itself, such as who joined.
  fileprivate static func leavesOutNotices(_ count: Int) -> Diagnostic {
    let notices = count.counted("notice")
    return Diagnostic(.note, "\(notices) of the app about the chat left out")
  }
}
