/// What a site answered.
package struct FetchAnswer: Sendable {
  /// The status of HTTP, whatever it is.
  package let status: Int
  /// Where the answer came from, after all redirects.
  package let address: WebAddress
  /// The headers.
  package let headers: HeaderBlock
  /// The body, decompressed.
  package let body: [UInt8]

  /// What the body is, such as `text/html`, in lower case and without parameters.
  package var contentType: String? { headers.contentType }
  /// How the body is encoded, by what the site says.
  package var charset: String? { headers.charset }

  /// The answer itself, if the site gave what was asked for; throws `status` if not.
  package func successful() throws(FetchError) -> FetchAnswer {
    guard 200...299 ~= status else { throw .status(status, "\(address)") }
    return self
  }
}

/// How far a transfer has come.
package struct FetchProgress: Hashable, Sendable {
  /// How many bytes have come in.
  package let received: Int
  /// How many there will be, `nil` if the site does not say.
  package let expected: Int?

  /// How much of it is done, 0 to 1, `nil` if that is not known.
  package var share: Double? {
    expected.flatMap { $0 > 0 ? min(1, Double(received) / Double($0)) : nil }
  }
}
