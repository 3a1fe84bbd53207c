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
      "fdff::1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "ff02::1",
    ]
  )
  func inside(_ address: String) {
    #expect(PrivateNetwork.contains(address: address))
  }

  @Test(
    "do not hold these addresses",
    arguments: [
      "1.0.0.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
      "128.0.0.1", "169.253.1.1", "169.255.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1",
      "192.167.1.1", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
      "::ffff:8.8.8.8", "::1:8.8.8.8", "::fe:a00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::10.0.0.1",
      "2002:808:808::1",
      "2003:7f00:1::", "2002:ac0f::1", "2606:4700::1111", "fb00::1", "fe00::1", "fe7f::1",
      "example.org", "",
    ]
  )
  func outside(_ address: String) {
    #expect(!PrivateNetwork.contains(address: address))
  }

  @Test(
    "hold these hosts as well",
    arguments: [
      "localhost", "localhost.", "a.localhost", "printer.local", "nas.lan", "db.internal",
      "router.home.arpa", "wiki.intranet", "[::1]", "[::]", "[fd00::1]", "[fe80::1]", "10.0.0.1",
      "10.0.0.1..",
    ]
  )
  func names(_ host: String) {
    #expect(PrivateNetwork.contains(host: host))
  }

  @Test(
    "do not hold hosts that are merely called so",
    arguments: ["mylocalhost", "local.example.org", "lan.de", "home.arpa.org", "[2606:4700::1111]"]
  )
  func similarNames(_ host: String) {
    #expect(!PrivateNetwork.contains(host: host))
  }
}
