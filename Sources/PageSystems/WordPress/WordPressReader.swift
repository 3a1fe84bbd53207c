import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// WordPress' own comments, as `wp_list_comments` and the block themes print them.
///
/// Themes shape comments as they like, but few fail to call `comment_class()`, which writes
/// `comment`, `pingback` or `trackback`, `even` or `odd`, and `depth-N`, and to set the id
/// `comment-N`. Answers are nested in the element they answer; where a theme prints them side by
/// side, `depth-N` tells. WordPress itself lists what is deeper than the site allows side by side
/// at the deepest level, and then no page tells who answers whom: they stay where they are nested.
package struct WordPressReader: PageSystem {
  package let name = "wordpress"
  package let summary = "a WordPress page with its own comments"

  package init() {}

  package static let signs = [
    PageSign(
      "threaded-list",
      considers: "a comment with the class depth-1, and a list or a form that themes name",
      evidence: "comment_class() and wp_list_comments() together",
      fixture: "wordpress/sign-threaded-list",
      isMet: { hasList($0) && hasRoot($0) }
    ),
    PageSign(
      "threaded",
      .likely,
      considers: "a comment with the class depth-1",
      evidence: "comment_class() alone, in a theme with names of its own; other systems copied it",
      fixture: "wordpress/sign-threaded",
      isMet: { hasRoot($0) }
    ),
    PageSign(
      "listed",
      .likely,
      considers: "a list or a form that themes name, and elements that are comments",
      evidence: "themes that do without comment_class(); the names are common elsewhere too",
      fixture: "wordpress/own-names",
      isMet: { hasList($0) && !elements(of: $0).isEmpty }
    ),
  ]

  private static let lists: [StaticString] = [
    "comment-list", "commentlist", "wp-block-comment-template", "comment-reply-link",
    "comment-respond", "comments-area", "wp-block-comments",
  ]

  private static func hasList(_ page: HTMLPage) -> Bool {
    lists.contains { !page.elements($0).isEmpty }
  }

  private static func hasRoot(_ page: HTMLPage) -> Bool {
    page.elements("depth-1").contains { isComment($0, page) }
  }

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    let elements = CommentElements(page, Self.elements(of: page))
    let marks = ElementMarks(page, WordPressComment.meanings)
    var tails = Set<String>()
    for node in elements.nodes {
      var reader = WordPressComment(node, own: elements.own(in: node), marks: marks, on: page)
      var comment = reader.read()
      comment.parent = parent(of: node, elements, page)
      thread.comments.append(comment)
      if reader.nameTail.hasSuffix(":"), tails.count < 8 { tails.insert(reader.nameTail) }
    }
    WordPressNames(thread.comments, tails: tails).clean(&thread.comments)
    thread.regions = regions(of: page, elements)
    thread.declared = WordPressCount(page).declared
    thread.goOn(over: WordPressPages(page))
    return thread
  }

  private func parent(
    of node: HTMLNodeID,
    _ elements: CommentElements,
    _ page: HTMLPage
  ) -> PageComment.Parent {
    let depth = Self.depth(of: node, page)
    var parent = elements.parent(of: node)
    // A theme that leaves an element open nests what follows it.
    let isTold = !page.elements("depth-2").isEmpty
    while isTold, let depth, case .index(let index) = parent,
      let above = Self.depth(of: elements.nodes[index], page), above >= depth
    {
      parent = elements.parent(of: elements.nodes[index])
    }
    if parent != .root { return parent }
    return depth.map { $0 > 1 ? .depth($0 - 1) : .root } ?? .root
  }

  /// How deep the class of an element says that it stands, 1 for a root.
  private static func depth(of node: HTMLNodeID, _ page: HTMLPage) -> Int? {
    page.words(of: node, startingWith: "depth-").first.flatMap { Int($0.dropFirst(6)) }
  }

  /// What belongs to the discussion: its sections and its form, and all comments.
  private func regions(of page: HTMLPage, _ elements: CommentElements) -> [HTMLNodeID] {
    let wraps: [StaticString] = [
      "comments-area", "comment-respond", "comment-list", "commentlist", "wp-block-comments",
      "wp-block-post-comments", "wp-block-comment-template", "comments-title", "comment-navigation",
      "comments-pagination", "no-comments", "nocomments",
    ]
    let named = page.tree.nodes.indices.lazy.map(HTMLNodeID.init).filter {
      guard let id = page.tree.attribute(.id, of: $0) else { return false }
      return id == "comments" || id == "respond" || id == "commentform"
    }
    let sections = wraps.flatMap { page.elements($0) } + named
    let articles = around(page.elements("entry-content"), page)
    return sections.filter { !articles.contains($0) } + elements.nodes
  }

  /// Some elements and all that they stand in; O(their number and that of what they stand in).
  private func around(_ nodes: ArraySlice<HTMLNodeID>, _ page: HTMLPage)
    -> Set<HTMLNodeID>
  {
    var around: Set<HTMLNodeID> = []
    for node in nodes {
      var next: HTMLNodeID? = node
      while let element = next, around.insert(element).inserted { next = page.tree[element].parent }
    }
    return around
  }
}

/// Which elements are comments.
extension WordPressReader {
  /// What `comment_class()` marks; failing that, what has a comment's id.
  private static func elements(of page: HTMLPage) -> [HTMLNodeID] {
    let named = page.elements("comment") + page.elements("pingback") + page.elements("trackback")
    let marked = named.filter { isComment($0, page) }
    if !marked.isEmpty {
      // Some themes print notices of links with a plain list item of their own.
      return Set(marked + named.filter { isListedPing($0, page) }).sorted()
    }
    return outermostWithID(page)
  }

  private static func isComment(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    let isKind =
      page.has("comment", node) || page.has("pingback", node) || page.has("trackback", node)
    return isKind
      && (page.has("even", node) || page.has("odd", node)
        || !page.words(of: node, startingWith: "depth-").isEmpty)
  }

  private static func isListedPing(_ node: HTMLNodeID, _ page: HTMLPage) -> Bool {
    page.tree[node].tag == .li && (page.has("pingback", node) || page.has("trackback", node))
  }

  /// The first block of the page for each comment id.
  private static func outermostWithID(_ page: HTMLPage) -> [HTMLNodeID] {
    var seen = Set<Substring>()
    return page.tree.nodes.indices.lazy.map(HTMLNodeID.init).filter { node in
      switch page.tree[node].tag {
      case .div, .li, .article, .section, .dd, .dt, .tr, .table:
        guard let number = WordPressComment.number(of: node, page) else { return false }
        return seen.insert(number).inserted
      default: return false
      }
    }
  }
}
