import DocumentModel
import DocumentParsing

/// Which message of a mailbox answers which, and which belong together.
///
/// A message answers the last of its references that is in the mailbox, else the first id of
/// `In-Reply-To` that is. Those that only refer to the same missing message belong together too.
/// Subjects join nothing, nor do ids of missing messages that are no ids.
struct MailThreads {
  /// What each message answers, -1 for none.
  private(set) var parents: [Int32]
  /// Whether a message answers one that is not in the mailbox.
  private(set) var lacksParent: [Bool]
  /// The messages of each thread, by place; threads by their first message.
  private(set) var threads: [[Int32]] = []
  /// How many messages were left out: the mailbox has each more than once.
  private(set) var duplicates = 0
  /// How many messages answered themselves, or one that answers them.
  private(set) var loops = 0

  /// The message each group of messages is called by.
  private var groups: [Int32]
  private var isDuplicate: [Bool]

  /// Resolves the messages of `index`, which was made of `bytes`; O(length of the fields).
  init(_ index: MailboxIndex, _ bytes: UnsafeRawBufferPointer) {
    let records = index.records
    parents = [Int32](repeating: -1, count: records.count)
    lacksParent = [Bool](repeating: false, count: records.count)
    isDuplicate = [Bool](repeating: false, count: records.count)
    groups = (0..<Int32(records.count)).map { $0 }
    var ids = MailIDTable(bytes)
    for (place, record) in records.enumerated() {
      guard let id = MessageIDs.own(bytes, in: record.messageID.offsets) else { continue }
      if let earlier = ids.claim(id, for: place, size: record.range.count, of: records) {
        isDuplicate[earlier] = true
        duplicates += 1
      }
    }
    for place in records.indices where !isDuplicate[place] {
      resolve(place, records[place], &ids, bytes)
    }
    breakLoops()
    for place in records.indices where parents[place] >= 0 { join(place, Int(parents[place])) }
    collect()
  }

  private mutating func resolve(
    _ place: Int,
    _ record: MailRecord,
    _ ids: inout MailIDTable,
    _ bytes: UnsafeRawBufferPointer
  ) {
    var parent: Int?
    var isReply = false
    func follow(_ id: Range<Int>, _ table: inout MailIDTable) -> Int? {
      let target = table.message(id)
      // What has no `@` is no id but an answer to a program's question, such as `<yes>`.
      guard target != nil || bytes[id].contains(UInt8(ascii: "@")) else { return nil }
      isReply = true
      if let target { return target == place ? nil : target }
      if let other = table.group(ofMissing: id, place) { join(place, other) }
      return nil
    }
    // Where programs added a second field, the first is the nearer to the message.
    for range in record.referenceRanges(in: bytes) {
      var last: Int?
      for id in MessageIDs(bytes, in: range) {
        if let target = follow(id, &ids) { last = target }
      }
      parent = parent ?? last
    }
    if parent == nil {
      let field = record.inReplyTo.offsets
      for id in MessageIDs(bytes, in: field) where parent == nil { parent = follow(id, &ids) }
      if parent == nil, let id = MessageIDs.bare(bytes, in: field) { parent = follow(id, &ids) }
    }
    parents[place] = Int32(parent ?? -1)
    lacksParent[place] = isReply && parent == nil
  }

  /// Makes the first message of each circle one that answers nothing.
  private mutating func breakLoops() {
    // 0: not seen, 1: on the way up from the message looked at, 2: leads to a root.
    var states = [UInt8](repeating: 0, count: parents.count)
    var way: [Int] = []
    for start in parents.indices where states[start] == 0 {
      var place = start
      while states[place] == 0 {
        states[place] = 1
        way.append(place)
        guard parents[place] >= 0 else { break }
        place = Int(parents[place])
      }
      if states[place] == 1, parents[place] >= 0, let first = way.firstIndex(of: place) {
        let root = way[first...].min() ?? place
        parents[root] = -1
        lacksParent[root] = true
        loops += 1
      }
      for place in way { states[place] = 2 }
      way.removeAll(keepingCapacity: true)
    }
  }

  // MARK: Groups

  /// The message that the group of `place` is called by.
  private mutating func group(_ place: Int) -> Int {
    var place = place
    while Int(groups[place]) != place {
      // Halves the way for the next time.
      groups[place] = groups[Int(groups[place])]
      place = Int(groups[place])
    }
    return place
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (group(one), group(other))
    // The earlier one names both.
    if left < right { groups[right] = Int32(left) } else { groups[left] = Int32(right) }
  }

  private mutating func collect() {
    var numbers = [Int32](repeating: -1, count: parents.count)
    for place in parents.indices where !isDuplicate[place] {
      let name = group(place)
      if numbers[name] < 0 {
        numbers[name] = Int32(threads.count)
        threads.append([])
      }
      threads[Int(numbers[name])].append(Int32(place))
    }
  }
}

extension MailRecord {
  /// The fields of references, of which a header should have one.
  fileprivate func referenceRanges(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    guard hasMoreReferences else { return [references.offsets] }
    return HeaderFields(bytes, in: range).fields
      .filter { bytes.isName($0.name, "references") }
      .map(\.value)
  }
}
