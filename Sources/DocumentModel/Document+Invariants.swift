extension Document {
  /// Descriptions of all faults in the document's structure; empty for every parsed document.
  ///
  /// For tests and fuzzers. O(size).
  public func invariantViolations() -> [String] {
    treeViolations() + headerlessViolations() + openingViolations() + rangeViolations()
      + authorViolations()
  }

  private func treeViolations() -> [String] {
    var wrong: [String] = []
    for id in commentIDs {
      let comment = self[id]
      if comment.subtreeSize < 1 || id.index + comment.subtreeSize > comments.count {
        wrong.append("comment \(id.index): subtree of \(comment.subtreeSize) does not fit")
        continue
      }
      if let parent = comment.parent {
        if parent >= id || !isIn(id, subtreeOf: parent) {
          wrong.append("comment \(id.index): outside the subtree of its parent \(parent.index)")
        } else if id.index + comment.subtreeSize > parent.index + self[parent].subtreeSize {
          wrong.append("comment \(id.index): its subtree ends after its parent's")
        } else if comment.depth != min(self[parent].depth + 1, Int(UInt16.max)) {
          wrong.append("comment \(id.index): depth \(comment.depth) is not its parent's plus one")
        }
      } else if comment.depth != 0 {
        wrong.append("comment \(id.index): a root at depth \(comment.depth)")
      }
      if (comment.parent == nil) != comment.replyLink.isRoot {
        wrong.append("comment \(id.index): link \(comment.replyLink) does not fit its parent")
      }
    }
    // A child's subtree must be followed by a sibling or by the end of the parent's subtree.
    for id in commentIDs.dropFirst() {
      let before = CommentID(id.index - 1)
      if let parent = self[id].parent, !isIn(before, subtreeOf: parent) {
        wrong.append("comment \(id.index): not in pre-order")
      }
    }
    return wrong
  }

  private func headerlessViolations() -> [String] {
    commentIDs.filter { self[$0].state == .headerless }.enumerated().flatMap { place, id in
      var wrong: [String] = []
      if id.index != place { wrong.append("text without a header stands behind a comment") }
      if self[id].parent != nil || self[id].subtreeSize > 1 {
        wrong.append("text without a header is part of a thread")
      }
      if self[id].author != nil || self[id].date != nil {
        wrong.append("text without a header has an author or a date")
      }
      return wrong
    }
  }

  private func openingViolations() -> [String] {
    var wrong: [String] = []
    for (index, comment) in comments.enumerated() {
      if comment.state == .opening { wrong.append("comment \(index): it opens the discussion") }
      if comment.replyLink == .opening, opening == nil {
        wrong.append("comment \(index): it answers an opening post that is not there")
      }
    }
    if let opening, opening.state != .opening || !opening.blocks.isEmpty || opening.author != nil {
      wrong.append("the opening post has a state, a text or an author of its own")
    }
    return wrong
  }

  private func rangeViolations() -> [String] {
    var wrong: [String] = []
    func check(_ range: TextRange, _ what: @autoclosure () -> String) {
      guard Int(range.start) + Int(range.count) <= text.count else {
        wrong.append("\(what()): text beyond the arena")
        return
      }
      text.withBytes { bytes in
        for edge in [Int(range.start), Int(range.end)] where edge < bytes.count {
          if !range.isEmpty, bytes[edge] & 0xC0 == 0x80 {
            wrong.append("\(what()): text cut inside a scalar at byte \(edge)")
          }
        }
      }
    }
    for (index, block) in blocks.enumerated() {
      check(block.text, "block \(index)")
      if block.spans.lowerBound < 0 || Int(block.spans.upperBound) > spans.count {
        wrong.append("block \(index): spans beyond the array")
        continue
      }
      for span in spans[Int(block.spans.lowerBound)..<Int(block.spans.upperBound)] {
        check(span.text, "span of block \(index)")
        check(span.url, "address in block \(index)")
        if span.text.start < block.text.start || span.text.end > block.text.end {
          wrong.append("block \(index): a span lies outside its text")
        }
      }
    }
    for badge in badges { check(badge, "badge") }
    for (index, comment) in (comments + [opening].compactMap(\.self)).enumerated() {
      for range in [
        comment.dateText, comment.replyTo, comment.replyToID, comment.sourceID, comment.url,
        comment.authorURL,
      ] { check(range, "comment \(index)") }
      if comment.badges.lowerBound < 0 || Int(comment.badges.upperBound) > badges.count {
        wrong.append("comment \(index): badges beyond the array")
      }
      if comment.blocks.lowerBound < 0 || Int(comment.blocks.upperBound) > blocks.count {
        wrong.append("comment \(index): blocks beyond the array")
      }
    }
    for continuation in continuations {
      guard let comment = continuation.comment else { continue }
      if !comments.indices.contains(comment.index) || self[comment].state == .headerless {
        wrong.append("a continuation of comment \(comment.index), which there is not")
      }
    }
    return wrong + controlViolations()
  }

  private func controlViolations() -> [String] {
    text.withBytes { bytes in
      for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
        if byte != 0x0A && byte != 0x09 { return ["control byte \(byte) at \(offset)"] }
      }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        return ["the arena is not UTF-8"]
      }
      return []
    }
  }

  private func authorViolations() -> [String] {
    var counts = [Int](repeating: 0, count: authors.count)
    var wrong: [String] = []
    for (index, comment) in comments.enumerated() {
      if (comment.author == nil) != (comment.authorship == .unknown) {
        wrong.append("comment \(index): authorship \(comment.authorship) does not fit its author")
      }
      guard let author = comment.author else { continue }
      guard authors.indices.contains(author.index) else {
        wrong.append("comment \(index): author beyond the table")
        continue
      }
      counts[author.index] += 1
    }
    for (author, count) in zip(authors, counts) where author.commentCount != count {
      wrong.append("author \(text[author.name]): \(count) comments, not \(author.commentCount)")
    }
    return wrong
  }
}
