import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Reads the comments of a JSON source by the table of its system.
///
/// O(size of the source); no recursion.
struct JSONThreadReader {
  private let system: JSONSystem
  private let root: JSONValue
  private(set) var comments: [JSONComment] = []
  /// What of the post stands in lists, in order.
  private(set) var posts: [PageComment] = []
  /// The ids by which comments name the post.
  private var postIDs: Set<String> = []
  /// The comments by their ids, the first of each.
  private var places: [String: Int] = [:]
  /// The names of people by their ids.
  private let names: [String: String]

  /// A list of values still to be read, and the comment that they answer.
  private struct Level {
    var elements: JSONElements
    let parent: Int?
  }

  init(_ system: JSONSystem, _ root: JSONValue) {
    self.system = system
    self.root = root
    names = system.people?.names(in: root) ?? [:]
    if let post = system.post, let value = post.at.value(in: root) {
      postIDs = Set(post.id.compactMap { $0.value(in: value)?.words })
    }
  }

  /// Reads all comments, those that are nested after what they answer.
  mutating func read() {
    for path in system.posts { read(path, arePosts: true) }
    for path in system.comments { read(path, arePosts: false) }
  }

  private mutating func read(_ path: JSONPath, arePosts: Bool) {
    guard let list = path.value(in: root) else { return }
    if list.kind == .object { _ = add(list, under: nil, isPost: arePosts) }
    var open = [Level(elements: list.elements, parent: nil)]
    while !open.isEmpty {
      guard let value = open[open.count - 1].elements.next() else {
        open.removeLast()
        continue
      }
      let parent = open[open.count - 1].parent
      let place = add(value, under: parent, isPost: arePosts)
      for path in system.children {
        guard let inner = path.value(in: value), inner.kind == .array else { continue }
        open.append(Level(elements: inner.elements, parent: place ?? parent))
      }
    }
  }

  /// Adds a comment and returns its index; nil if the value is none.
  private mutating func add(_ value: JSONValue, under parent: Int?, isPost: Bool) -> Int? {
    guard value.kind == .object else { return nil }
    let fields = system.fields
    var comment = JSONComment(parts: PageComment(element: HTMLDocument.root))
    comment.parts.id = fields.id.text(in: value)
    comment.parts.author = name(fields.author.text(in: value))
    comment.parts.authorURL = fields.authorURL.value(in: value)?.string
    comment.parts.date = fields.date.value(in: value)?.date ?? .none
    comment.parts.edited = fields.edited.value(in: value)?.date ?? .none
    comment.parts.score = fields.score.value(in: value)?.wholeNumber
    comment.parts.badges = fields.badges.compactMap { $0.words(in: value) }
    comment.parts.url = fields.url.first(in: value)
    comment.parts.isByArticleAuthor = fields.isByPostAuthor.value(in: value)?.bool == true
    comment.parts.markup = fields.body.markup(in: value)
    comment.parts.parent = reference(of: value, under: parent)
    if let rule = fields.states.first(where: { $0.holds(in: value) }) {
      comment.parts.state = rule.state
    }
    system.adjust?(value, &comment)
    if case .id(let id) = comment.parts.parent, postIDs.contains(id) {
      comment.parts.parent = .root
    }
    guard !comment.isLeftOut, !isRepeated(comment.parts) else { return nil }
    if isPost || comment.isPost {
      if !system.tellsAnswersToPost { postIDs.insert(comment.parts.id) }
      posts.append(comment.parts)
      if isPost || posts.count > 1 { return nil }
      comment.parts.markup = ""
      comment.parts.state = .opening
    }
    comments.append(comment)
    if !comment.parts.id.isEmpty, places[comment.parts.id] == nil {
      places[comment.parts.id] = comments.count - 1
    }
    return comments.count - 1
  }

  /// The name of who is given as `author`.
  private func name(_ author: String) -> String {
    guard let people = system.people else { return author }
    return names[author] ?? (people.showsUnknown ? author : "")
  }

  /// Whether a source holds a comment a second time: with the same id, author, date and text.
  private func isRepeated(_ comment: PageComment) -> Bool {
    guard !comment.id.isEmpty, let place = places[comment.id] else { return false }
    let first = comments[place].parts
    return first.author == comment.author && first.date == comment.date
      && first.markup == comment.markup
  }

  private func reference(of value: JSONValue, under parent: Int?) -> PageComment.Parent {
    if let parent { return .index(parent) }
    switch system.fields.parent {
    case .none: return .root
    case .id(let paths, let roots):
      let id = paths.text(in: value)
      return roots.contains(id) ? .root : .id(id)
    case .path(let path):
      let ids = path.value(in: value)?.string?.split(separator: ".") ?? []
      return ids.count > 2 ? .id(String(ids[ids.count - 2])) : .root
    case .last(let path):
      let ids = path.value(in: value).map { Array($0.elements) } ?? []
      return ids.last?.words.map { .id($0) } ?? .root
    case .depth(let path, let first):
      return path.value(in: value)?.integer.map { .depth(max(0, Int($0) - first)) } ?? .root
    }
  }
}
