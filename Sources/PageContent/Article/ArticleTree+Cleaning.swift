import HTMLParsing
import PageModel

/// Taking boilerplate out of what was chosen as the article.
extension ArticleTree {
  /// Takes out of the elements inside `top` what is no part of an article.
  ///
  /// A fixed number of walks over it.
  mutating func clean(_ top: Int, weighsNames: Bool, isWary: Bool) {
    markData(in: top)
    let cleaner = ConditionalCleaner(weighsNames: weighsNames)
    if isWary {
      removeSuspicious(.form, in: top, cleaner)
      removeSuspicious(.fieldset, in: top, cleaner)
    }
    removeBoilerplate(in: top, cleaner)
    guard isWary else { return }
    for tag in [HTMLTag.table, .ul, .div] { removeSuspicious(tag, in: top, cleaner) }
  }

  private mutating func removeSuspicious(_ tag: HTMLTag, in top: Int, _ cleaner: ConditionalCleaner)
  {
    let removed = stats(from: top) { index, stats in
      nodes[index].tag == tag && cleaner.isSuspicious(index, stats, self)
    }.removed
    for index in removed { remove(index) }
  }

  private mutating func removeBoilerplate(in top: Int, _ cleaner: ConditionalCleaner) {
    let known = stats(from: top).all
    var next = first(top)
    while let index = next {
      let node = nodes[index]
      guard !node.isText else {
        next = self.node(after: index, in: top)
        continue
      }
      var drops = false
      switch node.tag {
      case .footer, .link, .aside, .input, .textarea, .select, .button: drops = true
      case .object, .embed, .iframe:
        drops = !(node.source.map { ContentStats.isVideo($0, page) } ?? false)
      case .h1, .h2: drops = cleaner.weight(node) < 0
      default: break
      }
      let isInside = parent(index) != top
      if node.hints.contains(.share), known[index].text.count < 500, isInside { drops = true }
      if isInside, isBoilerplate(index, known[index]) { drops = true }
      next = self.node(after: index, in: top, skippingChildren: drops)
      if drops { remove(index) }
    }
  }

  /// Whether a box is called boilerplate, or lists the tags of the article.
  private func isBoilerplate(_ index: Int, _ stats: ContentStats) -> Bool {
    switch nodes[index].tag {
    case .div, .section, .p, .ul, .ol, .dl, .span, .header: break
    default: return false
    }
    guard let source = nodes[index].source, stats.text.count < 800 else { return false }
    if nodes[index].hints.contains(.boilerplate), !page.has("hentry", source) { return true }
    return nodes[index].tag != .span && stats.linkDensity > 0.4 && stats.text.count < 400
      && TagList.isOne(source, page)
  }

  /// Marks tables of data and all that is in them.
  private mutating func markData(in top: Int) {
    let nodes = order(from: top).map(Int.init)
    var tables: [Int: TableStats] = [:]
    for index in nodes.reversed() {
      var own = tables[index] ?? TableStats()
      guard let source = self[index].source, !self[index].isText else { continue }
      own.enter(self[index].tag, source, page, isFilled: first(index) != nil)
      if self[index].tag == .table { self[index].isData = own.isData(source, page) }
      guard index != top, !own.isNothing, let parent = parent(index) else { continue }
      tables[parent, default: TableStats()].add(own)
      tables[index] = nil
    }
    for index in nodes {
      if let parent = parent(index), index != top, self[parent].isData { self[index].isData = true }
    }
  }
}

/// Tells boilerplate by what is in it: how much text, links, pictures, items, fields.
struct ConditionalCleaner {
  /// Whether the names of elements count.
  let weighsNames: Bool

  func weight(_ node: ArticleTree.Node) -> Int { weighsNames ? node.hints.weight : 0 }

  /// Whether an element is more likely boilerplate than a part of an article.
  func isSuspicious(_ index: Int, _ stats: ContentStats, _ tree: ArticleTree) -> Bool {
    let node = tree[index]
    if node.isData || stats.hasData || tree.near(index, where: { $0.tag == .code }) { return false }
    let weight = weight(node)
    if weight < 0 { return true }
    guard stats.text.plainCommas < 10, !stats.hasVideo else { return false }
    if stats.text.count < 20, Self.isPlaceholder(tree.text(index)) { return true }
    let isList = node.tag == .ul || stats.isList
    guard looksOdd(stats, isList, weight, tree.near(index, where: { $0.tag == .figure })) else {
      return false
    }
    return !(isList && stats.images == stats.items && isPlain(index, tree))
  }

  private func looksOdd(_ stats: ContentStats, _ isList: Bool, _ weight: Int, _ isFigure: Bool)
    -> Bool
  {
    let (images, paragraphs) = (stats.images, stats.paragraphs)
    let density = stats.linkDensity
    if !isFigure && images > 1 && 2 * paragraphs < images { return true }
    if !isList && stats.items - 100 > paragraphs { return true }
    if stats.inputs > paragraphs / 3 { return true }
    if !isList && !isFigure && stats.headingDensity < 0.9 && stats.text.count < 25
      && (images == 0 || images > 2) && density > 0
    {
      return true
    }
    if !isList && weight < 25 && density > 0.2 { return true }
    if weight >= 25 && density > 0.5 { return true }
    if stats.embeds > 1 || (stats.embeds == 1 && stats.text.count < 75) { return true }
    return images == 0 && !stats.hasTextish
  }

  /// Whether no child of an element holds more than one element.
  private func isPlain(_ index: Int, _ tree: ArticleTree) -> Bool {
    tree.elements(in: index).allSatisfy { tree.elements(in: $0).count <= 1 }
  }

  /// Whether a text does nothing but announce an advertisement or content to come.
  private static func isPlaceholder(_ text: String) -> Bool {
    let word = text.lowercased().replacing("…", with: "").replacing("...", with: "")
    return [
      "ad", "advertising", "advertisement", "pub", "publicité", "werb", "werbung", "广告", "реклама",
      "anuncio", "loading", "正在加载", "загрузка", "chargement", "cargando",
    ].contains(word)
  }
}

/// What tells tables of data from tables made for layout.
private struct TableStats {
  private var rows = 0
  private var columns = 0
  private var cells = 0
  private var hasTable = false
  private var hasHeading = false
  private var hasCaption = false

  var isNothing: Bool { rows == 0 && cells == 0 && !hasTable && !hasHeading && !hasCaption }

  /// Counts an element whose content was added already.
  mutating func enter(_ tag: HTMLTag, _ id: HTMLNodeID, _ page: HTMLPage, isFilled: Bool) {
    switch tag {
    case .tr:
      rows += span(.rowspan, id, page)
      columns = max(columns, cells)
      cells = 0
    case .td: cells += span(.colspan, id, page)
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

  /// Whether a table holds data; by the rules Firefox has for those who cannot see it.
  mutating func isData(_ table: HTMLNodeID, _ page: HTMLPage) -> Bool {
    defer { hasTable = true }
    let tree = page.tree
    if tree.attribute(.role, of: table) == "presentation" { return false }
    if tree.attribute(named: "datatable", of: table) == "0" { return false }
    if tree.attribute(.summary, of: table)?.isEmpty == false { return true }
    if hasCaption || hasHeading { return true }
    if hasTable || columns == 1 || rows == 1 { return false }
    return rows >= 10 || columns > 4 || rows * columns > 10
  }

  private func span(_ name: HTMLName, _ id: HTMLNodeID, _ page: HTMLPage) -> Int {
    max(1, min(page.tree.attribute(name, of: id).flatMap { Int($0) } ?? 1, 1000))
  }
}
