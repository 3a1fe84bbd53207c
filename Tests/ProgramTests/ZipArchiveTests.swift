import Testing

@testable import skein

@Suite("Zip archives")
struct ZipArchiveTests {
  /// An archive that holds files of these names, without their contents' end.
  private func archive(_ names: [String]) -> [UInt8] {
    names.flatMap { name -> [UInt8] in
      let length = [UInt8(name.utf8.count), 0]
      return [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 22) + length + [0, 0]
        + Array(name.utf8) + Array("{}".utf8)
    }
  }

  private func advice(_ names: [String], _ path: String = "export.zip") -> String? {
    archive(names).withUnsafeBytes { ZipArchive(beginning: $0)?.advice(forArchive: path) }
  }

  @Test("Of an export, the file is named that holds the discussion")
  func export() {
    #expect(
      advice(["media/", "media/photo.jpg", "result.json"])
        == "read one file in it: unzip -p export.zip result.json | skein -"
    )
  }

  @Test("Of a channel with a file for each day, all are named; the shell gets them quoted")
  func days() {
    #expect(
      advice(["general/2024-01-02.json", "users.json"], "my export.zip")
        == "read one file in it: unzip -p 'my export.zip' 'general/*.json' | skein -"
    )
  }

  @Test("Of a document in an office format, no file is named, nor of a broken archive")
  func office() {
    #expect(advice(["[Content_Types].xml", "word/document.xml"]) == nil)
    #expect(advice(["photo.jpg"]) == nil)
    let cut = Array(archive(["result.json"]).prefix(34))
    #expect(cut.withUnsafeBytes { ZipArchive(beginning: $0)?.advice(forArchive: "x") } == nil)
  }
}
