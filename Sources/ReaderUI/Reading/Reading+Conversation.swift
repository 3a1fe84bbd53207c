import DocumentModel

extension Reading {
  /// The conversation that `id` is part of: what it answers, up to the start of the thread, and below
  /// it the exchange between its author and the one it answers.
  ///
  /// Where it starts a thread, that is all exchanges with its author. Below a comment of the
  /// conversation, one belongs to it whose author is one of the two and not the one answered.
  /// O(subtree + depth).
  func conversation(around id: CommentID) -> CommentSet {
    var members = CommentSet()
    for above in document.ancestors(of: id) { members.insert(above) }
    members.insert(id)
    // Whom the author of each member below `id` talks with.
    var partners: [CommentID: AuthorID] = [:]
    let own = document[id].author
    partners[id] = document[id].parent.flatMap { document[$0].author }
    let isRoot = document[id].parent == nil
    for index in id.index + 1..<id.index + document[id].subtreeSize {
      let reply = CommentID(index)
      guard let parent = document[reply].parent, members.contains(parent),
        let author = document[reply].author, author != document[parent].author
      else { continue }
      let partner = isRoot && parent == id ? author : partners[parent]
      guard let partner, author == partner || author == own else { continue }
      members.insert(reply)
      partners[reply] = partner
    }
    return members
  }
}
