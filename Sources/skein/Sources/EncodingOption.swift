import ArgumentParser
import DocumentModel
import HTMLParsing

extension HTMLEncoding: ExpressibleByArgument {
  /// The encoding that `argument` names, one of the Encoding standard's labels in any case.
  public init?(argument: String) { self.init(label: argument) }
}

/// The option `--encoding`, which all commands that read sources have.
struct EncodingOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of the source, such as windows-1251, whatever the source says.",
      valueName: "name"
    ),
    completion: .list(HTMLEncoding.allCases.map(\.rawValue))
  )
  var encoding: HTMLEncoding?
}

extension TextStorage {
  /// The text in UTF-8, if the user says how it is encoded; else the storage itself.
  func decoded(from encoding: HTMLEncoding?) -> TextStorage {
    guard let encoding, encoding != .utf8 else { return self }
    return TextStorage(copying: encoding.decode(bytes))
  }
}
