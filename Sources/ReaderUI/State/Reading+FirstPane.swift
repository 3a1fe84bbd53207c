import DocumentModel

/// Where reading begins.
extension Reading {
  /// The pane to begin with: the comments where the article says no more than its title.
  var firstPane: Pane {
    document.comments.isEmpty || document.articleSaysMore ? .article : .thread
  }
}

extension Document {
  /// Whether the article says more than its title: not only an address, a picture without a caption,
  /// the title again.
  ///
  /// O(1) for an article that begins with text.
  fileprivate var articleSaysMore: Bool {
    blocks(of: article).contains { block in
      guard !block.text.isEmpty else { return false }
      let words = text(of: block).trimmed
      guard !words.isEmpty, words != title.trimmed else { return false }
      let isOneWord = !words.contains { $0.isWhitespace }
      return !(isOneWord && (block.kind == .image || isAddress(words, of: block)))
    }
  }

  /// Whether `words`, the text of `block`, are an address or a link.
  private func isAddress(_ words: Substring, of block: Block) -> Bool {
    words.contains("://")
      || spans(of: block).contains { $0.kind == .link && $0.text.count == block.text.count }
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: Substring {
    var text = self[...].drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
