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
    /// The nesting, which may be deeper than shown.
    case likelyDepth(Int32)
    /// Nothing, where who answers whom was lost.
    case lost
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
  /// The rule that decided the place.
  package var rule = ThreadRule.threadStart
}

/// Decides who answered whom, and who wrote what the source leaves unsigned.
///
/// Pages print a comment, then the replies to it, oldest first, each followed by its own replies;
/// threads stand newest or oldest first. So the comment answered is usually on the *open path*: the
/// comment printed last, its parent, and so on up to the root. `ThreadRule` is the table of the rules
/// with their evidence; in short:
///
/// 1. Nesting, depths and ids are taken as the source gives them. An id that leads nowhere, or a depth
///    without anything above it, makes an unresolved root.
/// 2. A comment that gives no parent starts a thread, unless its date contradicts the order of
///    threads (`ThreadOrder`): then it is a reply that lost its «Reply to» line (rule 8).
/// 3. A name means the nearest comment by that author on the open path that is not younger and whose
///    replies are all older; if there is none, the nearest that is not younger.
/// 4. If all comments by that author on the path are younger, it means the nearest of them.
/// 5. If none is on the path, it means the latest such comment of the thread that is not younger.
/// 6. If the thread has none, it means the nearest unsigned comment of the path, which takes the name.
/// 7. Otherwise the comment answered is missing: the reply goes below the nearest comment of the path
///    that is not younger, or becomes an unresolved root.
/// 8. A reply that lost its line goes below a comment of the path that is not younger: preferably one
///    whose author's name is longer than any that replies give, then an unsigned one, then the nearest.
/// 9. A depth that may be shown too small is taken as it is.
/// 10. Where the source lost who answers whom, a thread that starts by rule 2 is assumed to do so.
///
/// Text without a header can be answered by rule 6 alone: a reply that names its author makes a
/// comment of it, dates do not. A comment with the badge of the article's author but no name stays
/// unsigned, because neither the byline nor the replies below it name that author reliably.
///
/// Places by rules 4 and 6 to 10 are marked as inferred; so are those by rules 3 and 5 where several
/// comments by one author are possible. O(n): paths and authors' comments are followed for a bounded
/// number of steps, `ThreadPolicy.reach`.
package struct ThreadResolver: Sendable {
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
  let policy: ThreadPolicy

  private init(_ entries: [ThreadEntry], nameLengths: [Int], _ policy: ThreadPolicy) {
    self.policy = policy
    self.entries = entries
    self.nameLengths = nameLengths
    places = [ThreadPlace](repeating: ThreadPlace(), count: entries.count)
    positions = [Int32](repeating: -1, count: entries.count)
    youngestReply = [Int64](repeating: .min, count: entries.count)
    namesake = [Int32](repeating: -1, count: entries.count)
    latest = [(Int32, Int32)](repeating: (-1, -1), count: nameLengths.count)
  }

  /// The place of every entry, in page order; `nameLengths` are in bytes, by author number.
  package static func resolve(
    _ entries: [ThreadEntry],
    nameLengths: [Int],
    policy: ThreadPolicy = ThreadPolicy()
  ) -> [ThreadPlace] {
    var resolver = ThreadResolver(entries, nameLengths: nameLengths, policy)
    resolver.run()
    return resolver.places
  }

  private mutating func run() {
    let starts = ThreadOrder.starts(of: entries, policy)
    let longestReplyName = longestReplyName()
    for index in entries.indices {
      switch entries[index].reference {
      case .root: open(index, .root, by: .stated)
      case .unstated:
        if starts[index] {
          open(index, .root, by: .threadStart)
        } else {
          placeLostReply(index, longestReplyName: longestReplyName)
        }
      case .author(let author): placeReply(index, to: author)
      case .entry(let parent): attach(index, to: parent, .stated, by: .stated)
      case .missing: open(index, .unresolved, by: .stated)
      case .depth(let depth): place(index, atDepth: Int(depth), .stated, by: .stated)
      case .likelyDepth(let depth): place(index, atDepth: Int(depth), .inferred, by: .shownDepth)
      case .lost:
        if starts[index] {
          open(index, .assumedRoot, by: .lostThread)
        } else {
          placeLostReply(index, longestReplyName: longestReplyName)
        }
      }
      if let author = author(of: Int32(index)) { register(index, author) }
    }
  }

  /// Starts a thread with entry `index`.
  mutating func open(_ index: Int, _ link: ReplyLink, by rule: ThreadRule) {
    thread += 1
    path.removeAll(keepingCapacity: true)
    push(index, link, by: rule)
  }

  /// Puts entry `index` under `parent` and makes it the end of the path.
  mutating func attach(
    _ index: Int,
    to parent: Int32,
    _ link: ReplyLink,
    by rule: ThreadRule
  ) {
    guard parent >= 0 && parent < index else { return open(index, .unresolved, by: rule) }
    places[index].parent = parent
    if isOnPath(parent) {
      while path.last != parent { path.removeLast() }
    }
    if let seconds = entries[index].seconds {
      youngestReply[Int(parent)] = max(youngestReply[Int(parent)], seconds)
    }
    push(index, link, by: rule)
  }

  private mutating func push(_ index: Int, _ link: ReplyLink, by rule: ThreadRule) {
    places[index].link = link
    places[index].rule = rule
    positions[index] = Int32(path.count)
    path.append(Int32(index))
  }

  /// Whether an entry is on the open path.
  func isOnPath(_ entry: Int32) -> Bool {
    let position = Int(positions[Int(entry)])
    return position >= 0 && position < path.count && path[position] == entry
  }

  private mutating func place(
    _ index: Int,
    atDepth depth: Int,
    _ link: ReplyLink,
    by rule: ThreadRule
  ) {
    guard depth > 0 else { return open(index, .root, by: rule) }
    guard !path.isEmpty else { return open(index, .unresolved, by: rule) }
    attach(index, to: path[min(depth, path.count) - 1], link, by: rule)
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
