import Foundation
import Testing

@testable import Fetching

@Suite("What curl reports")
struct CurlTests {
  /// A program that behaves as a script says, in place of curl.
  private final class FakeCurl {
    let path: String

    /// Sends headers as curl does, reports `server` as the server's address, and runs `script`.
    init(server: String = "93.184.215.14", _ script: String = "printf text") throws {
      path = NSTemporaryDirectory() + "skein-curl-\(UUID().uuidString)"
      let text = """
        #!/bin/sh
        printf 'HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n' >&3
        printf '\\nserver %s\\n' '\(server)' >&2
        \(script)
        """
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      chmod(path, 0o700)
    }

    deinit { unlink(path) }
  }

  private static func fetch(
    _ fetcher: Fetcher,
    _ address: String = "http://example.org/"
  ) throws -> FetchAnswer {
    try fetcher.fetch(FetchRequest(try #require(WebAddress(address))))
  }

  @Test(
    "A public name that leads into a private network is refused",
    arguments: ["10.0.0.7", "127.0.0.1", "::1", "fe80::1%eth0", "::ffff:192.168.1.1"]
  )
  func rebinding(_ server: String) throws {
    let curl = try FakeCurl(server: server)
    #expect(throws: FetchError.privateNetwork("example.org")) {
      try Self.fetch(Fetcher(program: curl.path, usesProxy: false))
    }
  }

  @Test("The server's address does not matter if the user named the host, or it is a proxy's")
  func trusted() throws {
    let curl = try FakeCurl(server: "10.0.0.7")
    let trusting = Fetcher(program: curl.path, usesProxy: false)
    trusting.trust(try #require(WebAddress("http://example.org/other")))
    #expect(try Self.fetch(trusting).body == Array("text".utf8))
    #expect(throws: FetchError.privateNetwork("example.com")) {
      try Self.fetch(trusting, "http://example.com/")
    }
    let proxied = Fetcher(program: curl.path, usesProxy: true)
    #expect(try Self.fetch(proxied).body == Array("text".utf8))
    #expect(throws: FetchError.privateNetwork("10.0.0.7")) {
      try Self.fetch(proxied, "http://10.0.0.7/")
    }
  }

  @Test("The address is the last one curl reports, and a public one is accepted")
  func lastReport() throws {
    let curl = try FakeCurl(server: "10.0.0.7", "printf '\\nserver 93.184.215.14\\n' >&2")
    #expect(try Self.fetch(Fetcher(program: curl.path, usesProxy: false)).status == 200)
  }

  @Test(
    "Exit statuses become errors that say what to do",
    arguments: [
      (3, .badAddress("http://example.org/")), (6, .noSuchHost("example.org")),
      (7, .unreachable("example.org")), (18, .cutOff("http://example.org/")),
      (28, .timedOut("example.org")), (35, .insecure("example.org", "a reason")),
      (52, .cutOff("http://example.org/")), (56, .cutOff("http://example.org/")),
      (60, .insecure("example.org", "a reason")), (43, .failed("http://example.org/", "a reason")),
    ] as [(Int, FetchError)]
  )
  func statuses(_ status: Int, _ error: FetchError) throws {
    let curl = try FakeCurl("echo 'curl: (\(status)) a reason' >&2; exit \(status)")
    #expect(throws: error) { try Self.fetch(Fetcher(program: curl.path, usesProxy: false)) }
  }

  @Test("The user's own settings of curl are not read, and only the web is contacted")
  func arguments() throws {
    let curl = try FakeCurl("printf '%s\\n' \"$@\"")
    let answer = try Self.fetch(Fetcher(program: curl.path, usesProxy: false))
    let arguments = String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
    #expect(arguments.first == "-q")
    let protocols = arguments.firstIndex(of: "--proto").map { arguments[$0 + 1] }
    #expect(protocols == "=http,https")
    #expect(arguments.suffix(2) == ["--url", "http://example.org/"])
  }

  @Test(
    "Headers say what the body is",
    arguments: [
      ("Content-Type: Text/HTML; charset=\"UTF-16\"", "text/html", "utf-16", nil),
      ("Content-Type: text/plain", "text/plain", nil, nil),
      ("Content-Type: text/html, text/html", "text/html", nil, nil),
      ("Content-Type: ;charset=", nil, nil, nil), ("Content-Length: 12", nil, nil, 12),
      ("Content-Length: 0", nil, nil, 0), ("Content-Length: -1", nil, nil, nil),
      ("Content-Length: 12\r\nContent-Encoding: gzip", nil, nil, nil),
    ] as [(String, String?, String?, Int?)]
  )
  func headers(_ fields: String, _ type: String?, _ charset: String?, _ length: Int?) {
    let block = HeaderBlock(Array("HTTP/2 200\r\n\(fields)\r\n\r\n".utf8))
    #expect(block.status == 200)
    #expect(block.contentType == type)
    #expect(block.charset == charset)
    #expect(block.length == length)
  }

  @Test("At most 200 fields are kept")
  func fieldLimit() {
    let fields = (1...210).map { "X-\($0): x\r\n" }.joined()
    let block = HeaderBlock(Array("HTTP/2 200\r\n\(fields)\r\n".utf8))
    #expect(block["x-200"] == "x" && block["x-201"] == nil)
  }

  @Test(
    "Success is a status from 200 to 299",
    arguments: [(199, false), (200, true), (299, true), (300, false)]
  )
  func success(_ status: Int, _ isSuccess: Bool) throws {
    let answer = FetchAnswer(
      status: status,
      address: try #require(WebAddress("http://example.org/")),
      headers: HeaderBlock([]),
      body: []
    )
    #expect(((try? answer.successful()) != nil) == isSuccess)
  }

  @Test("Progress is a share of the stated size, and none without one")
  func progress() {
    #expect(FetchProgress(received: 5, expected: 10).share == 0.5)
    #expect(FetchProgress(received: 15, expected: 10).share == 1)
    #expect(FetchProgress(received: 5, expected: 0).share == nil)
    #expect(FetchProgress(received: 5, expected: nil).share == nil)
  }
}
