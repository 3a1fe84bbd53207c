import DocumentModel
import Terminal

/// A list that lies over the panes: help, contents, facts, links, messages.
public struct Overlay: Equatable, Sendable {
  /// Which list.
  public let kind: OverlayKind
  /// Its heading.
  public let title: String
  /// All its rows.
  public let rows: [OverlayRow]
  /// The word that shown rows must hold; empty: all are shown.
  public internal(set) var filter = "" {
    didSet {
      guard filter != oldValue else { return }
      shown = Self.filtered(rows, by: filter)
      selected = 0
      viewport = Viewport()
    }
  }
  /// The rows shown, as indices into `rows`.
  public private(set) var shown: [Int]
  /// The row keys are about, an index into `shown`.
  public internal(set) var selected: Int
  /// The line at the top of the list.
  var viewport = Viewport<OverlayColumn>()
  /// What the list is about, to stand beside it; `nil`: it stands in the middle of the window.
  let place: Position?
  /// The comment shown, `nil` for lists.
  let comment: CommentID?

  /// A list of `rows`; the first that leads somewhere is selected.
  init(
    _ kind: OverlayKind,
    title: String,
    rows: [OverlayRow],
    selected: Int? = nil,
    at place: Position? = nil,
    comment: CommentID? = nil
  ) {
    self.kind = kind
    self.title = title
    self.rows = rows
    self.place = place
    self.comment = comment
    shown = Array(rows.indices)
    self.selected = selected ?? rows.firstIndex { $0.target != nil } ?? 0
  }

  /// Whether any row leads somewhere.
  public var isMenu: Bool { rows.contains { $0.target != nil } }

  /// The row that is selected, `nil` if none is shown.
  public var selectedRow: OverlayRow? {
    shown.indices.contains(selected) ? rows[shown[selected]] : nil
  }

  /// The row that can be chosen nearest to `index` of `shown`, in the direction moved if there is one.
  func choice(near index: Int, isForward: Bool) -> Int {
    let below = shown.indices.dropFirst(index).first { !rows[shown[$0]].isHeading }
    let above = shown.indices.prefix(index + 1).last { !rows[shown[$0]].isHeading }
    return (isForward ? below ?? above : above ?? below) ?? index
  }

  private static func filtered(_ rows: [OverlayRow], by filter: String) -> [Int] {
    guard !filter.isEmpty else { return Array(rows.indices) }
    let words = filter.lowercased().split(separator: " ")
    return rows.indices.filter { index in
      let text = (rows[index].text + " " + rows[index].keywords).lowercased()
      return !rows[index].isHeading && words.allSatisfy { text.contains($0) }
    }
  }
}

/// A row of an overlay.
public struct OverlayRow: Equatable, Sendable {
  /// What happens when the row is chosen.
  public enum Target: Hashable, Sendable {
    case article(block: Int)
    case comment(CommentID)
    case location(Location)
    /// An address, to be read here.
    case address(String)
    /// An address, to be opened in the browser.
    case browser(String)
    case command(String)
    /// A source, by its index in the list.
    case source(Int)
    /// A page, by its index in the trail.
    case page(Int)
    /// Copies a text.
    case copy(String)
  }

  /// A piece of a row with its own look.
  public struct Run: Equatable, Sendable {
    /// The text.
    public let text: String
    /// What it is.
    public let role: StyleRole

    /// A piece of text.
    public init(_ text: String, _ role: StyleRole = .overlay) {
      self.text = text
      self.role = role
    }
  }

  /// What stands in the row.
  public let runs: [Run]
  /// What happens when it is chosen, `nil` if nothing does.
  public let target: Target?
  /// Whether it is a heading over the rows that follow.
  public let isHeading: Bool
  /// How many columns its lines after the first are indented.
  let indent: Int
  /// Words by which a filter finds it that do not stand in it.
  let keywords: String

  /// A row.
  init(
    _ runs: [Run],
    target: Target? = nil,
    isHeading: Bool = false,
    indent: Int = 2,
    keywords: String = ""
  ) {
    self.runs = runs
    self.target = target
    self.isHeading = isHeading
    self.indent = indent
    self.keywords = keywords
  }

  /// All its text.
  public var text: String { runs.map(\.text).joined() }
}
