import DocumentModel
import ReaderUI
import Terminal

/// A reader's session written as bytes: a document and a window, then keys, clicks, new sizes and
/// news from outside, as they come.
public struct KeyLoopScript {
  private var script: ByteScript
  private let document: Document
  private var session: Session
  /// The words of what happened so far, to be told with a violation.
  private var story: [String] = []

  /// The session that `bytes` spell; all bytes spell one.
  public init(_ bytes: some Sequence<UInt8>) {
    var script = ByteScript(bytes)
    document = .scripted(by: &script)
    let size = Self.size(&script)
    let options = ReaderOptions(
      textWidth: script.next(of: [80, 40, 1, 200]),
      layout: script.next(of: LayoutMode.allCases),
      previewLines: script.next(of: [0, 0, 1, 3])
    )
    session = Session(document, columns: size.columns, rows: size.rows, options: options)
    story.append("\(document.comments.count) comments in \(size.columns)x\(size.rows)")
    self.script = script
  }

  /// Plays the session to its end; what went wrong first and how it came to that, `nil` if nothing.
  public mutating func firstViolation() -> String? {
    var wrong = session.violation
    while wrong == nil, !script.isAtEnd {
      step()
      wrong = session.violation
    }
    return wrong.map { "\($0), after: \(story.suffix(60).joined(separator: " "))" }
  }

  private mutating func step() {
    switch script.next() {
    case 0..<196: send(.key(script.next(of: Self.keys)))
    case 196..<216: send(.resize(Self.size(&script)))
    case 216..<240: send(.mouse(mouseEvent()))
    case 240..<244: send(.paste(script.next(of: Self.pasted)))
    case 244..<248: complete()
    case 248..<252: replace()
    default: session.state.say("something happened", isWarning: true)
    }
  }

  private mutating func send(_ event: InputEvent) {
    switch event {
    case .key(let key): story.append(key.description)
    case .resize(let size): story.append("[\(size.columns)x\(size.rows)]")
    default: story.append("[\(event)]")
    }
    session.send(event)
  }

  private mutating func mouseEvent() -> MouseEvent {
    let kind = script.next(
      of: [MouseEvent.Kind.press(1), .press(1), .press(3), .drag, .release, .wheelUp, .wheelDown]
    )
    let size = session.state.size
    let row = script.next() % (size.rows + 1)
    return MouseEvent(kind, at: Position(row: row, column: script.next() % (size.columns + 1)))
  }

  /// Answers a wish for full texts, now and then with none.
  private mutating func complete() {
    let document = session.state.document
    let cut = document.commentIDs.filter { document[$0].isTruncated }
    let full = Self.companion
    let found = script.next() % 3 == 0 ? [] : cut.prefix(script.next())
    story.append("[complete \(found.count)]")
    let texts = found.map { ($0, Completion(document: full, blocks: 0..<2, origin: "a test")) }
    session.complete(Dictionary(uniqueKeysWithValues: texts), of: Array(cut))
  }

  /// Puts another document in place, as if more of the file was read.
  private mutating func replace() {
    var other = script
    let next = script.next() % 2 == 0 ? document : .scripted(by: &other)
    story.append("[replace by \(next.comments.count) comments]")
    session.replace(with: next)
  }

  private static func size(_ script: inout ByteScript) -> Size {
    let columns = script.next()
    let rows = script.next()
    // Every third window is of a size people have.
    return columns % 3 == 0
      ? Size(columns: 40 + columns % 100, rows: 10 + rows % 40)
      : Size(columns: 1 + columns % 200, rows: 1 + rows % 60)
  }

  private static let companion = Document.literal(
    article: [
      "The whole text, with https://example.org/rest in it.",
      BlockLiteral(stringLiteral: String(repeating: "More and more of it. ", count: 30)),
    ]
  )

  private static let pasted = ["bridge", "a\tb\nc", "\u{301}", "(", "👩‍👩‍👧", ""]

  /// Every key of every command, and what prompts are typed with.
  private static let keys: [Key] = {
    let bound = Command.table.flatMap(\.keys).compactMap { KeySequence(parsing: $0) }
    let typed = "aeiort 123456789(.'\\\u{301}界🇫".unicodeScalars.map { Key($0) }
    let editing: [Key] = [
      Key(.enter), Key(.escape), Key(.backspace), Key(.delete), Key(.left), Key(.right), Key(.tab),
      Key(.up), Key(.down), Key(.enter), Key(.escape),
    ]
    return bound.flatMap(\.keys).filter { $0 != Key(.character("c"), .control) } + typed + editing
  }()
}
