import DocumentModel

/// Saving the document.
extension AppState {
  /// The name of a file for the document: the first words of its title.
  var suggestedFile: String {
    let words = document.title.lowercased().split {
      !$0.isLetter && !$0.isNumber
    }
    let name = words.prefix(8).joined(separator: "-")
    return (name.isEmpty ? "document" : name) + ".md"
  }

  /// Asks whether to write over the file at `path`.
  public mutating func askToOverwrite(path: String) {
    ask(
      Question(
        "\(path) exists; y overwrites it, any other key keeps it",
        agreed: .export(path: path, overwrites: true),
        declined: "not saved; type another name",
        retyped: Prompt(.export, text: path)
      )
    )
  }

  /// Says why nothing was saved to `path`, which can be typed anew.
  public mutating func refuseExport(to path: String, because reason: String) {
    mode.prompt = Prompt(.export, text: path)
    tell(reason, isWarning: true)
  }
}
