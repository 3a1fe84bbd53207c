/// What stands in the text for a file that a message brings along.
package struct AttachmentLine {
  /// Its name; empty without one.
  let name: String
  /// What it is, or how it is written.
  let form: String
  /// How large it is, in bytes.
  let size: Int

  /// The line for a file of `size` bytes.
  package init(name: String, form: String, size: Int) {
    (self.name, self.form, self.size) = (name, form, size)
  }

  /// The line, such as `[attachment: chain.jpg, image/jpeg, 12 kB]`.
  package var text: String { "[attachment: \(name.isEmpty ? "" : name + ", ")\(form), \(amount)]" }

  private var amount: String {
    if size < 1000 { return "\(size) bytes" }
    return size < 1_000_000 ? "\((size + 500) / 1000) kB" : "\((size + 500_000) / 1_000_000) MB"
  }
}
