import DocumentModel
import DocumentParsing

/// A mailbox whose threads are known; what messages say is read when it is asked for.
struct Mailbox: DiscussionCollection {
  /// The source without its bytes: what was noticed of it, where it comes from.
  private let source: SourceText
  private let storage: TextStorage
  private let index: MailboxIndex
  /// Which message answers which.
  let threads: MailThreads
  private let format: String

  /// Reads the headers of `source`; O(length), nothing is decoded.
  init(_ source: SourceText, format: String) {
    storage = source.raw
    self.source = source.part()
    self.format = format
    index = MailboxIndex(storage.bytes)
    threads = MailThreads(index, storage.bytes)
  }

  /// The discussion of the thread at `number`.
  func document(at number: Int) -> Document {
    let thread = threads.threads.indices.contains(number) ? threads.threads[number] : []
    return withExtendedLifetime(storage) {
      var reader = MailThreadReader(storage.bytes, index, threads, source: source, format: format)
      // Of a mailbox with one thread nothing else tells what was odd about it.
      return reader.document(of: thread, notes: threads.threads.count == 1 ? notes : [])
    }
  }

  /// The threads as a list; what was noticed of the mailbox goes with it.
  func listing(_ notes: [Diagnostic]) -> Listing {
    var builder = ListingBuilder(from: source, format: format)
    builder.title = source.location.split(separator: "/").last.map(String.init) ?? ""
    builder.diagnostics += notes + self.notes
    withExtendedLifetime(storage) {
      for (number, thread) in threads.threads.enumerated() {
        builder.add(entry(of: thread, number: number))
      }
    }
    builder.discussions = self
    return builder.finish()
  }

  /// The first message of a thread stands for it; who began one whose opening is missing, and when, is
  /// not known.
  private func entry(of thread: [Int32], number: Int) -> ListingEntry {
    let opening = threads.opening(of: thread)
    let first = index.records[Int(opening ?? thread[0])]
    let bytes = storage.bytes
    let date = bytes.unfolded(first.date.offsets)
    let title = EncodedWords.decode(bytes.unfolded(first.subject.offsets))
    guard opening != nil else {
      return ListingEntry(
        title: MailSubject.withoutReply(title),
        comments: thread.count,
        part: number
      )
    }
    return ListingEntry(
      id: MessageIDs.own(bytes, in: first.messageID.offsets).map {
        String(decoding: bytes[$0], as: UTF8.self)
      },
      title: title,
      comments: thread.count - 1,
      author: MailName.name(in: bytes.unfolded(first.from.offsets)),
      date: MailDate.timestamp(date),
      dateText: EncodedWords.decode(date),
      part: number
    )
  }

  /// What was odd about the mailbox.
  var notes: [Diagnostic] {
    var notes: [Diagnostic] = []
    if index.isCut {
      notes.append(
        Diagnostic(.warning, "only the first \(MailboxIndex.limit) messages are read")
      )
    }
    if threads.duplicates > 0 {
      notes.append(
        Diagnostic(.note, "messages that are there more than once: \(threads.duplicates)")
      )
    }
    if threads.loops > 0 {
      notes.append(
        Diagnostic(.warning, "messages that answer each other in a circle: \(threads.loops)")
      )
    }
    return notes
  }
}

extension MailThreads {
  /// The message that opens the discussion of `thread`: its only root, or the only one that answers
  /// nothing; `nil` if what opened it is not in the mailbox.
  func opening(of thread: [Int32]) -> Int32? {
    var (root, roots): (Int32?, Int) = (nil, 0)
    var (first, firsts): (Int32?, Int) = (nil, 0)
    for place in thread where parents[Int(place)] < 0 {
      (root, roots) = (place, roots + 1)
      if !lacksParent[Int(place)] { (first, firsts) = (place, firsts + 1) }
    }
    return firsts == 1 ? first : roots == 1 ? root : nil
  }
}
