import Glibc
import SystemServices
import Testing

@Suite("Names of files")
struct FilePathTests {
  @Test(
    "Any bytes pass through text and back",
    arguments: [
      Array("page.html".utf8), [0x63, 0x61, 0x66, 0xE9], [0xFF, 0xFE, 0x80], Array("日本🙂".utf8),
      Array("\u{10FFE9}".utf8), Array("a\u{10FF80}".utf8) + [0xE9], [0xE2, 0x82], [],
      [0xED, 0xA0, 0x80], (1...255).map { UInt8($0) },
    ] as [[UInt8]]
  )
  func roundTrip(_ bytes: [UInt8]) {
    let path = (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { name in
      name.baseAddress.map { FilePath($0) }
    }
    #expect(path?.bytes == bytes)
    #expect((path?.text).map { FilePath($0) } == path)
    let length = path?.withCString { strlen($0) }
    #expect(length == bytes.count)
  }

  @Test("Messages show a byte that is not UTF-8 by its number")
  func description() {
    let name = [0x63, 0xE9, 0x0A, 0].map { CChar(truncatingIfNeeded: $0) }
    let shown = name.withUnsafeBufferPointer { $0.baseAddress.map { "\(FilePath($0))" } }
    #expect(shown == "c\\xe9\n")
  }
}
