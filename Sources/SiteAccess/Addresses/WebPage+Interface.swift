import DocumentModel
import Fetching
import HTMLParsing

extension WebPage {
  /// What an interface gives in place of the page at `address`; `nil` if none knows such pages or
  /// none of the answers is of use: then the page itself, with a note why, if there is one.
  ///
  /// `page` is the page itself, `nil` if only interfaces are to be asked that an address tells.
  static func fromInterface(
    at address: WebAddress,
    page: WebPage?,
    by send: (FetchRequest) throws(FetchError) -> FetchAnswer
  ) throws(FetchError) -> WebPage? {
    var failure: String?
    let place = PagePlace(address)
    for interface in Interface.all where interface.marks.isEmpty == (page == nil) {
      let attempts = interface.attempts(place)
      guard !attempts.isEmpty, page.map({ $0.holds(one: interface.marks) }) ?? true else {
        continue
      }
      for attempt in attempts {
        do throws(Uselessness) {
          return try answer(to: attempt, from: interface, at: address, by: send)
            .shown(at: address)
        } catch {
          switch error {
          case .unknown: break
          case .failed(let reason): failure = failure ?? "\(interface.name): \(reason)"
          case .fatal(let error): throw error
          }
        }
      }
    }
    return failure.flatMap { page?.lacking($0) }
  }

  /// The answers to all of `links` in one; throws if one of them failed or is a page.
  private static func answer(
    to links: [String],
    from interface: Interface,
    at address: WebAddress,
    by send: (FetchRequest) throws(FetchError) -> FetchAnswer
  ) throws(Uselessness) -> WebPage {
    var answers: [FetchAnswer] = []
    for link in links {
      guard let target = address.resolving(link) else { throw .unknown }
      var request = FetchRequest(target)
      request.accept = interface.accept
      do throws(FetchError) {
        let answer = try send(request)
        // An overloaded host is not asked in yet another way.
        if answer.retryAfter != nil, target.isSameSite(as: address) { throw answer.failure }
        answers.append(try answer.successful())
      } catch {
        throw Uselessness(error)
      }
      guard let answer = answers.last, !answer.isPage, !answer.body.isEmpty else {
        throw .failed("it answered with a page, such as a check for people")
      }
    }
    guard let first = answers.first else { throw .unknown }
    guard answers.count > 1 else {
      let place = interface.isPage ? address : first.address
      let page = WebPage(first, at: place, asked: place, note: interface.note)
      guard !page.isBinary else { throw .failed("it answered with binary data") }
      return page
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

/// Why an attempt at an interface is of no use.
private enum Uselessness: Error {
  /// The interface has no such thing.
  case unknown
  /// It did not answer, or with something else; in words.
  case failed(String)
  /// Nothing more is to be asked for.
  case fatal(FetchError)

  /// What a request that failed with `error` means.
  init(_ error: FetchError) {
    switch error {
    case .cancelled, .overloaded: self = .fatal(error)
    case .status(404, _), .status(410, _): self = .unknown
    default: self = .failed("\(error)")
    }
  }
}
