import DocumentModel
import HTMLParsing
import PageModel

/// Where the links of records lead: to comments, to people, to other pages.
struct RecordLinks {
  private let thread: RecordThread
  private let group: RecordGroup
  private let fields: RecordFields
  private let outline: PageOutline
  private let policy: VerdictPolicy

  init(_ thread: RecordThread) {
    self.thread = thread
    group = thread.group
    fields = thread.fields
    outline = thread.survey.outline
    policy = thread.policy
  }

  /// How many of the records have a title that leads to another page, as a share.
  var titleShare: Double { share(leadsElsewhere) }

  /// The records that have a title that leads to another page.
  var titled: [Int] { group.records.indices.filter(leadsElsewhere) }

  /// How many pages the records lead to comments of, by the number of records; 0 if it is one page.
  ///
  /// Lists of recent comments lead to many.
  var pageShare: Double {
    var pages = HashNumbers()
    for case let link? in thread.identity.links
    where link.utf8.contains(0x23) && link.utf8.first != 0x23 {
      _ = pages.number(Self.page(link))
    }
    return pages.count > 1 ? Double(pages.count) / Double(group.records.count) : 0
  }

  /// A hash of the page a link leads to, its numbers left out.
  private static func page(_ link: String) -> UInt64 {
    var hash = FNVHash.start
    for byte in link.utf8 {
      if byte == 0x23 || byte == 0x3F { break }
      if byte &- 0x30 >= 10 { hash = FNVHash.mix(hash, byte) }
    }
    return hash
  }

  /// How many of the authors the mark-up calls so or links to a page of their own, as a share.
  var profileShare: Double { share(hasProfile) }

  private func share(_ isSo: (Int) -> Bool) -> Double {
    Double(group.records.indices.count(where: isSo)) / Double(group.records.count)
  }

  private func leadsElsewhere(_ index: Int) -> Bool {
    let author = fields.parts[index].author
    return fields.elements[index].contains { place in
      guard place != author, isTitle(place) else { return false }
      let range = outline.range(place)
      if let author, range.overlaps(outline.range(author)) { return false }
      return ([outline.parents[place]] + Array(range)).contains { around in
        around >= 0
          && has(around) { link in
            !link.contains(0x23) && !ProfileAddress.isProfile(link) && !isOwn(link, index)
          }
      }
    }
  }

  /// Whether an address holds the id of a record that calls itself a comment: reviews have pages of
  /// their own.
  private func isOwn(_ link: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    let id = thread.identity.ids[index]
    guard Double(group.named.own) > policy.namedListing * Double(group.records.count) else {
      return false
    }
    if Self.isNumbered(link) { return true }
    guard id.utf8.count > 1 else { return false }
    let part = String(decoding: link, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
    return part.contains { part in
      part.hasSuffix(id) && part.dropLast(id.count).allSatisfy(\.isLetter)
    }
  }

  /// Whether an address is that of a review by its number: `/reviews/64f1c0`.
  private static func isNumbered(_ link: UnsafeRawBufferPointer) -> Bool {
    guard let slash = link.lastIndex(of: 0x2F), link[..<slash].contains(0x2F) else { return false }
    let path = UnsafeRawBufferPointer(rebasing: link[..<slash])
    let name = link[(slash + 1)...]
    return path.contains("review") && name.contains { $0 &- 0x30 < 10 }
      && name.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
  }

  /// Whether an element is a title that links make up: a heading, or what calls itself a title.
  private func isTitle(_ place: Int) -> Bool {
    let tag = outline.tag(place)
    let isHeading = HTMLTag.h1.rawValue...HTMLTag.h6.rawValue ~= tag.rawValue
    let isNamed = outline.hints[place].contains(.title)
    guard isHeading || isNamed else { return false }
    let range = outline.range(place)
    let length = outline.textLength(range)
    let linked = length - outline.proseLength(range)
    // A heading that calls itself a title may be short.
    return length >= (isHeading && isNamed ? 1 : policy.shortestTitle)
      && Double(linked) > policy.titleLinks * Double(length)
  }

  private func hasProfile(_ index: Int) -> Bool {
    guard let place = fields.parts[index].author else { return false }
    var around = place
    for _ in 0..<policy.profileLevels
    where around >= 0 && around >= group.records[index].place {
      if outline.hints[around].contains(.author) || isProfile(around) { return true }
      around = outline.parents[around]
    }
    return outline.range(place).contains(where: isProfile)
  }

  private func isProfile(_ place: Int) -> Bool {
    has(place, ProfileAddress.isProfile)
  }

  /// Whether a link stands at a place whose address is as wanted.
  private func has(_ place: Int, _ isWanted: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    guard outline.tag(place) == .a else { return false }
    var isMet = false
    outline.page.withLink(outline.nodes[place]) { isMet = isWanted($0) }
    return isMet
  }
}
