import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// The other pages of a discussion, on a page of any system whose reader knows of none.
///
/// A link leads to one if its address differs from the page's own in nothing but the number of a
/// page, whatever stands in it: a word, a number, an arrow or a picture. A link to the same page
/// without scripts, or with all comments, leads to all of it.
struct DiscussionPages {
  private let page: HTMLPage
  private let own: PagedAddress
  private let links: [PageLink]
  private let position: PagerPosition?
  /// What the addresses of all pages have in common.
  private let stem: String
  /// The number in the page's own address, nil if it has none.
  private let number: Int?

  /// Looks for links to the pages; nil if the page does not tell its own address.
  ///
  /// O(size of the page).
  init?(_ page: HTMLPage, _ thread: PageThread) {
    let canonical = page.canonical
    let base = PageAddress(page, canonical: canonical)
    let address = page.address ?? page.savedFrom ?? canonical
    guard let own = address.flatMap(base.resolve).flatMap(PagedAddress.init) else { return nil }
    self.page = page
    self.own = own
    links = PagerPlaces(page, thread).links.compactMap { PageLink($0, page, base) }
    position = links.contains { $0.paged.number != nil } ? PagerPosition(page) : nil
    // A number at the end of an address may be the thread's own.
    let isNumbered = !own.isBare || own.number == position?.current
    stem = isNumbered ? own.stem : own.whole
    number = isNumbered ? own.number : nil
  }

  /// The ways to the next page and the one before, else to the whole discussion.
  var continuations: [Continuation] {
    let pages = links.compactMap(numbered)
    let current = current(among: pages)
    let later = pages.filter { link in current.map { link.number > $0 } ?? true }
    let earlier = pages.filter { link in current.map { link.number < $0 } ?? false }
    var ways: [Continuation] = []
    if let next = later.min(by: { $0.number < $1.number }) {
      ways.append(Continuation(.discussion, .page(next.address)))
    }
    if let last = earlier.max(by: { $0.number < $1.number }) {
      ways.append(Continuation(.discussion, .page(last.address), place: .before))
    }
    if ways.isEmpty, let whole = links.first(where: isWhole) {
      ways.append(Continuation(.discussion, .page(whole.address)))
    }
    note(ways)
    return ways
  }

  /// A link to another page of the discussion.
  private struct Numbered {
    let number: Int
    let address: String
    /// The number that is shown, nil if none is.
    let label: Int?
  }

  private func numbered(_ link: PageLink) -> Numbered? {
    guard !link.paged.isWhole, link.paged.whole != own.whole else { return nil }
    if link.paged.whole == stem {
      // The first page may do without a number.
      let isFirst = self.number != nil && (link.label == 1 || link.leadsBack)
      return isFirst ? Numbered(number: Int.min, address: link.address, label: link.label) : nil
    }
    guard let number = link.paged.number, link.paged.stem == stem else { return nil }
    // A number by itself may be the name of something else.
    let isPage = !link.paged.isBare || link.label == number || position?.current != nil
    return isPage ? Numbered(number: number, address: link.address, label: link.label) : nil
  }

  /// The number of this page; nil: it is the first.
  private func current(among pages: [Numbered]) -> Int? {
    if let number { return number }
    guard let shown = position?.current ?? unlinked(among: pages), shown > 1 else {
      return pages.contains { $0.number == 1 && $0.label == 1 } ? 1 : nil
    }
    // Addresses may count from 0, or count comments: only a link that shows its number tells.
    guard let link = pages.first(where: { $0.label != nil }), let label = link.label else {
      return shown
    }
    return label == link.number ? shown : label == link.number + 1 ? shown - 1 : nil
  }

  /// The number that a list of links from 1 on leaves out; nil: it does not begin with 1.
  private func unlinked(among pages: [Numbered]) -> Int? {
    let labels = Set(pages.compactMap(\.label))
    guard labels.contains(1), let last = labels.max() else { return nil }
    return (1...min(last, labels.count)).first { !labels.contains($0) }
  }

  private func isWhole(_ link: PageLink) -> Bool {
    if link.paged.isWhole { return link.paged.stem == own.stem && !own.isWhole }
    return link.namesAllComments && link.paged.whole != own.whole
      && link.paged.whole.hasPrefix(stem.prefix { $0 != "?" })
  }

  private func note(_ ways: [Continuation]) {
    guard let log = page.decisions else { return }
    log.note("page", "pager", "\(links.count) links beside the comments", isMet: !links.isEmpty)
    for case .page(let address) in ways.map(\.link) {
      log.note("page", "further-page", "the discussion goes on at \(address)", isMet: true)
    }
  }
}

extension PageThread {
  /// Notes the other pages of the discussion where the reader of the system found none.
  mutating func goOn(over page: HTMLPage) {
    guard continuations.isEmpty else { return }
    continuations += DiscussionPages(page, self)?.continuations ?? []
  }
}
