/// A request to a site.
package struct FetchRequest: Sendable {
  /// The address to fetch.
  package var address: WebAddress
  /// A form to send with POST; `nil`: a GET request.
  package var form: [FormField]?
  /// Which redirects are followed.
  package var redirects = Redirects.anywhere
  /// The value of the header `Accept`.
  package var accept = "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"
  /// Whether the answer may be a PDF file, and not only text.
  package var takesPDF = false
  /// The largest body that is accepted, in bytes after decompression.
  package var sizeLimit = 64 << 20
  /// How many seconds connecting may take.
  package var connectTime = 15
  /// How many seconds may pass with less than 16 bytes per second.
  ///
  /// Sites that put a discussion of thousands of comments together send nothing for ten and more.
  package var idleTime = 60
  /// How many seconds the transfer may take altogether.
  package var totalTime = 300
  /// How much longer, in seconds, curl may run before it is killed.
  ///
  /// Usually it ends by itself, and says better what it waited for; but what is called so in `PATH`
  /// may be another program.
  package var spareTime = 5

  /// Where an answer may redirect to.
  package enum Redirects: Sendable {
    /// To any site; a form is sent on to the same origin only.
    case anywhere
    /// To the site of the request.
    case onSite
  }

  /// A request for a page, or one that sends a form.
  package init(_ address: WebAddress, form: [FormField]? = nil) {
    self.address = address
    self.form = form
  }
}

extension FetchRequest {
  /// The request for `link`, to which the answer of this one sends on; throws if it may not be
  /// followed there.
  package func following(_ link: String, keepsForm: Bool) throws(FetchError) -> FetchRequest {
    guard let next = address.resolving(link) else {
      throw .redirectRefused(from: address.host, to: "an address that is not http or https")
    }
    var following = self
    following.address = next
    if !keepsForm { following.form = nil }
    let isAllowed =
      next.credentials == nil && (redirects == .anywhere || address.isSameSite(as: next))
      && (following.form == nil || address.isSameOrigin(as: next))
    guard isAllowed else { throw .redirectRefused(from: address.host, to: next.origin) }
    return following
  }
}

/// A field of a form.
///
/// Forms are sent as `application/x-www-form-urlencoded`.
package struct FormField: Hashable, Sendable {
  /// The name of the field.
  package let name: String
  /// The value of the field.
  package let value: String

  /// A field with a name and a value.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// The field as a form is sent: `name=value`, percent-encoded.
  package var encoded: String { PercentCoding.encoded(name) + "=" + PercentCoding.encoded(value) }
}
