import DocumentModel
import HTMLParsing
import PageModel

/// An entry of Movable Type's export: lines of `NAME: value`, then sections between lines of five
/// hyphens (movabletype.org/documentation/appendices/import-export-format.html).
struct MovableTypeEntry {
  /// A section: its name, the values it begins with, and its text.
  struct Section {
    let name: String
    var values: [String: String] = [:]
    var text: [Substring] = []
  }

  private let head: Section
  private let sections: [Section]

  /// The names a section may begin with; whatever else looks like one is text.
  private static let names: Set<String> = [
    "AUTHOR", "TITLE", "BASENAME", "STATUS", "ALLOW COMMENTS", "ALLOW PINGS", "CONVERT BREAKS",
    "PRIMARY CATEGORY", "CATEGORY", "DATE", "TAGS", "NO ENTRY", "EMAIL", "IP", "URL", "BLOG NAME",
    "UNIQUE URL", "PATH", "FILENAME",
  ]

  /// The entry in `lines`, which end before the line of eight hyphens.
  init(_ lines: some Sequence<Substring>) {
    var all = [Section(name: "")]
    var isHead = true
    for line in lines {
      let last = all.count - 1
      if line == "-----" {
        all.append(Section(name: ""))
        isHead = true
        continue
      }
      let value = isHead ? Self.value(line) : nil
      if last > 0, all[last].name.isEmpty, line.hasSuffix(":") {
        all[last] = Section(name: String(line.dropLast()))
        // Only comments and pings have values before their text.
        isHead = line == "COMMENT:" || line == "PING:"
      } else if let value {
        let known = all[last].values[value.name]
        let isList = value.name == "CATEGORY" && known != nil
        all[last].values[value.name] = isList ? "\(known ?? "")\n\(value.text)" : value.text
      } else {
        isHead = false
        all[last].text.append(line)
      }
    }
    head = all[0]
    sections = Array(all.dropFirst())
  }

  private static func value(_ line: Substring) -> (name: String, text: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = String(line[..<colon])
    guard names.contains(name) else { return nil }
    return (name, String(line[line.index(after: colon)...]).trimmedBlanks)
  }

  /// Whether there is an entry at all.
  var isEmpty: Bool { head.values.isEmpty }

  var title: String { head.values["TITLE"] ?? "" }
  var author: String { head.values["AUTHOR"] ?? "" }
  var date: PageDate { Self.date(head.values["DATE"]) }
  var comments: Int { sections.count { $0.name == "COMMENT" } }

  /// What it is filed under, and that it was not published.
  var tags: [String] {
    let status = head.values["STATUS"]?.lowercased() ?? "publish"
    let categories = (head.values["CATEGORY"] ?? head.values["PRIMARY CATEGORY"] ?? "")
      .split(separator: "\n").map(String.init)
    return (status == "publish" ? [] : [status]) + categories
  }

  /// The entry as a thread.
  var thread: PageThread {
    var thread = PageThread()
    var article = PageArticle(title: title, author: author, date: date)
    article.url = head.values["UNIQUE URL"]
    let texts = sections.filter { $0.name == "BODY" || $0.name == "EXTENDED BODY" }
    article.markup = texts.map { markup($0, breaks: head.values["CONVERT BREAKS"]) }.joined(
      separator: "\n"
    )
    thread.article = article
    thread.comments = sections.compactMap(comment)
    return thread
  }

  private func comment(_ section: Section) -> PageComment? {
    guard section.name == "COMMENT" || section.name == "PING" else { return nil }
    let isPing = section.name == "PING"
    var comment = PageComment(element: HTMLDocument.root)
    comment.author = section.values[isPing ? "BLOG NAME" : "AUTHOR"] ?? ""
    comment.authorURL = section.values["URL"].flatMap { $0.hasSuffix("://") ? nil : $0 }
    comment.date = Self.date(section.values["DATE"])
    comment.state = isPing ? .ping : .shown
    comment.markup = markup(section, breaks: "1")
    return comment
  }

  /// A text: mark-up, in which line breaks count unless the entry says otherwise.
  private func markup(_ section: Section, breaks: String?) -> String {
    let text = section.text.joined(separator: "\n")
    return breaks == "0" ? text : WordPressText.html(text)
  }

  /// A date, `MM/DD/YYYY hh:mm:ss`, with AM or PM or by 24 hours, whatever the country.
  private static func date(_ text: String?) -> PageDate {
    guard let text else { return .none }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count >= 5 else { return PageDate(text: text) }
    let isAfternoon = text.hasSuffix("PM")
    let hour = numbers[3] % (text.hasSuffix("M") ? 12 : 24) + (isAfternoon ? 12 : 0)
    let moment = Timestamp(
      year: numbers[2],
      month: numbers[0],
      day: numbers[1],
      hour: hour,
      minute: numbers[4],
      second: numbers.count > 5 ? numbers[5] : 0,
      precision: numbers.count > 5 ? .second : .minute
    )
    return PageDate(moment: moment, text: text)
  }
}
