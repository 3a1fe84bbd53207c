import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// How images are read.
extension ContentReader {
  /// Reads an image as a block, or as a span in a line, by its description.
  ///
  /// One without a description is a block if it stands by itself, and is called by its file's name.
  mutating func readImage(_ node: HTMLNodeID, into builder: inout DocumentBuilder) {
    var description = (page.tree.attribute(.alt, of: node) ?? "").collapsed
    if description.hasPrefix("{\\") { description = FormulaText.typed(description) }
    let address = imageAddress(of: node)
    guard !description.isEmpty else {
      return readNameless(node, at: address, into: &builder)
    }
    if isEmoji(description) || page.has("emoji", node) || page.has("wp-smiley", node) {
      inline.append(folding: description)
      return
    }
    if isPicture(node), item == nil, heading == 0 { flush(into: &builder) }
    guard inline.isEmpty, item == nil, heading == 0 else {
      guard !repeatsLine(description) else { return }
      inline.openStretch(.image, url: address)
      inline.append(folding: description)
      inline.closeStretch()
      return
    }
    addImage(description, level: 1, at: address, into: &builder)
  }

  /// The address of an image, empty if it has none; where a script loads it later, that of then.
  func imageAddress(of image: HTMLNodeID) -> String {
    let later = ["data-src", "data-lazy-src", "data-original", "data-orig-file"].lazy
      .map { page.value($0, image).collapsed }.first { !$0.isEmpty }
    return [later, page.link(image, .src)].lazy.compactMap { $0 }.compactMap(base.resolve).first
      ?? ""
  }

  private mutating func readNameless(
    _ node: HTMLNodeID,
    at address: String,
    into builder: inout DocumentBuilder
  ) {
    let name = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
    guard !name.isEmpty, item == nil, heading == 0, !isSmall(node),
      isPicture(node) || inline.isEmpty && isAlone(node)
    else { return }
    flush(into: &builder)
    addImage(String(name), level: 2, at: address, into: &builder)
  }

  private func addImage(
    _ words: String,
    level: UInt8,
    at address: String,
    into builder: inout DocumentBuilder
  ) {
    let text = Array(words.utf8)
    let image = InlineText.Stretch(kind: .image, range: 0..<text.count, url: address)
    add(.image, level: level, text: text, spans: [image], into: &builder)
  }

  /// Whether an image is stated to be no larger than an icon.
  private func isSmall(_ image: HTMLNodeID) -> Bool {
    ["width", "height"].contains { side in
      page.value(side, image).leadingNumber.map { $0 < policy.leastPictureSide } ?? false
    }
  }

  /// Whether an image is all that its paragraph or figure holds.
  private func isAlone(_ image: HTMLNodeID) -> Bool {
    var next = page.tree[image].parent
    while let node = next {
      switch page.tree[node].tag {
      case .a, .span, .strong, .em, .b, .i: next = page.tree[node].parent
      case .p, .figure: return page.text(node).isEmpty
      case .other: next = page.tree.name(of: node) == "picture" ? page.tree[node].parent : nil
      default: return false
      }
    }
    return false
  }

  /// Whether a description repeats the line before the image.
  private func repeatsLine(_ description: String) -> Bool {
    guard description.count >= policy.shortestDescription,
      policy.shortestDescription...policy.longestDescribedLine ~= inline.bytes.count
    else { return false }
    let line = String(decoding: inline.bytes, as: UTF8.self)
    return WordSet(description).covers(line, exceptFor: policy.newDescriptionWords)
      && WordSet(line).covers(description, exceptFor: policy.newDescriptionWords)
  }

  /// Whether an image links to an image file, such as a larger version.
  private func isPicture(_ node: HTMLNodeID) -> Bool {
    guard let parent = page.tree[node].parent, page.tree[parent].tag == .a,
      let link = page.link(parent)?.lowercased().prefix(while: { $0 != "?" && $0 != "#" })
    else { return false }
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp"].contains(
      where: link.hasSuffix
    )
  }

  /// Whether a description is emoji, or the code of one, rather than words.
  private func isEmoji(_ text: String) -> Bool {
    if text.utf8.count > 2, text.hasPrefix(":"), text.hasSuffix(":"), !text.contains(" ") {
      return true
    }
    return text.unicodeScalars.count <= policy.longestEmoji
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isEmoji && !scalar.isASCII
          || scalar.properties.isVariationSelector || scalar.value == 0x200D
          || scalar.properties.isEmojiModifier
      }
  }
}
