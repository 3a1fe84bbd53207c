import ArgumentParser
import DocumentFormats
import DocumentModel
import DocumentParsing
import HTMLParsing
import ReaderConfig
import SystemServices

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

/// What is known of how sources are encoded before they are looked at.
struct SourceEncoding: Hashable, Sendable {
  /// What they are encoded in, whatever they say; `nil`: they are believed.
  var stated: HTMLEncoding?
  /// What those are encoded in that do not say and are not UTF-8; `nil`: it is guessed.
  var usual: HTMLEncoding?

  /// The same with the user's setting, which is read unless an encoding is stated.
  func withSetting() -> SourceEncoding {
    guard stated == nil else { return self }
    let paths = ConfigPaths(variable: Environment.value)
    return SourceEncoding(usual: Settings.load(path: paths.settingsFile).settings.encoding)
  }

  /// The encoding of `storage`, `nil` if it has to tell that itself; `charset` is what came with it.
  ///
  /// O(length) if there is a usual encoding. Mail says of each part how it is encoded.
  fileprivate func known(of storage: TextStorage, charset: String?) -> HTMLEncoding? {
    if let stated { return stated }
    guard let usual, charset == nil, !HTMLEncoding.isTold(by: storage.bytes),
      !FormatRegistry.builtIn.isMail(SourceText(decoding: storage, location: ""))
    else { return nil }
    return usual
  }
}

extension TextStorage {
  /// The text in UTF-8 with the label of that, if it is known how it is encoded; else the storage
  /// itself with `charset`.
  func decoded(
    _ encoding: SourceEncoding,
    charset: String? = nil
  ) -> (storage: TextStorage, charset: String?) {
    guard let known = encoding.known(of: self, charset: charset) else { return (self, charset) }
    let storage = known == .utf8 ? self : TextStorage(copying: known.decode(bytes))
    return (storage, HTMLEncoding.utf8.rawValue)
  }
}
