import DocumentModel

extension ThreadResolver {
  /// Rules 3 to 7: a reply that names whom it answers.
  mutating func placeReply(_ index: Int, to author: Int32) {
    if let answered = commentAnswered(by: index, author) {
      let link = answered.rule.link(isOnly: answered.isOnly)
      return attach(index, to: answered.entry, link, by: answered.rule)
    }
    if let parent = unsignedAnswered(by: index) {
      places[Int(parent)].inferredAuthor = author
      register(Int(parent), author)
      return attach(index, to: parent, .inferred, by: .unsigned)
    }
    if let parent = nearestOlder(than: index) {
      return attach(index, to: parent, .inferred, by: .missing)
    }
    open(index, .unresolved, by: .missing)
  }

  /// Rule 8: a reply of which only the date says that it is one.
  mutating func placeLostReply(_ index: Int, longestReplyName: Int) {
    let parent =
      lostReplyParent(index) { self.isLong($0, longestReplyName) }
      ?? lostReplyParent(index) { self.author(of: $0) == nil }
      ?? nearestOlder(than: index)
    guard let parent else { return open(index, .root, by: .lostLine) }
    attach(index, to: parent, .inferred, by: .lostLine)
  }

  /// A comment by the author whom a reply names.
  private struct Answered {
    let entry: Int32
    let rule: ThreadRule
    /// Whether the thread has no other comment by that author.
    let isOnly: Bool
  }

  /// Rules 3 to 5: the comment by `author` that a reply means, `nil` if the thread has none.
  private func commentAnswered(by index: Int, _ author: Int32) -> Answered? {
    guard latest[Int(author)].thread == thread else { return nil }
    var candidate = latest[Int(author)].entry
    var onPath: Int32?
    var onPathByDate: Int32?
    var youngerOnPath: Int32?
    var elsewhere: Int32?
    var seen = 0
    while candidate >= 0 && seen < policy.reach {
      seen += 1
      if isYounger(candidate, than: index) {
        if youngerOnPath == nil && isOnPath(candidate) { youngerOnPath = candidate }
        candidate = namesake[Int(candidate)]
        continue
      }
      if isOnPath(candidate) {
        if onPathByDate == nil { onPathByDate = candidate }
        if onPath == nil && fitsBehindReplies(index, of: candidate) { onPath = candidate }
      } else if elsewhere == nil {
        elsewhere = candidate
      }
      candidate = namesake[Int(candidate)]
    }
    func answered(_ entry: Int32, _ rule: ThreadRule) -> Answered {
      Answered(entry: entry, rule: rule, isOnly: seen == 1)
    }
    if let entry = onPath ?? onPathByDate { return answered(entry, .namedOnPath) }
    if let entry = youngerOnPath { return answered(entry, .namedYounger) }
    return elsewhere.map { answered($0, .namedElsewhere) }
  }

  /// Rule 6: the nearest unsigned comment of the path that can be the one answered.
  private func unsignedAnswered(by index: Int) -> Int32? {
    for candidate in path.suffix(policy.reach).reversed()
    where author(of: candidate) == nil && !isYounger(candidate, than: index)
      && fitsBehindReplies(index, of: candidate)
    {
      return candidate
    }
    return nil
  }

  private func lostReplyParent(_ index: Int, _ suits: (Int32) -> Bool) -> Int32? {
    for candidate in path.suffix(policy.reach).reversed()
    where suits(candidate) && mayAnswer(index, candidate)
      && fitsBehindReplies(index, of: candidate)
    {
      return candidate
    }
    return nil
  }

  /// The nearest comment of the path that is not younger than entry `index`.
  private func nearestOlder(than index: Int) -> Int32? {
    for candidate in path.suffix(policy.reach).reversed() where mayAnswer(index, candidate) {
      return candidate
    }
    return nil
  }

  /// Whether entry `index` can answer another of which no name says so.
  private func mayAnswer(_ index: Int, _ entry: Int32) -> Bool {
    let isComment = !entries[Int(entry)].isHeaderless || author(of: entry) != nil
    return isComment && !isYounger(entry, than: index)
  }

  /// The author of an entry, stated or inferred by now.
  func author(of entry: Int32) -> Int32? {
    entries[Int(entry)].author ?? places[Int(entry)].inferredAuthor
  }

  private func isLong(_ entry: Int32, _ longest: Int) -> Bool {
    guard let author = author(of: entry) else { return false }
    return nameLengths[Int(author)] > longest
  }

  private func isYounger(_ entry: Int32, than index: Int) -> Bool {
    guard let own = entries[index].seconds, let other = entries[Int(entry)].seconds else {
      return false
    }
    return other > own
  }

  private func fitsBehindReplies(_ index: Int, of entry: Int32) -> Bool {
    guard let own = entries[index].seconds else { return true }
    return own >= youngestReply[Int(entry)]
  }
}
