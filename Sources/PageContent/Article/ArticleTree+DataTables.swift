import HTMLParsing
import PageModel

/// Distinguishes tables of data from tables made for layout.
extension ArticleTree {
  /// Marks tables of data and everything in them.
  mutating func markData(in top: Int) {
    guard nodes.contains(where: { $0.tag == .table }) else { return }
    let nodes = order(from: top).map(Int.init)
    var tables: [Int: TableStats] = [:]
    for index in nodes.reversed() {
      guard let source = self.nodes[index].source, !self.nodes[index].isText else { continue }
      var own = tables[index] ?? TableStats()
      let tag = self.nodes[index].tag
      own.enter(tag, at: source, on: page, policy, isFilled: first(index) != nil)
      if tag == .table { self[index].isData = own.isData(source, page, policy) }
      guard index != top, !own.isNothing, let parent = parent(index) else { continue }
      tables[parent, default: TableStats()].add(own)
      tables[index] = nil
    }
    for index in nodes {
      if let parent = parent(index), index != top, self.nodes[parent].isData {
        self[index].isData = true
      }
    }
  }
}

/// What is counted in a table.
private struct TableStats {
  private var rows = 0
  private var columns = 0
  private var cells = 0
  private var hasTable = false
  private var hasHeading = false
  private var hasCaption = false

  var isNothing: Bool { rows == 0 && cells == 0 && !hasTable && !hasHeading && !hasCaption }

  /// Counts an element; its content must have been added before.
  mutating func enter(
    _ tag: HTMLTag,
    at id: HTMLNodeID,
    on page: HTMLPage,
    _ policy: BoilerplatePolicy,
    isFilled: Bool
  ) {
    switch tag {
    case .tr:
      rows += Self.span(.rowspan, of: id, on: page, policy)
      columns = max(columns, cells)
      cells = 0
    case .td: cells += Self.span(.colspan, of: id, on: page, policy)
    case .caption: hasCaption = hasCaption || isFilled
    case .col, .colgroup, .tfoot, .thead, .th: hasHeading = true
    default: break
    }
  }

  mutating func add(_ child: TableStats) {
    rows += child.rows
    columns = max(columns, child.columns)
    cells += child.cells
    hasTable = hasTable || child.hasTable
    hasHeading = hasHeading || child.hasHeading
    hasCaption = hasCaption || child.hasCaption
  }

  /// Whether a table holds data, by the rules of Firefox's accessibility code.
  mutating func isData(
    _ table: HTMLNodeID,
    _ page: HTMLPage,
    _ policy: BoilerplatePolicy
  ) -> Bool {
    defer { hasTable = true }
    let tree = page.tree
    if tree.attribute(.role, of: table) == "presentation" { return false }
    if tree.attribute(named: "datatable", of: table) == "0" { return false }
    if tree.attribute(.summary, of: table)?.isEmpty == false { return true }
    if hasCaption || hasHeading { return true }
    if hasTable || columns == 1 || rows == 1 { return false }
    return columns > policy.layoutColumns || rows * columns > policy.layoutCells
  }

  /// How many rows or columns a cell spans, capped at what makes any table one of data.
  private static func span(
    _ name: HTMLName,
    of id: HTMLNodeID,
    on page: HTMLPage,
    _ policy: BoilerplatePolicy
  ) -> Int {
    let most = max(policy.layoutColumns, policy.layoutCells) + 1
    return max(1, min(page.tree.attribute(name, of: id).flatMap { Int($0) } ?? 1, most))
  }
}
