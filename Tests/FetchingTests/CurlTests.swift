import Foundation
import SystemServices
import Testing

@testable import Fetching

@Suite("What curl reports")
struct CurlTests {
  /// A program that behaves as a script says, in place of curl.
  private final class FakeCurl {
    let path: String

    /// Sends headers as curl does, and runs `script`.
    init(_ script: String) throws {
      path = NSTemporaryDirectory() + "skein-curl-\(UUID().uuidString)"
      let text = """
        #!/bin/sh
        printf 'HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n' >&3
        \(script)
        """
      // Another program writes it: a file that this one has open cannot be started.
      let status = try Program("sh", ["-c", "cat > \"$0\"; chmod 700 \"$0\"", path])
        .run(input: text, within: 60_000)
      #expect(status == 0)
    }

    deinit { unlink(path) }
  }

  /// What the fake answers to a request for a host with a public address.
  private func answer(
    of curl: FakeCurl,
    to change: (inout FetchRequest) -> Void = { _ in }
  ) throws -> String {
    let fetcher = Fetcher(
      program: curl.path,
      resolver: Resolver { _ in ["93.184.215.14", "2606:4700::1111"] },
      proxies: .none
    )
    let typed = fetcher.takingCredentials(from: "http://me:hunter2@example.org/a\"b\\c")
    var request = FetchRequest(try #require(WebAddress(typed)))
    change(&request)
    return String(decoding: try fetcher.fetch(request).body, as: UTF8.self)
  }

  @Test(
    "Exit statuses become errors that say what to do",
    arguments: [
      (3, .badAddress(Self.address)), (6, .noSuchHost("example.org")),
      (7, .unreachable("example.org")), (18, .cutOff(Self.address)),
      (28, .timedOut("example.org")), (35, .insecure("example.org", "a reason")),
      (52, .cutOff(Self.address)), (56, .cutOff(Self.address)),
      (60, .insecure("example.org", "a reason")), (43, .failed(Self.address, "a reason")),
    ] as [(Int, FetchError)]
  )
  func statuses(_ status: Int, _ error: FetchError) throws {
    let curl = try FakeCurl("echo 'curl: (\(status)) a reason' >&2; exit \(status)")
    #expect(throws: error) { try answer(of: curl) }
  }

  /// The address of the requests, as it is in messages.
  private static let address = "http://example.org/a\"b\\c"

  @Test("Its arguments are always the same, whatever is secret")
  func arguments() throws {
    let curl = try FakeCurl("printf '%s ' \"$@\"")
    let form = [FormField("secret", "x")]
    #expect(try answer(of: curl) { $0.form = form } == "-q --config - ")
  }

  @Test("Its configuration names the web only, the checked addresses and no proxy")
  func configuration() throws {
    let lines = try answer(of: FakeCurl("cat")).split(separator: "\n")
    for line in [
      #"proto = "=http,https""#, #"noproxy = "*""#, #"user = "me:hunter2""#,
      #"resolve = "example.org:80:93.184.215.14,[2606:4700::1111]""#,
      #"url = "http://example.org/a\"b\\c""#,
    ] {
      #expect(lines.contains(line[...]))
    }
    #expect(!lines.contains { $0.hasPrefix("location") || $0.hasPrefix("data") })
  }

  @Test(
    "A program that never ends is given up",
    arguments: ["exec sleep 600", "exec sleep 600 >&- 2>&- 3>&-"]
  )
  func patience(_ script: String) throws {
    let curl = try FakeCurl(script)
    #expect(throws: FetchError.timedOut("example.org")) {
      try answer(of: curl) { ($0.totalTime, $0.spareTime) = (1, 0) }
    }
  }

  @Test("Nothing can add a line to its configuration")
  func lineBreaks() throws {
    let curl = try FakeCurl("cat")
    for accept in ["a\nproxy = \"x\"", "a\rb", "a\u{0}b"] {
      let error = #expect(throws: FetchError.self) { try answer(of: curl) { $0.accept = accept } }
      #expect(error == .failed(Self.address, "the request has characters that cannot be sent"))
    }
  }

  @Test(
    "Headers say what the body is",
    arguments: [
      ("Content-Type: Text/HTML; charset=\"UTF-16\"", "text/html", "utf-16", nil),
      ("Content-Type: text/plain", "text/plain", nil, nil),
      ("Content-Type: text/html, text/html", "text/html", nil, nil),
      ("Content-Type: ;charset=", nil, nil, nil),
      ("Content-Type: image/\u{1B}c; charset=a\u{1B}b", nil, nil, nil),
      ("Content-Length: 12", nil, nil, 12),
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
