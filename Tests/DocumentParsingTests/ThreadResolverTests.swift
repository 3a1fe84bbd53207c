import DocumentModel
import Testing

@testable import DocumentParsing

/// One thread for the resolver: what is read, and where each comment belongs.
struct ThreadCase: CustomTestStringConvertible, Sendable {
  /// Somebody's comment: author (`?`: unsigned, `…`: text without a header), minutes, whom it
  /// answers.
  struct Line: Sendable {
    let author: String
    let minutes: Int
    let reply: Reply

    enum Reply: Sendable {
      case unstated, missing
      case to(String)
      case entry(Int)
      case depth(Int)
    }

    init(_ author: String, _ minutes: Int, _ reply: Reply = .unstated) {
      self.author = author
      self.minutes = minutes
      self.reply = reply
    }
  }

  let testDescription: String
  let lines: [Line]
  /// Parents, -1 for roots.
  let parents: [Int]
  /// Links that matter to the case.
  var links: [Int: ReplyLink] = [:]
  /// Authors that are to be worked out.
  var inferred: [Int: String] = [:]
  /// The numbers to decide by.
  var policy = ThreadPolicy()

  init(
    _ name: String,
    _ lines: [Line],
    parents: [Int],
    links: [Int: ReplyLink] = [:],
    inferred: [Int: String] = [:],
    by change: (inout ThreadPolicy) -> Void = { _ in }
  ) {
    testDescription = name
    self.lines = lines
    self.parents = parents
    self.links = links
    self.inferred = inferred
    change(&policy)
  }

  static let all: [ThreadCase] = [
    ThreadCase(
      "1: nesting and ids are taken as they are",
      [.init("Ann", 0), .init("Bo", 1, .entry(0)), .init("Cy", 2, .entry(0))],
      parents: [-1, 0, 0],
      links: [1: .stated]
    ),
    ThreadCase(
      "1: an id that leads nowhere leaves a root, unresolved",
      [.init("Ann", 0), .init("Bo", 1, .missing)],
      parents: [-1, -1],
      links: [1: .unresolved]
    ),
    ThreadCase(
      "1: depths alone make a tree",
      [
        .init("Ann", 0, .depth(0)), .init("Bo", 1, .depth(1)), .init("Cy", 2, .depth(9)),
        .init("Di", 3, .depth(1)), .init("Ed", 4, .depth(0)),
      ],
      parents: [-1, 0, 1, 0, -1]
    ),
    ThreadCase(
      "2: newest first, a younger comment below an older thread is an answer in it",
      [.init("Ann", 90), .init("Bo", 50), .init("Cy", 70), .init("Di", 40), .init("Ed", 30)],
      parents: [-1, -1, 1, -1, -1],
      links: [2: .inferred]
    ),
    ThreadCase(
      "2: oldest first, a comment younger than the thread below is an answer",
      [.init("Ann", 10), .init("Bo", 95), .init("Cy", 20), .init("Di", 30), .init("Ed", 40)],
      parents: [-1, 0, -1, -1, -1],
      links: [1: .inferred]
    ),
    ThreadCase(
      "2: a pinned comment above newer threads is a root like them",
      [.init("Pin", 1), .init("Ann", 90), .init("Bo", 80), .init("Cy", 70), .init("Di", 60)],
      parents: [-1, -1, -1, -1, -1]
    ),
    ThreadCase(
      "3: a reply finds the comment by the name it gives",
      [
        .init("Ann", 0), .init("Bo", 1, .to("Ann")), .init("Cy", 2, .to("Bo")),
        .init("Di", 3, .to("Ann")),
      ],
      parents: [-1, 0, 1, 0],
      links: [1: .stated, 3: .stated]
    ),
    ThreadCase(
      "3: of two comments by one author the nearer is meant, and that is a guess",
      [
        .init("Ann", 0), .init("Bo", 1, .to("Ann")), .init("Ann", 2, .to("Bo")),
        .init("Bo", 3, .to("Ann")),
      ],
      parents: [-1, 0, 1, 2],
      links: [3: .inferred]
    ),
    ThreadCase(
      "3: a reply older than the nearer comment belongs to the farther one",
      [
        .init("Ann", 0), .init("Bo", 5, .to("Ann")), .init("Ann", 9, .to("Bo")),
        .init("Cy", 7, .to("Ann")),
      ],
      parents: [-1, 0, 1, 0]
    ),
    ThreadCase(
      "3: answers stand oldest first, so an older one does not follow a younger sibling",
      [
        .init("Ann", 0), .init("Ann", 1, .to("Ann")), .init("Cy", 9, .to("Ann")),
        .init("Di", 5, .to("Ann")),
      ],
      parents: [-1, 0, 1, 0]
    ),
    ThreadCase(
      "4: a reply older than the only comment it can mean stays below it, and that is a guess",
      [.init("Ann", 0), .init("Bo", 9, .to("Ann")), .init("Cy", 7, .to("Bo"))],
      parents: [-1, 0, 1],
      links: [1: .stated, 2: .inferred]
    ),
    ThreadCase(
      "4: of two comments that are younger than the reply the nearer one of the path is meant",
      [
        .init("Ann", 0), .init("Bo", 8, .to("Ann")), .init("Bo", 9, .to("Bo")),
        .init("Cy", 7, .to("Bo")),
      ],
      parents: [-1, 0, 1, 2],
      links: [3: .inferred]
    ),
    ThreadCase(
      "4: a younger comment of the path is meant rather than an older one beside it",
      [
        .init("Ann", 0), .init("Bo", 1, .to("Ann")), .init("Ann", 3, .to("Ann")),
        .init("Bo", 9, .to("Ann")), .init("Cy", 5, .to("Bo")),
      ],
      parents: [-1, 0, 0, 2, 3],
      links: [4: .inferred]
    ),
    ThreadCase(
      "5: below the depth limit an answer finds its comment beside it",
      [
        .init("Ann", 0), .init("Bo", 1, .to("Ann")), .init("Cy", 2, .to("Ann")),
        .init("Di", 3, .to("Bo")),
      ],
      parents: [-1, 0, 0, 1]
    ),
    ThreadCase(
      "6: a reply signs the unsigned comment above it",
      [.init("?", 0), .init("?", 1, .to("Ann"))],
      parents: [-1, 0],
      links: [1: .inferred],
      inferred: [0: "Ann"]
    ),
    ThreadCase(
      "6: a comment signed by one reply answers for later ones too",
      [.init("?", 0), .init("Bo", 1, .to("Ann")), .init("Cy", 2, .to("Ann"))],
      parents: [-1, 0, 0],
      inferred: [0: "Ann"]
    ),
    ThreadCase(
      "7: a reply to somebody who is not there stays in its thread",
      [.init("Ann", 10), .init("Bo", 11, .to("Ann")), .init("Cy", 12, .to("Nobody"))],
      parents: [-1, 0, 1],
      links: [2: .inferred]
    ),
    ThreadCase(
      "7: a reply older than its thread is a root, unresolved",
      [.init("Ann", 10), .init("Bo", 5, .to("Nobody"))],
      parents: [-1, -1],
      links: [1: .unresolved]
    ),
    ThreadCase(
      "8: a lost line points to a name too long to be printed",
      [
        .init("Ann", 90), .init("Bartholomew the Long", 50), .init("Cy", 60, .to("Ann")),
        .init("Di", 70), .init("Ed", 40), .init("Fo", 30),
      ],
      parents: [-1, -1, 1, 1, -1, -1],
      links: [3: .inferred]
    ),
    ThreadCase(
      "6: a reply signs text without a header",
      [.init("…", 0), .init("Bo", 20, .to("Ann")), .init("Cy", 10)],
      parents: [-1, 0, -1],
      inferred: [0: "Ann"]
    ),
    ThreadCase(
      "reach: a comment that is tried too late is not found",
      [
        .init("Ann", 0), .init("Ann", 5, .to("Ann")), .init("Ann", 6, .to("Ann")),
        .init("Bo", 1, .to("Ann")),
      ],
      parents: [-1, 0, 1, 2],
      by: { $0.reach = 2 }
    ),
    ThreadCase(
      "reach: a comment that is tried in time is found",
      [
        .init("Ann", 0), .init("Ann", 5, .to("Ann")), .init("Ann", 6, .to("Ann")),
        .init("Bo", 1, .to("Ann")),
      ],
      parents: [-1, 0, 1, 0],
      by: { $0.reach = 3 }
    ),
    ThreadCase(
      "pinned-younger: fewer younger comments pin nothing",
      [.init("Pin", 1), .init("Ann", 90), .init("Bo", 80), .init("Cy", 70)],
      parents: [-1, 0, 0, 0],
      by: { $0.pinnedYounger = 4 }
    ),
    ThreadCase(
      "pinned-window: younger comments further down pin nothing",
      [.init("Pin", 1), .init("Ann", 90), .init("Bo", 80), .init("Cy", 70)],
      parents: [-1, 0, 0, 0],
      by: { $0.pinnedWindow = 2 }
    ),
    ThreadCase(
      "pinned-percent: a comment older than half of those below is not pinned",
      [
        .init("Pin", 50), .init("Ann", 90), .init("Bo", 80), .init("Cy", 70), .init("Di", 40),
        .init("Ed", 30),
      ],
      parents: [-1, 0, 0, 0, -1, -1]
    ),
    ThreadCase(
      "pinned-percent: it is if half of them is enough",
      [
        .init("Pin", 50), .init("Ann", 90), .init("Bo", 80), .init("Cy", 70), .init("Di", 40),
        .init("Ed", 30),
      ],
      parents: [-1, -1, -1, -1, -1, -1],
      by: { $0.pinnedPercent = 50 }
    ),
    ThreadCase(
      "8: dates make nothing an answer to text without a header",
      [.init("…", 0), .init("Bo", 20), .init("Cy", 40), .init("Di", 10)],
      parents: [-1, -1, 1, -1]
    ),
  ]
}

@Suite("Who answered whom")
struct ThreadResolverTests {
  @Test("A rule places its comments", arguments: ThreadCase.all)
  func rule(_ thread: ThreadCase) {
    var names: [String] = []
    func number(_ name: String) -> Int32 {
      if let known = names.firstIndex(of: name) { return Int32(known) }
      names.append(name)
      return Int32(names.count - 1)
    }
    let entries = thread.lines.map { line in
      let reference: ThreadEntry.Reference =
        switch line.reply {
        case .unstated: .unstated
        case .missing: .missing
        case .to(let name): .author(number(name))
        case .entry(let entry): .entry(Int32(entry))
        case .depth(let depth): .depth(Int32(depth))
        }
      let isSigned = line.author != "?" && line.author != "…"
      return ThreadEntry(
        reference: reference,
        author: isSigned ? number(line.author) : nil,
        seconds: line.author == "…" ? nil : Int64(line.minutes) * 60,
        isHeaderless: line.author == "…"
      )
    }
    let places = ThreadResolver.resolve(
      entries,
      nameLengths: names.map(\.utf8.count),
      policy: thread.policy
    )
    #expect(places.map { Int($0.parent ?? -1) } == thread.parents)
    for (index, link) in thread.links { #expect(places[index].link == link, "comment \(index)") }
    for (index, place) in places.enumerated() {
      #expect(place.inferredAuthor.map { names[Int($0)] } == thread.inferred[index])
    }
  }

  @Test("Every place names the rule that decided it")
  func rules() {
    let entries = [
      ThreadEntry(reference: .root, author: 0, seconds: 0),
      ThreadEntry(reference: .author(0), author: 1, seconds: 9),
      ThreadEntry(reference: .author(1), author: 2, seconds: 5),
      ThreadEntry(reference: .author(0), author: nil, seconds: 6),
      ThreadEntry(reference: .author(1), author: 2, seconds: 10),
      ThreadEntry(reference: .author(3), author: 2, seconds: 11),
      ThreadEntry(reference: .author(4), author: 2, seconds: 12),
      ThreadEntry(reference: .unstated, author: 2, seconds: 50),
      ThreadEntry(reference: .unstated, author: 2, seconds: 20),
      ThreadEntry(reference: .unstated, author: 2, seconds: 30),
    ]
    let places = ThreadResolver.resolve(entries, nameLengths: [3, 3, 3, 3, 3])
    #expect(
      places.map(\.rule) == [
        .stated, .namedOnPath, .namedYounger, .namedOnPath, .namedElsewhere, .unsigned, .missing,
        .threadStart, .threadStart, .lostLine,
      ]
    )
  }

  @Test("Depths that may be too small, and comments of lost threads, are marked as inferred")
  func uncertainPlaces() {
    let shown = ThreadResolver.resolve(
      [
        ThreadEntry(reference: .likelyDepth(0)), ThreadEntry(reference: .likelyDepth(1)),
        ThreadEntry(reference: .likelyDepth(1)),
      ],
      nameLengths: []
    )
    #expect(shown.map(\.parent) == [nil, 0, 0])
    #expect(shown.map(\.link) == [.root, .inferred, .inferred])
    let lost = ThreadResolver.resolve(
      [9, 7, 8, 5].map { ThreadEntry(reference: .lost, seconds: $0) }
        + [ThreadEntry(reference: .lost)],
      nameLengths: []
    )
    #expect(lost.map(\.parent) == [nil, nil, 1, nil, nil])
    #expect(
      lost.map(\.link) == [.assumedRoot, .assumedRoot, .inferred, .assumedRoot, .assumedRoot]
    )
  }

  @Test("The table of rules has a row for each, numbered from 1, with a name of its own")
  func table() {
    #expect(ThreadRule.allCases.map { Int($0.rawValue) } == Array(1...ThreadRule.allCases.count))
    #expect(Set(ThreadRule.allCases.map(\.row.name)).count == ThreadRule.allCases.count)
  }

  @Test("A chain of a hundred thousand answers is resolved")
  func deepChain() {
    let entries = (0..<100_000).map { (index: Int) -> ThreadEntry in
      let answered = ThreadEntry.Reference.author(Int32(index % 2))
      return ThreadEntry(
        reference: index == 0 ? .unstated : answered,
        author: Int32((index + 1) % 2),
        seconds: Int64(index)
      )
    }
    let places = ThreadResolver.resolve(entries, nameLengths: [3, 3])
    #expect(places.last?.parent == 99_998)
  }

  @Test("Pre-order keeps siblings in page order")
  func preOrder() {
    let order = PreOrder(parents: [-1, 0, -1, 1, 0, 2])
    #expect(order.sequence == [0, 1, 3, 4, 2, 5])
    #expect(order.subtreeSizes == [4, 2, 1, 1, 2, 1])
    var elements = Array("abcdef")
    order.arrange(&elements)
    #expect(String(elements) == "abdecf")
  }
}
