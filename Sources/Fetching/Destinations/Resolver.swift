import Glibc
import SystemServices

/// Finds the numeric addresses of a host's name.
package struct Resolver: Sendable {
  /// How many bytes of answers are read.
  private static let sizeLimit = 1 << 16

  /// The addresses of `name`, none if there is no such host.
  typealias Lookup =
    @Sendable (_ name: String, _ seconds: Int, Cancellation) throws(FetchError) -> [IPAddress]

  /// Looks up a name; gives up after some seconds or when it is cancelled.
  let addresses: Lookup

  init(addresses: @escaping Lookup) { self.addresses = addresses }

  /// A resolver with answers of its own: `answer` returns numeric addresses for a name.
  package init(_ answer: @escaping @Sendable (String) -> [String]) {
    self.init { name, _, _ in answer(name).compactMap { IPAddress($0) } }
  }

  /// The system's own way, with its files and services.
  ///
  /// `getent` does the work: the C library cannot stop a lookup that hangs, and in a statically
  /// linked program it lacks the services that other programs of the system use.
  package static let system = Resolver { name, seconds, cancellation throws(FetchError) in
    var process: PipedProcess
    do throws(SystemError) {
      process = try Program("getent", ["ahosts", "--", name]).startPiped()
    } catch {
      guard error.number != ENOENT else { throw .noProgram("getent", package: "libc-bin") }
      throw .failed(name, "cannot start getent: \(error)")
    }
    let patience = Patience(seconds: seconds, for: name, cancellation)
    var answer: [UInt8] = []
    while !process.hasEnded {
      try patience.check()
      process.read(within: 50) { output, bytes in
        if output == 0, answer.count < sizeLimit { answer.append(contentsOf: bytes) }
      }
    }
    return try patience.status(of: &process) == 0 ? addresses(in: answer) : []
  }

  /// The addresses in what `getent` prints: each at the start of a line, once for each protocol.
  private static func addresses(in answer: [UInt8]) -> [IPAddress] {
    var found: [IPAddress] = []
    for line in answer.split(separator: 0x0A) {
      let text = String(decoding: line.prefix { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
      if let address = IPAddress(text), !found.contains(address) { found.append(address) }
    }
    return found
  }
}
