import Testing

@testable import Fetching

@Suite("Private networks")
struct PrivateNetworkTests {
  @Test(
    "hold these addresses",
    arguments: [
      "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
      "127.255.0.1", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.8", "192.0.0.255",
      "192.168.0.1",
      "192.168.255.255", "198.18.0.1", "198.19.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1",
      "255.255.255.255", "2130706433", "0x7f.1", "0177.0.0.1", "::", "::1", "::ffff:10.0.0.1",
      "::10.0.0.1", "64:ff9b::192.168.0.1", "2002:7f00:1::", "2002:c0a8:101::1", "fc00::1",
      "fdff::1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "ff02::1", "192.0.2.1",
      "192.88.99.1", "198.51.100.1", "203.0.113.255", "::fe:a00:1", "::1:8.8.8.8",
      "64:ff9b:1::10.0.0.1", "64:ff9b:1::8.8.8.8", "::ffff:0:8.8.8.8", "2001::1", "2001:1ff::1",
      "2001:db8::1", "3fff:fff::1", "4000::1", "fb00::1", "fe00::1", "fe7f::1", "100::1",
      "5f00::1", "::ffff:100.64.0.1",
    ]
  )
  func inside(_ address: String) throws {
    #expect(try PrivateNetwork.contains(#require(IPAddress(address))))
  }

  @Test(
    "do not hold these addresses",
    arguments: [
      "1.0.0.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
      "128.0.0.1", "169.253.1.1", "169.255.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1",
      "192.167.1.1", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
      "192.0.3.1", "192.88.98.1", "198.51.99.1", "203.0.112.1", "::ffff:8.8.8.8",
      "64:ff9b::8.8.8.8", "2002:808:808::1", "2003:7f00:1::", "2002:ac0f::1", "2606:4700::1111",
      "2000::1", "2001:200::1", "2001:db7::1", "2001:db9::1", "3ffe::1", "3fff:1000::1",
    ]
  )
  func outside(_ address: String) throws {
    #expect(try !PrivateNetwork.contains(#require(IPAddress(address))))
  }

  @Test(
    "are what these names are used in",
    arguments: [
      "localhost", "a.localhost", "printer.local", "nas.lan", "db.internal", "router.home.arpa",
      "wiki.intranet", "wiki", "a.b.corp", "box.home", "x.test", "h.localdomain", "k.private",
    ]
  )
  func names(_ host: String) {
    #expect(PrivateNetwork.looksPrivate(host))
  }

  @Test(
    "are not what names are used in that are merely called so",
    arguments: ["a.mylocalhost", "local.example.org", "lan.de", "home.arpa.org", "corp.example"]
  )
  func similarNames(_ host: String) {
    #expect(!PrivateNetwork.looksPrivate(host))
  }
}
