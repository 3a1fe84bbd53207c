import PageModel

/// Where the plug-in wpDiscuz answers, and what it wants to be told.
package struct WpDiscuzEndpoints: Sendable {
  /// The addresses to post to, the one the page would use first.
  package let addresses: [String]
  /// The name of the field that holds the nonce.
  package let nonceName: String
  /// A nonce that stands in the page, `nil` if it has none.
  package let nonce: String?

  /// What the page's script is told; `nil` if no address is in it.
  init?(_ object: WpDiscuzObject, base: PageAddress) {
    let isNative = object["isNativeAjaxEnabled"] != "0"
    let both = [object["url"], object["customAjaxUrl"]].compactMap { $0.flatMap(base.resolve) }
    addresses = isNative ? both : both.reversed()
    guard !addresses.isEmpty else { return nil }
    let name = object["nonceName"].flatMap { Self.isNonceName($0) ? $0 : nil }
    nonceName = name ?? "wpdiscuz_nonce"
    nonce = object[nonceName]
  }

  /// Whether a page may call a nonce so: it must not choose other fields of the form.
  private static func isNonceName(_ name: String) -> Bool {
    name.hasSuffix("nonce") && name.utf8.count <= 64
      && name.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x5F }
  }
}
