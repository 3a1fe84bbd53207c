import Terminal

/// The window, and how the panes share it.
public struct Window: Equatable, Sendable {
  /// Its size.
  public internal(set) var size: Size
  /// How the panes share it.
  public internal(set) var mode: LayoutMode
  /// How much of it the article gets, 0.1 to 0.9.
  ///
  /// `nil` until the person moves the border: as much as the panes need.
  var share: Double?
  /// How much room the panes need.
  var needs = PaneNeeds()
  /// The pane that there is nothing to show in, `nil` if both have something.
  var empty: Pane?
  /// Whether there are tabs over the thread.
  var hasTabs = false
  /// The pane that keys go to.
  public internal(set) var focus: Pane
  /// Whether the mouse holds the border between the panes, and has moved it.
  var drag: BorderDrag?

  /// What the mouse did with the border since it was pressed on it.
  enum BorderDrag { case held, moved }

  /// A window of `size`, shared as `mode` says.
  init(size: Size, mode: LayoutMode, focus: Pane) {
    self.size = size
    self.mode = mode
    self.focus = focus
  }

  /// Where the panes stand.
  public var panes: PaneLayout { panes(share: share) }

  private func panes(share: Double?) -> PaneLayout {
    let only: LayoutMode? = empty.map { $0 == .thread ? .article : .thread }
    let mode = mode == .automatic ? only ?? .automatic : mode
    return PaneLayout(
      size: size,
      mode: mode,
      share: share,
      needs: needs,
      hasTabs: hasTabs,
      focus: focus
    )
  }

  /// Whether it is too small to read in.
  public var isTooSmall: Bool {
    size.columns < PaneLayout.smallest.columns || size.rows < PaneLayout.smallest.rows
  }

  /// How many rows `pane` shows, at least one.
  func height(of pane: Pane) -> Int { max(1, panes.rect(of: pane)?.size.rows ?? size.rows - 2) }

  /// Moves the focus out of a pane the layout does not show.
  mutating func keepFocusShown() {
    if panes.rect(of: focus) == nil { focus = focus.other }
  }

  /// Gives `pane` the focus, and the window if the other has it alone.
  mutating func focus(on pane: Pane) {
    focus = pane
    if panes.rect(of: pane) == nil { mode = pane == .article ? .article : .thread }
  }

  /// Goes on to the next way of sharing the window.
  ///
  /// A window too narrow for a way shows another in its place: then to one that differs.
  mutating func nextMode() {
    let order: [LayoutMode] = [.side, .stacked, .article, .thread]
    let now = order.firstIndex(of: panes.mode) ?? 0
    for step in 1...order.count {
      mode = order[(now + step) % order.count]
      if panes.mode == mode { break }
    }
  }

  // MARK: The border

  /// The column or row where the border stands, counted from the top left.
  var border: Int {
    let panes = panes
    return panes.mode == .side
      ? panes.border?.origin.column ?? 0 : panes.divider?.origin.row ?? 0
  }

  /// The share of the article with the border as near to `position` as it can go, `nil` if that
  /// moves nothing.
  func share(withBorderAt position: Int) -> Double? {
    let rows = size.rows - (panes.tabs == nil ? 2 : 3)
    let length = max(1, panes.mode == .side ? size.columns - 2 : rows)
    let share = min(0.9, max(0.1, Double(position) / Double(length)))
    return panes(share: share) == panes ? nil : share
  }
}
