import ReaderUI

/// The pages read one from another, like those of a browser's tab.
///
/// A page stays as it was left. So that they need no more memory the more are read, those left longest
/// ago are let go of, and opened again when they are gone back to.
struct PageHistory<Page> {
  /// How many pages are kept in memory.
  static var keptPages: Int { 10 }
  /// How much text pages that are kept may hold together, in bytes; the one being read may hold more.
  static var keptBytes: Int { 256 << 20 }
  /// How many pages can be gone back through; the oldest are forgotten.
  static var limit: Int { 200 }

  /// The pages, the first opened first.
  private(set) var pages: [Page]
  /// The index of the one being read.
  private(set) var current: Int

  /// A history that begins with `first`.
  init(_ first: Page) {
    pages = [first]
    current = 0
  }

  /// The page being read.
  var page: Page {
    get { pages[current] }
    set { pages[current] = newValue }
  }

  /// Goes on to `page`; what lay ahead is forgotten, and returned.
  mutating func visit(_ page: Page) -> [Page] {
    let ahead = Array(pages[(current + 1)...])
    pages.removeSubrange((current + 1)...)
    pages.append(page)
    current += 1
    guard pages.count > Self.limit else { return ahead }
    current -= 1
    return ahead + [pages.removeFirst()]
  }

  /// Goes `step` pages forward, back if negative, as far as there are pages; whether that moved.
  mutating func go(_ step: Int) -> Bool {
    let target = min(max(0, current + step), pages.count - 1)
    defer { current = target }
    return target != current
  }

  /// Forgets the page being read, and goes back to the one before, else to the one after; whether there
  /// is one.
  mutating func removeCurrent() -> Bool {
    guard pages.count > 1 else { return false }
    pages.remove(at: current)
    current = max(0, current - 1)
    return true
  }

  /// Calls `change` on the pages that are not to be kept in memory, those furthest from the one being
  /// read; `size` is how many bytes of text a page holds.
  mutating func letGo(size: (Page) -> Int, _ change: (inout Page) -> Void) {
    var bytes = size(page)
    for index in pages.indices.sorted(by: { abs($0 - current) < abs($1 - current) })
    where index != current {
      bytes += size(pages[index])
      if abs(index - current) >= Self.keptPages || bytes > Self.keptBytes { change(&pages[index]) }
    }
  }
}
