import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel

/// The comments in a page's JSON-LD: `comment`, `acceptedAnswer` and `suggestedAnswer` of what it
/// describes, and objects of their types that stand by themselves.
///
/// Answers to frequent questions have neither author nor date; those are no comments.
struct LinkedThread {
  /// The comments as they follow each other in the data.
  private(set) var comments: [PageComment] = []
  /// How many there are by the data's own count.
  private(set) var declared: Int?
  /// What was too large to be read whole.
  private(set) var diagnostics: [Diagnostic] = []

  private let page: HTMLPage
  private let limit: Int
  private var isCut = false
  /// Where the comments stand that have been read, by id.
  private var indices: [String: Int] = [:]
  /// The ids that comments give for what they answer.
  private var answered: [(index: Int, id: String)] = []

  /// Reads all scripts of a page that hold JSON-LD, up to `limit` comments; O(their size).
  init(_ page: HTMLPage, limit: Int = MarkedThread.limit) {
    self.page = page
    self.limit = limit
    for index in page.tree.nodes.indices {
      let node = HTMLNodeID(index)
      guard LinkedObjects.isScript(node, page), mentionsComments(node) else { continue }
      let objects = LinkedObjects(node, page)
      if objects.isCut { diagnostics.append(.lacksLinkedData) }
      read(objects, from: node)
    }
    if isCut { diagnostics.append(.isCut(atComments: limit)) }
    for (index, id) in answered {
      guard let parent = indices[id], parent != index else { continue }
      comments[index].parent = parent < index ? .index(parent) : .id(comments[parent].id)
    }
  }

  private func mentionsComments(_ script: HTMLNodeID) -> Bool {
    let marks: [StaticString] = ["omment\"", "omments\"", "Answer\""]
    return page.tree.children(of: script).contains { text in
      page.tree.withRawText(of: text) { bytes in
        marks.contains(where: bytes.contains)
      }
    }
  }

  /// Reads what one script describes, in the order of its text, comments by themselves last.
  private mutating func read(_ objects: LinkedObjects, from script: HTMLNodeID) {
    let named = Dictionary(
      objects.all.filter { $0["@type"] != nil }.compactMap { object in
        object["@id"]?.string.map { ($0, object) }
      }
    ) { first, _ in first }
    var rest = objects.all.map { (value: $0, parent: Int?.none, isAnswer: Self.isComment($0)) }
    rest.sort { left, right in
      (left.isAnswer ? 1 : 0, left.value.offset) > (right.isAnswer ? 1 : 0, right.value.offset)
    }
    var seen: Set<Int> = []
    while let next = rest.popLast() {
      // What is described elsewhere stands here as its id.
      let id = next.value["@type"] == nil ? next.value["@id"]?.string : nil
      let value = id.flatMap { named[$0] } ?? next.value
      guard value.kind == .object, seen.insert(value.offset).inserted else { continue }
      let added =
        next.isAnswer ? add(value, answering: next.parent, of: objects, from: script) : nil
      if !next.isAnswer { noteCount(value) }
      for inner in Self.answers(to: value).reversed() {
        rest.append((inner, added ?? next.parent, true))
      }
    }
  }

  /// Adds a comment, if it is one; returns its index.
  private mutating func add(
    _ value: JSONValue,
    answering parent: Int?,
    of objects: LinkedObjects,
    from script: HTMLNodeID
  ) -> Int? {
    let names: [StaticString] = ["text", "articleBody", "commentText", "description"]
    let text = names.lazy.compactMap { value[$0]?.string }.first { !$0.isEmpty } ?? ""
    let author = value["author"] ?? value["creator"]
    let date = Self.date(value)
    var comment = PageComment(element: script)
    comment.author = objects.names(author).joined(separator: ", ")
    guard !text.isEmpty, !comment.author.isEmpty || !date.isEmpty else { return nil }
    guard comments.count < limit else {
      isCut = true
      return nil
    }
    let person = author.flatMap { $0.elements.first { _ in true } ?? $0 }
    comment.authorURL = person?["url"]?.string
    comment.date = PageDate(moment: Timestamp(iso: date), text: date)
    let change = value["dateModified"]?.string.flatMap { Timestamp(iso: $0) }
    if let change, change != comment.date.moment { comment.edited = PageDate(moment: change) }
    let votes = value["upvoteCount"]
    comment.score = votes?.integer.map { Int($0) } ?? votes?.string?.points
    comment.url = (value["url"] ?? value["replyToUrl"] ?? value["@id"])?.string
    comment.markup = text.asMarkup
    let index = comments.count
    let ids = Self.ids(value)
    for id in ids where indices[id] == nil { indices[id] = index }
    comment.id = ids.last ?? ""
    comment.parent = parent.map { .index($0) } ?? .root
    if parent == nil, let id = value["parentItem"].flatMap({ Self.ids($0).last }) {
      answered.append((index, id))
    }
    comments.append(comment)
    return index
  }

  private mutating func noteCount(_ value: JSONValue) {
    for name: StaticString in ["commentCount", "answerCount"] where declared == nil {
      declared = value[name].flatMap { $0.integer.map { Int($0) } ?? $0.string?.leadingNumber }
    }
  }

  private static func date(_ value: JSONValue) -> String {
    let names: [StaticString] = ["datePublished", "dateCreated", "commentTime", "dateModified"]
    return names.lazy.compactMap { value[$0]?.string }.first ?? ""
  }

  /// What an object is called, from its address to its number.
  private static func ids(_ value: JSONValue) -> [String] {
    let stated = value["identifier"].flatMap { $0.string ?? $0.integer.map { "\($0)" } }
    let addresses = [value.string, value["url"]?.string, value["@id"]?.string].compactMap { $0 }
    let marks = addresses.compactMap { $0.behind("#").map(number) }
    return (addresses + marks + [stated].compactMap { $0 }).filter { !$0.isEmpty }
  }

  /// The number in a name such as `comment-12`; names with letters behind digits stay as they are.
  private static func number(_ name: Substring) -> String {
    let digits = name.drop { !$0.isNumber }
    return String(!digits.isEmpty && digits.allSatisfy(\.isNumber) ? digits : name)
  }

  private static func isComment(_ value: JSONValue) -> Bool {
    value.linkedTypes.contains { ["Comment", "UserComments", "Answer"].contains($0) }
  }

  /// What an object lists as comments on it.
  private static func answers(to value: JSONValue) -> [JSONValue] {
    let names: [StaticString] = ["acceptedAnswer", "suggestedAnswer", "comment", "comments"]
    return names.flatMap { name in
      value[name].map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
    }
  }
}

extension String {
  /// The text as mark-up: escaped mark-up decoded, plain text in paragraphs, its character
  /// references left as they are.
  ///
  /// O(length), byte by byte: searching for strings takes a hundred times as long.
  fileprivate var asMarkup: String {
    if hasTags { return self }
    let decoded = decodedReferences
    if decoded.hasTags { return decoded }
    var markup = Array("<p>".utf8)
    markup.reserveCapacity(utf8.count + 16)
    var breaks = 0
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) {
        breaks += 1
      } else if byte != 0x0A {
        Self.append(breaks, to: &markup)
        breaks = 0
        if byte == 0x3C { markup += "&lt;".utf8 } else { markup.append(byte) }
      }
      previous = byte
    }
    return String(decoding: markup, as: UTF8.self)
  }

  /// Appends what stands for so many line breaks in a row.
  private static func append(_ breaks: Int, to markup: inout [UInt8]) {
    for _ in 0..<(breaks / 2) { markup += "<p>".utf8 }
    if breaks % 2 == 1 { markup += "<br>".utf8 }
  }

  private var hasTags: Bool {
    if has("<br") || has("<p>") || has("<img ") { return true }
    guard has("</") else { return false }
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if previous == (0x3C, 0x2F), 0x61...0x7A ~= byte | 0x20 { return true }
      previous = (previous.1, byte)
    }
    return false
  }
}
