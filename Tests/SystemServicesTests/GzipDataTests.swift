import Foundation
import SystemServices
import Testing

@Suite("What gzip packed")
struct GzipDataTests {
  /// A hundred thousand times the same letter.
  private static let letters =
    "H4sIAAAAAAACA+3BMQEAAADCoKzrX8IaHkABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAArwaH+uIboIYBAA=="
  /// Two files behind each other.
  private static let two =
    "H4sIAAAAAAACA8vPS1UAAElhrCMEAAAAH4sIAAAAAAACAyspzwcAZorKEQMAAAA="

  private func unpack(_ base64: String, cut: Int = 0, limit: Int = 1 << 20) throws -> (String, Bool)
  {
    let data = try #require(Data(base64Encoded: base64)).dropLast(cut)
    return try data.withUnsafeBytes { bytes in
      #expect(GzipData.isPacked(bytes))
      let unpacked = try GzipData.unpack(bytes, limit: limit)
      defer { free(UnsafeMutableRawPointer(mutating: unpacked.bytes.baseAddress)) }
      return (String(decoding: unpacked.bytes, as: UTF8.self), unpacked.isPart)
    }
  }

  @Test("Files behind each other are one")
  func several() throws {
    let unpacked = try unpack(Self.two)
    #expect(unpacked.0 == "one two")
    #expect(!unpacked.1)
  }

  @Test("Of what ends early there is what precedes the end")
  func cut() throws {
    let unpacked = try unpack(Self.two, cut: 12)
    #expect(unpacked.0.hasPrefix("one "))
    #expect(unpacked.1)
  }

  @Test("What unpacks to more than the limit is refused, and what just fits is not")
  func bomb() throws {
    #expect(throws: InputError.unpacksToMore(than: 99_999)) {
      try unpack(Self.letters, limit: 99_999)
    }
    #expect(try unpack(Self.letters, limit: 100_000).0.utf8.count == 100_000)
  }

  @Test("What was packed unpacks to the same, within the limit", arguments: [0, 1, 70_000])
  func packing(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 3) }
    let packed = try #require(GzipData.pack(bytes))
    #expect(count < 1000 || packed.count < count / 20)
    #expect(GzipData.unpacked(packed, limit: count) == bytes)
    #expect(count == 0 || GzipData.unpacked(packed, limit: count - 1) == nil)
    #expect(GzipData.unpacked(Array(packed.dropLast()), limit: count) == nil)
    #expect(GzipData.unpacked(Array("none of gzip".utf8), limit: 1 << 20) == nil)
  }
}
