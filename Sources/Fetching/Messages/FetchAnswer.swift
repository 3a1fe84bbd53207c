import SystemServices

/// The answer of a site.
package struct FetchAnswer: Sendable {
  /// The HTTP status.
  package let status: Int
  /// The address of the answer, after all redirects.
  package let address: WebAddress
  /// The headers.
  package let headers: HeaderBlock
  /// The body, decompressed.
  package let body: [UInt8]

  /// The media type the site states, such as `text/html`, in lower case and without parameters.
  package var contentType: String? { headers.contentType }
  /// The encoding the site states, in lower case.
  package var charset: String? { headers.charset }

  /// The answer itself if its status is 200 to 299; throws `status` or `overloaded` otherwise.
  package func successful() throws(FetchError) -> FetchAnswer {
    guard 200...299 ~= status else { throw failure }
    return self
  }

  /// The error for a status that is none of success.
  package var failure: FetchError {
    guard isOverloaded, let retryAfter else { return .status(status, "\(address)") }
    return .overloaded(status, "\(address)", seconds: retryAfter)
  }

  /// Whether the site has more to do than it can.
  private var isOverloaded: Bool { status == 429 || status == 503 }

  /// In how many seconds to ask again, as the site says; `nil` if it does not, or is not overloaded.
  ///
  /// Sites give a number of seconds or a date; Reddit has a header of its own.
  package var retryAfter: Int? {
    guard isOverloaded,
      let value = headers["retry-after"] ?? headers["x-ratelimit-reset"]
    else { return nil }
    if let seconds = Double(value), value.utf8.count <= 12 {
      return 0...999_999 ~= seconds ? Int(seconds.rounded(.up)) : nil
    }
    let now = headers["date"].flatMap(HTTPDate.seconds) ?? Int(Clock.now)
    return HTTPDate.seconds(of: value).map { min(999_999, max(0, $0 - now)) }
  }
}

/// The progress of a transfer.
package struct FetchProgress: Hashable, Sendable {
  /// How many bytes of the body have arrived.
  package let received: Int
  /// How many bytes the body has, `nil` if the site does not state it.
  package let expected: Int?
  /// For how many seconds the site wants to be left alone before it answers, `nil` if it does not.
  package let waiting: Int?

  /// How much has arrived, or how long the site is waited for.
  init(received: Int, expected: Int?, waiting: Int? = nil) {
    self.received = received
    self.expected = expected
    self.waiting = waiting
  }

  /// How much of the body has arrived, 0 to 1, `nil` if its size is not known.
  package var share: Double? {
    expected.flatMap { $0 > 0 ? min(1, Double(received) / Double($0)) : nil }
  }
}
