/// A discussion of the article: a tab of the thread pane.
public struct DiscussionTab: Equatable, Sendable {
  /// The site it is on.
  public let site: String
  /// Where it is; empty for that of the page itself, if that has no address.
  public let address: String
  /// How many comments it has, `nil` if that is not known.
  public internal(set) var commentCount: Int?
  /// Whether there is no discussion: it has no tab then, but for the page that it is.
  public internal(set) var isEmpty: Bool

  /// A discussion on `site`.
  public init(on site: String, at address: String, commentCount: Int?, isEmpty: Bool = false) {
    self.site = site
    self.address = address
    self.commentCount = commentCount
    self.isEmpty = isEmpty
  }
}

/// The discussions of one article that are known, the one on the page itself first.
public struct DiscussionTabs: Equatable, Sendable {
  /// How many there can be besides the page's own; further ones are left out.
  static let limit = 8

  /// All of them; empty as long as only that of the page is known.
  public internal(set) var all: [DiscussionTab] = []
  /// The index of the one that is read.
  public var current = 0

  /// No discussion but that of the page.
  public init() {}

  /// The indices of those that have a tab.
  var shown: [Int] { all.indices.filter { !all[$0].isEmpty } }

  /// Whether there are several to choose from.
  var areSeveral: Bool { shown.count > 1 }

  /// The index of the one so many tabs on, back if negative, from the last to the first; `nil` if
  /// there is no other.
  func neighbour(_ step: Int) -> Int? {
    let shown = shown
    guard let place = shown.firstIndex(of: current) else { return shown.first }
    let count = shown.count
    let next = shown[((place + step) % count + count) % count]
    return next == current ? nil : next
  }
}
