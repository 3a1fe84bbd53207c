/// What is asked of a site.
package struct FetchRequest: Sendable {
  /// Where.
  package var address: WebAddress
  /// A form to send with POST; `nil`: a page is asked for with GET.
  package var form: [FormField]?
  /// The kinds of answer wanted, as the header `Accept` has them.
  package var accept = "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"
  /// How many bytes the answer may have, decompressed.
  package var sizeLimit = 64 << 20
  /// How many seconds to wait for the site to be reached.
  package var connectTime = 15
  /// How many seconds may pass with next to nothing coming in.
  package var idleTime = 20
  /// How many seconds all of it may take.
  package var totalTime = 300

  /// Asks for a page, or sends a form.
  package init(_ address: WebAddress, form: [FormField]? = nil) {
    self.address = address
    self.form = form
  }
}

/// A field of a form.
package struct FormField: Hashable, Sendable {
  /// What it is called.
  package let name: String
  /// What it holds.
  package let value: String

  /// A field.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
