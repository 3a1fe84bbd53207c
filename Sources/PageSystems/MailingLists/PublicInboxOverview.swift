import HTMLParsing
import PageModel

/// The list of all mails at the end of a page of public-inbox, as a tree: those that the list never
/// got have a line there, too.
struct PublicInboxOverview {
  /// What each mail answers, both called by the hash of their message id.
  private var parents: [Substring: Substring] = [:]

  /// Reads it from a page; O(size of the page).
  init(_ page: HTMLPage) {
    guard let title = page.first(in: HTMLDocument.root, where: { page.value(.id, $0) == "t" }),
      let list = page.tree[title].parent
    else { return }
    var open: [(depth: Int, hash: Substring)] = []
    var line = ""
    for node in page.tree.descendants(of: list) {
      if page.tree[node].kind == .text {
        let words = page.tree.decodedText(of: node)
        line =
          words.lastIndex(of: "\n").map { String(words[words.index(after: $0)...]) } ?? line + words
        continue
      }
      let id = page.value(.id, node)
      guard page.tree[node].tag == .a, id.hasPrefix("r"), id.utf8.count == 41 else { continue }
      let depth = line.firstIndex(of: "`").map { line.distance(from: line.startIndex, to: $0) } ?? 0
      while let last = open.last, last.depth >= depth { open.removeLast() }
      let hash = id.dropFirst()
      if let last = open.last { parents[hash] = last.hash }
      open.append((depth, hash))
    }
  }

  /// The nearest of the mails above the one called `mark` that the page holds; 0 if there is none.
  func answered(by mark: String, among mails: [String: Int]) -> Int {
    var hash = parents[mark.dropFirst()]
    var steps = 0
    while let above = hash, steps < parents.count {
      if let mail = mails["m" + above] { return mail }
      hash = parents[above]
      steps += 1
    }
    return 0
  }
}
