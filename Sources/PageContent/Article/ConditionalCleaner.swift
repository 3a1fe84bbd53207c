import HTMLParsing

/// Recognises boilerplate by its content: how much text, links, pictures, items, fields.
///
/// Its answers are names of rules of `BoilerplatePolicy`.
struct ConditionalCleaner {
  let policy: BoilerplatePolicy
  /// Whether the names of elements count.
  let weighsNames: Bool

  /// The balance of an element's names; 0 if names do not count.
  func balance(_ node: ArticleTree.Node) -> Int { weighsNames ? node.hints.balance : 0 }

  /// The rule by which an element is boilerplate, not part of an article; nil if none applies.
  func objection(to index: Int, _ stats: ContentStats, in tree: ArticleTree) -> StaticString? {
    let node = tree[index]
    if node.isData || stats.hasData || tree.near(index, where: { $0.tag == .code }) { return nil }
    let balance = balance(node)
    if balance < 0 { return "name-points" }
    guard stats.text.plainCommas < policy.proseCommas, !stats.hasVideo else { return nil }
    if stats.text.count < policy.longestPlaceholder, Self.isPlaceholder(tree.text(index)) {
      return "longest-placeholder"
    }
    let kind = Kind(
      isList: node.tag == .ul || stats.isList(above: policy.listShare),
      isFigure: tree.near(index) { $0.tag == .figure },
      isNamed: balance > 0
    )
    guard let objection = objection(toParts: stats, of: kind) ?? objection(toText: stats, of: kind)
    else { return nil }
    // A list of pictures.
    return kind.isList && stats.images == stats.items && isPlain(index, tree) ? nil : objection
  }

  /// What an element is, apart from its content.
  private struct Kind {
    /// Whether it is a list, or nearly all its text is in lists.
    let isList: Bool
    /// Whether it is inside a figure.
    let isFigure: Bool
    /// Whether its names sound like content.
    let isNamed: Bool
  }

  /// The rule against an element with more pictures, items, fields or embedded objects than
  /// its paragraphs explain.
  private func objection(toParts stats: ContentStats, of kind: Kind) -> StaticString? {
    let (images, paragraphs) = (Int(stats.images), Int(stats.paragraphs))
    if !kind.isFigure && images > policy.mostPictures
      && Double(paragraphs) < policy.paragraphsPerPicture * Double(images)
    {
      return "paragraphs-per-picture"
    }
    if !kind.isList && Int(stats.items) - policy.itemAllowance > paragraphs {
      return "item-allowance"
    }
    if Int(stats.inputs) > paragraphs / policy.paragraphsPerField { return "paragraphs-per-field" }
    let embeds = Int(stats.embeds)
    if embeds > policy.mostEmbeds { return "most-embeds" }
    return embeds > 0 && stats.text.count < policy.embedText ? "embed-text" : nil
  }

  /// The rule against an element without text in the usual elements, or with too much of its text
  /// in links.
  private func objection(toText stats: ContentStats, of kind: Kind) -> StaticString? {
    let links = stats.linkDensity
    let isShort =
      stats.text.count < policy.fewWords && stats.headingDensity < policy.headingShare
      && (stats.images == 0 || stats.images > policy.fewWordsPictures)
    if !kind.isList && !kind.isFigure && isShort && links > 0 { return "few-words" }
    if !kind.isList && !kind.isNamed && links > policy.unnamedLinks { return "unnamed-links" }
    if kind.isNamed && links > policy.namedLinks { return "named-links" }
    return stats.images == 0 && !stats.hasTextish ? "few-words" : nil
  }

  /// Whether no child of an element holds more than one element.
  private func isPlain(_ index: Int, _ tree: ArticleTree) -> Bool {
    tree.elements(in: index).allSatisfy { tree.elements(in: $0).count <= 1 }
  }

  /// Whether a text only announces an advertisement or content that is still loading.
  private static func isPlaceholder(_ text: String) -> Bool {
    var word = text.lowercased()
    if word.utf8.contains(0x2E) || !word.utf8.allSatisfy({ $0 < 0x80 }) {
      word = word.replacing("…", with: "").replacing("...", with: "")
    }
    return [
      "ad", "advertising", "advertisement", "pub", "publicité", "werb", "werbung", "广告", "реклама",
      "anuncio", "loading", "正在加载", "загрузка", "chargement", "cargando",
    ].contains(word)
  }
}
