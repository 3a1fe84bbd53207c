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

  /// The answer itself if its status is 200 to 299; throws `status` otherwise.
  package func successful() throws(FetchError) -> FetchAnswer {
    guard 200...299 ~= status else { throw .status(status, "\(address)") }
    return self
  }
}

/// The progress of a transfer.
package struct FetchProgress: Hashable, Sendable {
  /// How many bytes of the body have arrived.
  package let received: Int
  /// How many bytes the body has, `nil` if the site does not state it.
  package let expected: Int?

  /// How much of the body has arrived, 0 to 1, `nil` if its size is not known.
  package var share: Double? {
    expected.flatMap { $0 > 0 ? min(1, Double(received) / Double($0)) : nil }
  }
}
