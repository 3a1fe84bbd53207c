import HTMLParsing

/// Elements that hold a discussion on any page, by the names their makers gave them.
package enum DiscussionRegion {
  /// Whether an element is such a region: it never is part of an article.
  package static func contains(_ id: HTMLNodeID, _ page: HTMLPage) -> Bool {
    let node = page.tree[id]
    guard node.kind == .element else { return false }
    switch node.tag {
    case .body, .html, .article, .main, .h1, .h2, .h3, .a, .span: return false
    default: break
    }
    return page.tree.attributeRange(of: id).contains { index in
      let attribute = page.tree.attributes[index]
      guard attribute.name == .id || attribute.name == .class else { return false }
      return page.tree.withRawValue(of: attribute) { holdsName($0) }
    }
  }

  private static func holdsName(_ value: UnsafeRawBufferPointer) -> Bool {
    value.split(separator: 0x20).contains { word in
      names.contains { name in
        name.utf8CodeUnitCount == word.count
          && zip(word, UnsafeBufferPointer(start: name.utf8Start, count: word.count))
            .allSatisfy { $0 | 0x20 == $1 | 0x20 }
      }
    }
  }

  /// WordPress, Disqus, Facebook, Livefyre, Viafoura, Coral, Spot.IM, giscus, utterances, Hyvor.
  private static let names: [StaticString] = [
    "comments", "comments-area", "comment-list", "commentlist", "comment-respond", "respond",
    "commentform", "disqus_thread", "fb-comments", "fb_comments", "livefyre-comments", "livefyre",
    "vf-comments", "coral_thread", "coral-thread", "giscus", "utterances", "hyvor-talk-view",
    "remark42", "isso-thread", "commento", "cusdis_thread", "graphcomment", "wpdcom", "wpd-threads",
    "comments-section", "comment-section", "comments-container", "comment-thread",
    "comments-wrapper", "comments__container",
  ]
}
