import Testing

@testable import Fetching

@Suite("How often a site is asked")
struct PaceTests {
  private func address(_ text: String) throws -> WebAddress {
    let address = WebAddress(text)
    return try #require(address)
  }

  @Test("Requests to a host keep a distance; those to others and to private hosts do not wait")
  func distance() throws {
    var pace = HostPace()
    let (site, other) = try (address("https://lobste.rs/"), address("https://example.org/"))
    #expect(pace.turn(at: site, now: 1000) == 0)
    #expect(pace.turn(at: site, now: 1000) == 250)
    #expect(pace.turn(at: site, now: 1100) == 400)
    #expect(pace.turn(at: other, now: 1100) == 0)
    #expect(pace.turn(at: site, now: 9000) == 0)
    for text in ["http://127.0.0.1:8080/", "http://localhost/", "http://nas.lan/"] {
      let home = try address(text)
      #expect(pace.turn(at: home, now: 0) == 0 && pace.turn(at: home, now: 0) == 0)
    }
  }

  @Test(
    "A site names the time to come back in seconds, as a date, or in a header of its own",
    arguments: [
      ("Retry-After: 7", 7), ("Retry-After: 2.4", 3), ("X-RateLimit-Reset: 12", 12),
      ("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:49:52 GMT", 15),
      ("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:00:00 GMT", 0),
      ("Retry-After: soon", nil), ("Retry-After: -1", nil), ("Server: x", nil),
    ] as [(String, Int?)]
  )
  func retry(headers: String, expected: Int?) throws {
    let block = HeaderBlock(Array("HTTP/1.1 429 Slow down\r\n\(headers)\r\n\r\n".utf8))
    let answer = FetchAnswer(
      status: 429,
      address: try address("https://example.org/"),
      headers: block,
      body: []
    )
    #expect(answer.retryAfter == expected)
  }

  @Test(
    "Dates of headers are read",
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Thu, 32 Feb 2024 23:59:59 GMT", nil),
      ("yesterday", nil),
    ] as [(String, Int?)]
  )
  func dates(text: String, expected: Int?) {
    #expect(HTTPDate.seconds(of: text) == expected)
  }

  @Test("An answer that names its version is asked for by that, and given again if it is the same")
  func cache() throws {
    var answers = AnswerCache()
    let request = FetchRequest(try address("https://example.org/feed"))
    func answer(_ headers: String, _ size: Int) -> FetchAnswer {
      FetchAnswer(
        status: 200,
        address: request.address,
        headers: HeaderBlock(Array("HTTP/1.1 200 OK\r\n\(headers)\r\n\r\n".utf8)),
        body: Array(repeating: 0x61, count: size)
      )
    }
    answers.keep(answer("Server: x", 10), to: request)
    #expect(answers.answer(to: request) == nil)
    answers.keep(answer("Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", 20), to: request)
    #expect(
      answers.conditions(for: request) == ["If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"]
    )
    answers.keep(answer("ETag: \"v1\"", 30), to: request)
    #expect(answers.conditions(for: request) == ["If-None-Match: \"v1\""])
    #expect(answers.answer(to: request)?.body.count == 30)
    var other = request
    other.accept = "application/json"
    #expect(answers.answer(to: other) == nil)
    answers.keep(answer("ETag: \"v2\"\r\nCache-Control: no-store", 30), to: request)
    #expect(answers.answer(to: request) == nil)
  }

  @Test("What was used longest ago makes room for other answers")
  func room() throws {
    var answers = AnswerCache()
    let requests = try (0..<6).map { FetchRequest(try address("https://example.org/\($0)")) }
    for request in requests {
      let headers = HeaderBlock(Array("HTTP/1.1 200 OK\r\nETag: a\r\n\r\n".utf8))
      let body = Array(repeating: UInt8(0x61), count: 4 << 20)
      let answer = FetchAnswer(status: 200, address: request.address, headers: headers, body: body)
      answers.keep(answer, to: request)
      _ = answers.answer(to: requests[0])
    }
    #expect(
      requests.map { answers.answer(to: $0) != nil } == [true, false, false, true, true, true]
    )
  }
}
