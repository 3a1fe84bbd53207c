import DocumentModel

/// What is known of one comment when its place in the thread is decided.
package struct ThreadEntry: Hashable, Sendable {
  /// What the source says about who is answered, names and ids as numbers.
  package enum Reference: Hashable, Sendable {
    /// Nothing.
    case unstated
    /// It starts a thread.
    case root
    /// The author with this number.
    case author(Int32)
    /// The entry with this index, which is an earlier one.
    case entry(Int32)
    /// Somebody who is not in the source.
    case missing
    /// The nesting, roots at 0.
    case depth(Int32)
  }

  /// What the source says about who is answered.
  package var reference: Reference
  /// The author's number, `nil` if the source gives no name.
  package var author: Int32?
  /// Seconds since 1970, `nil` if unknown.
  package var seconds: Int64?
  /// Whether it is text without a header, which may be no comment at all.
  package var isHeaderless: Bool

  /// An entry.
  package init(
    reference: Reference,
    author: Int32? = nil,
    seconds: Int64? = nil,
    isHeaderless: Bool = false
  ) {
    self.reference = reference
    self.author = author
    self.seconds = seconds
    self.isHeaderless = isHeaderless
  }
}

/// Where the resolver put a comment.
package struct ThreadPlace: Hashable, Sendable {
  /// The entry that is answered; always an earlier one.
  package var parent: Int32?
  /// How sure that is.
  package var link: ReplyLink = .root
  /// Who wrote it, if the source does not say and a later reply does.
  package var inferredAuthor: Int32?
}

/// Decides who answered whom, and who wrote what the source leaves unsigned.
///
/// Pages print a comment, then the answers to it, oldest first, each followed by its own answers;
/// threads stand newest or oldest first. So whoever is answered is most often on the *open path*:
/// the comment printed last, the one it answers, and so on up to the root. The rules, in order:
///
/// 1. What the source nests, or links by id, is taken as it is. An id that leads nowhere, and a
///    depth without anything above it, leave the comment a root, unresolved.
/// 2. The order of threads is the direction in which most unstated neighbours' dates run.
/// 3. An unstated comment starts a thread, unless its date contradicts the order of threads: then
///    it is an answer that lost its "Reply to" line.
/// 4. A reply name means the nearest comment on the open path by that author that is not younger
///    and under which the reply is not older than the answers already there; failing that, on
///    dates alone.
/// 5. If none is on the path, it means the latest such comment of the thread: sites that limit
///    their depth print the deepest answers side by side.
/// 6. If the thread has none, it means the nearest unsigned comment of the path, whose author it
///    thereby gives away.
/// 7. Failing that too, the comment answered is missing; the reply is kept in its thread, under
///    the nearest comment of the path that is not younger, or unresolved as a root if it is older
///    than the thread or there is none.
/// 8. An answer that lost its line (rule 3) belongs to a comment of the path that is not younger:
///    rather to one whose author's name is longer than any the page prints behind "Reply to", for
///    extractors drop long lines; then to an unsigned one; then to the nearest.
///
/// 9 is no rule: what carries the badge of the article's author and no name stays unsigned, for
///   neither the byline nor the replies right below name them often enough to be believed.
///
/// Text without a header can be answered by rule 6 alone: a reply that names its author makes a
/// comment of it, dates do not.
///
/// Every place a rule from 5 on decides, and every choice among several comments by one author, is
/// marked as inferred. O(n): paths and namesakes are followed for a bounded number of steps.
package struct ThreadResolver: Sendable {
  /// How far paths and namesakes are followed.
  static let reach = 48

  let entries: [ThreadEntry]
  /// Lengths of the authors' names in bytes, by number.
  let nameLengths: [Int]
  var places: [ThreadPlace]
  /// The open path, root first, as indices of entries.
  var path: [Int32] = []
  /// Where an entry stands in `path`, valid if the path has it there.
  var positions: [Int32]
  /// The date of the youngest answer an entry has so far.
  var youngestReply: [Int64]
  /// The entry's predecessor by the same author in the same thread, -1 if none.
  var namesake: [Int32]
  /// The latest entry by each author, and the thread it is in.
  var latest: [(entry: Int32, thread: Int32)]
  var thread: Int32 = -1

  private init(_ entries: [ThreadEntry], nameLengths: [Int]) {
    self.entries = entries
    self.nameLengths = nameLengths
    places = [ThreadPlace](repeating: ThreadPlace(), count: entries.count)
    positions = [Int32](repeating: -1, count: entries.count)
    youngestReply = [Int64](repeating: .min, count: entries.count)
    namesake = [Int32](repeating: -1, count: entries.count)
    latest = [(Int32, Int32)](repeating: (-1, -1), count: nameLengths.count)
  }

  /// The place of every entry, which stand in page order; `nameLengths` by author number.
  package static func resolve(_ entries: [ThreadEntry], nameLengths: [Int]) -> [ThreadPlace] {
    var resolver = ThreadResolver(entries, nameLengths: nameLengths)
    resolver.run()
    return resolver.places
  }

  private mutating func run() {
    let starts = ThreadOrder.starts(of: entries)
    let longestReplyName = longestReplyName()
    for index in entries.indices {
      switch entries[index].reference {
      case .root: open(index, .root)
      case .unstated:
        if starts[index] {
          open(index, .root)
        } else {
          placeLostReply(index, longestReplyName: longestReplyName)
        }
      case .author(let author): placeReply(index, to: author)
      case .entry(let parent): attach(index, to: parent, .stated)
      case .missing: open(index, .unresolved)
      case .depth(let depth): place(index, atDepth: Int(depth))
      }
      if let author = author(of: Int32(index)) { register(index, author) }
    }
  }

  /// Starts a thread with entry `index`.
  mutating func open(_ index: Int, _ link: ReplyLink) {
    thread += 1
    path.removeAll(keepingCapacity: true)
    push(index, link)
  }

  /// Puts entry `index` under `parent` and makes it the end of the path.
  mutating func attach(_ index: Int, to parent: Int32, _ link: ReplyLink) {
    guard parent >= 0 && parent < index else { return open(index, .unresolved) }
    places[index].parent = parent
    if isOnPath(parent) {
      while path.last != parent { path.removeLast() }
    }
    if let seconds = entries[index].seconds {
      youngestReply[Int(parent)] = max(youngestReply[Int(parent)], seconds)
    }
    push(index, link)
  }

  private mutating func push(_ index: Int, _ link: ReplyLink) {
    places[index].link = link
    positions[index] = Int32(path.count)
    path.append(Int32(index))
  }

  /// Whether an entry is on the open path.
  func isOnPath(_ entry: Int32) -> Bool {
    let position = Int(positions[Int(entry)])
    return position >= 0 && position < path.count && path[position] == entry
  }

  private mutating func place(_ index: Int, atDepth depth: Int) {
    guard depth > 0 else { return open(index, .root) }
    guard !path.isEmpty else { return open(index, .unresolved) }
    attach(index, to: path[min(depth, path.count) - 1], .stated)
  }

  /// Remembers entry `index` as one of `author`'s.
  mutating func register(_ index: Int, _ author: Int32) {
    let before = latest[Int(author)]
    namesake[index] = before.thread == thread ? before.entry : -1
    latest[Int(author)] = (Int32(index), thread)
  }

  private func longestReplyName() -> Int {
    var longest = 0
    for entry in entries {
      if case .author(let author) = entry.reference {
        longest = max(longest, nameLengths[Int(author)])
      }
    }
    return longest
  }
}
