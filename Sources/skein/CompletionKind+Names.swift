import ArgumentParser
import DocumentFormats
import DocumentParsing
import ReaderConfig

extension CompletionKind {
  /// The names of the formats.
  static var formats: CompletionKind { .list(FormatRegistry.builtIn.formats.map(\.name)) }

  /// The names of the built-in themes.
  static var themes: CompletionKind { .list(ThemeLibrary(userDirectory: nil).names) }
}
