import DocumentModel
import Testing

@Suite("Addresses of links")
struct LinkAddressTests {
  @Test(
    "What cannot be seen is percent-encoded, so that what is shown is what is opened",
    arguments: [
      ("https://a.example/b", "https://a.example/b"),
      ("https://a.example/\u{202E}gpj.b", "https://a.example/%E2%80%AEgpj.b"),
      ("https://a\u{AD}b.example/", "https://a%C2%ADb.example/"),
      ("https://a.example/x\u{200B}y\u{1B}z", "https://a.example/x%E2%80%8By%1Bz"),
      ("\u{FEFF}https://a.example/é日\u{200E}", "https://a.example/é日"), ("\u{200B}", ""),
    ]
  )
  func escapes(_ address: String, _ escaped: String) {
    #expect(LinkAddress.escaped(address) == escaped)
  }

  @Test(
    "A scheme may be in capitals",
    arguments: [
      ("http://a", true), ("HTTPS://a", true), ("Http://a", true), ("ftp://a", false),
      ("httpx://a", false), ("javascript:http://", false), ("https:/a", false),
    ]
  )
  func schemes(_ address: String, _ isWeb: Bool) {
    #expect(LinkAddress.isWeb(address) == isWeb)
  }
}
