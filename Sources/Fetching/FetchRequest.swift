/// What is asked of a site.
public struct FetchRequest: Sendable {
  /// Where.
  public var address: WebAddress
  /// A form to send with POST; `nil`: a page is asked for with GET.
  public var form: [FormField]?
  /// The kinds of answer wanted, as the header `Accept` has them.
  public var accept = "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"
  /// How many bytes the answer may have, decompressed.
  public var sizeLimit = 64 << 20
  /// How many seconds to wait for the site to be reached.
  public var connectTime = 15
  /// How many seconds may pass with next to nothing coming in.
  public var idleTime = 20
  /// How many seconds all of it may take.
  public var totalTime = 300

  /// Asks for a page, or sends a form.
  public init(_ address: WebAddress, form: [FormField]? = nil) {
    self.address = address
    self.form = form
  }
}

/// A field of a form.
public struct FormField: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// What it holds.
  public let value: String

  /// A field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
