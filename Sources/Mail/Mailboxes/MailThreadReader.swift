import DocumentModel
import DocumentParsing

/// Reads the messages of one thread as a document.
struct MailThreadReader {
  private let bytes: UnsafeRawBufferPointer
  private let index: MailboxIndex
  private let threads: MailThreads
  private var builder: DocumentBuilder
  private var bodies: MailBodyReader
  /// The subjects of the messages read so far, without what replies add to them.
  private var subjects: [Int32: String] = [:]

  /// A reader for threads of a mailbox in `bytes`.
  init(
    _ bytes: UnsafeRawBufferPointer,
    _ index: MailboxIndex,
    _ threads: MailThreads,
    source: SourceText,
    format: String
  ) {
    self.bytes = bytes
    self.index = index
    self.threads = threads
    builder = DocumentBuilder(appendingFrom: source, format: format)
    bodies = MailBodyReader(bytes, quotesFrom: index.isMailbox)
  }

  /// The document of the messages at `thread`, the first of which opens it; `notes` go with it.
  ///
  /// O(their length).
  mutating func document(of thread: [Int32], notes: [Diagnostic]) -> Document {
    builder.diagnostics += notes
    let opening = threads.opening(of: thread)
    if let first = opening ?? thread.first { readArticle(first, isThere: opening != nil) }
    builder.endArticle()
    builder.reserve(comments: thread.count)
    readComments(of: thread, opening: opening)
    note(thread, opening)
    return builder.finish()
  }

  private mutating func readArticle(_ place: Int32, isThere: Bool) {
    let record = index.records[Int(place)]
    let title = EncodedWords.decode(bytes.unfolded(record.subject.offsets))
    // What answers a message that is not here shares its subject.
    subjects[-1] = MailSubject.stripped(title)
    builder.title = append(isThere ? title : MailSubject.withoutReply(title))
    guard isThere else { return }
    builder.articleAuthor = append(MailName.name(in: bytes.unfolded(record.from.offsets)))
    builder.byline = builder.articleAuthor
    builder.articleDate = MailDate.timestamp(bytes.unfolded(record.date.offsets))
    builder.articleURL = append(address(of: record))
    bodies.read(record.range, into: &builder)
  }

  // MARK: Comments

  /// Adds all messages, each before those that answer it, else by their dates.
  private mutating func readComments(of thread: [Int32], opening: Int32?) {
    var dates: [Int32: Timestamp] = [:]
    for place in thread {
      dates[place] = MailDate.timestamp(bytes.unfolded(index.records[Int(place)].date.offsets))
    }
    var children: [Int32: [Int32]] = [:]
    for place in thread { children[threads.parents[Int(place)], default: []].append(place) }
    func ordered(_ places: [Int32]) -> [Int32] {
      // Those without a date stay behind the one before them.
      var latest = Int64.min
      let keyed = places.map { place -> (Int64, Int32) in
        latest = dates[place]?.seconds ?? latest
        return (latest, place)
      }
      return keyed.sorted { $0 < $1 }.map(\.1)
    }
    var drafts: [Int32: Int] = [:]
    // The next to be read is the last.
    var open = Array(ordered(children[-1] ?? []).reversed())
    if let opening {
      open.removeAll { $0 == opening }
      open.append(opening)
    }
    while let place = open.popLast() {
      let parent = threads.parents[Int(place)]
      drafts[place] = builder.commentCount
      readComment(
        place,
        date: dates[place],
        parent: drafts[parent],
        isOpening: place == opening
      )
      open += ordered(children[place] ?? []).reversed()
    }
  }

  private mutating func readComment(
    _ place: Int32,
    date: Timestamp?,
    parent: Int?,
    isOpening: Bool
  ) {
    let record = index.records[Int(place)]
    let subject = EncodedWords.decode(bytes.unfolded(record.subject.offsets))
    subjects[place] = MailSubject.stripped(subject)
    var draft = CommentDraft()
    draft.author = append(MailName.name(in: bytes.unfolded(record.from.offsets)))
    draft.date = date
    draft.dateText = append(EncodedWords.decode(bytes.unfolded(record.date.offsets)))
    draft.sourceID = append(MessageIDs.own(bytes, in: record.messageID.offsets))
    draft.url = append(address(of: record))
    draft.reference = parent.map { .draft($0) } ?? .root
    if isOpening {
      draft.state = .opening
    } else {
      if parent == nil, threads.lacksParent[Int(place)], let missing = missingParent(of: record) {
        draft.reference = .comment(id: append(missing))
      }
      let first = builder.blockCount
      if !subject.isEmpty, subjects[place] != subjects[threads.parents[Int(place)]] {
        // What it is about is new.
        builder.add(Block(.heading, level: 4, text: append(subject)))
      }
      bodies.read(record.range, into: &builder)
      draft.blocks = first..<builder.blockCount
    }
    builder.add(draft)
  }

  /// The id of what a message answers, the nearest it names.
  private func missingParent(of record: MailRecord) -> Range<Int>? {
    let ids = Array(MessageIDs(bytes, in: record.references.offsets))
    return ids.last ?? MessageIDs.own(bytes, in: record.inReplyTo.offsets)
  }

  // MARK: Text

  private mutating func append(_ range: Range<Int>?) -> TextRange {
    guard let range else { return .empty }
    return append(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Appends text of a header, blanks in it collapsed.
  private mutating func append(_ text: String) -> TextRange {
    var text = text
    if text.utf8.isLine { return text.withUTF8 { builder.append(UnsafeRawBufferPointer($0)) } }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      // Other letters than ASCII's may be blanks, or end lines.
      let words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }
      return append(Array(words.joined(separator: " ").utf8))
    }
    let words = text.utf8.split { $0 == 0x20 || 0x09...0x0D ~= $0 }
    return append(Array(words.joined(separator: [0x20])))
  }

  private mutating func append(_ words: [UInt8]) -> TextRange {
    words.isEmpty ? .empty : words.withUnsafeBytes { builder.append($0) }
  }

  /// Where an archive says that it keeps the message (RFC 5064); empty if none does.
  private func address(of record: MailRecord) -> String {
    guard let address = MessageIDs.own(bytes, in: record.archivedAt.offsets) else { return "" }
    let text = String(decoding: bytes[address], as: UTF8.self)
    return LinkAddress.isWeb(text) ? text : ""
  }

  private mutating func note(_ thread: [Int32], _ opening: Int32?) {
    if opening == nil, !thread.isEmpty {
      builder.diagnostics.append(
        Diagnostic(.note, "the message that opened the discussion is not in the mailbox")
      )
    }
    if !bodies.unknownCharsets.isEmpty {
      let labels = bodies.unknownCharsets.joined(separator: ", ")
      builder.diagnostics.append(
        Diagnostic(.note, "charsets that are not known, read as UTF-8 or windows-1252: \(labels)")
      )
    }
    if bodies.unfinishedMessages > 0 {
      builder.diagnostics.append(
        Diagnostic(
          .note,
          "messages that end before the last of their parts does: \(bodies.unfinishedMessages)"
        )
      )
    }
    if bodies.cutMessages > 0 {
      builder.diagnostics.append(
        Diagnostic(
          .warning,
          "messages with more parts, or deeper ones, than are read: \(bodies.cutMessages)"
        )
      )
    }
  }
}

extension String.UTF8View {
  /// Whether it is plain ASCII without blanks that would be collapsed, as most text of headers.
  fileprivate var isLine: Bool {
    var last: UInt8 = 0x20
    for byte in self {
      guard 0x20..<0x7F ~= byte, byte > 0x20 || last > 0x20 else { return false }
      last = byte
    }
    return last > 0x20
  }
}
