/// What a site answered.
public struct FetchAnswer: Sendable {
  /// The status of HTTP, whatever it is.
  public let status: Int
  /// Where the answer came from, after all redirects.
  public let address: WebAddress
  /// The headers.
  public let headers: HeaderBlock
  /// The body, decompressed.
  public let body: [UInt8]

  /// What the body is, such as `text/html`, in lower case and without parameters.
  public var contentType: String? { headers.contentType }
  /// How the body is encoded, by what the site says.
  public var charset: String? { headers.charset }

  /// The answer itself, if the site gave what was asked for; throws `status` if not.
  public func successful() throws(FetchError) -> FetchAnswer {
    guard 200...299 ~= status else { throw .status(status, "\(address)") }
    return self
  }
}

/// How far a transfer has come.
public struct FetchProgress: Hashable, Sendable {
  /// How many bytes have come in.
  public let received: Int
  /// How many there will be, `nil` if the site does not say.
  public let expected: Int?

  /// How much of it is done, 0 to 1, `nil` if that is not known.
  public var share: Double? {
    expected.flatMap { $0 > 0 ? min(1, Double(received) / Double($0)) : nil }
  }
}
