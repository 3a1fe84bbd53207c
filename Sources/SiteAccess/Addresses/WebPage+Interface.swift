import DocumentModel
import Fetching
import HTMLParsing

extension WebPage {
  /// What an interface gives in place of the page at `address`; `nil` if none knows such pages or
  /// none of the answers is of use.
  ///
  /// `page` is the page itself, `nil` if only interfaces are to be asked that an address tells.
  static func fromInterface(
    at address: WebAddress,
    page: WebPage?,
    by send: (FetchRequest) throws(FetchError) -> FetchAnswer
  ) throws(FetchError) -> WebPage? {
    let place = PagePlace(address)
    for interface in Interface.all where interface.marks.isEmpty == (page == nil) {
      let attempts = interface.attempts(place)
      guard !attempts.isEmpty, page.map({ $0.holds(one: interface.marks) }) ?? true else {
        continue
      }
      for attempt in attempts {
        if let answer = try answer(to: attempt, from: interface, at: address, by: send) {
          return answer.shown(at: address)
        }
      }
    }
    return nil
  }

  /// The answers to all of `links` in one; `nil` if one of them failed or is a page.
  private static func answer(
    to links: [String],
    from interface: Interface,
    at address: WebAddress,
    by send: (FetchRequest) throws(FetchError) -> FetchAnswer
  ) throws(FetchError) -> WebPage? {
    var answers: [FetchAnswer] = []
    for link in links {
      guard let target = address.resolving(link) else { return nil }
      var request = FetchRequest(target)
      request.accept = interface.accept
      do throws(FetchError) {
        let answer = try send(request)
        // An overloaded host is not asked in yet another way.
        if answer.retryAfter != nil, target.isSameSite(as: address) { throw answer.failure }
        guard 200...299 ~= answer.status, !answer.isPage, !answer.body.isEmpty else { return nil }
        answers.append(answer)
      } catch .cancelled {
        throw .cancelled
      } catch .overloaded(let status, let host, let seconds) {
        throw .overloaded(status, host, seconds: seconds)
      } catch {
        return nil
      }
    }
    guard let first = answers.first else { return nil }
    guard answers.count > 1 else {
      let place = interface.isPage ? address : first.address
      let page = WebPage(first, at: place, asked: place, note: interface.note)
      return page.isBinary ? nil : page
    }
    let body = Array("[".utf8) + answers.map(\.body).joined(separator: ",".utf8) + Array("]".utf8)
    return WebPage(first, body: body, asked: first.address, note: interface.note)
  }

  /// Whether one of some marks stands in the beginning of the page.
  private func holds(one marks: [String]) -> Bool {
    let start = storage.bytes.prefix(Self.markedSize)
    return marks.contains { start.range(ofBytes: $0.utf8) != nil }
  }

  /// How many bytes of a page are looked at for marks.
  private static let markedSize = 1 << 18
}
