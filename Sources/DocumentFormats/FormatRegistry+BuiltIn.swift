import DocumentParsing

extension FormatRegistry {
  /// Every format skein reads; the last reads anything.
  public static let builtIn = FormatRegistry(formats: [
    HTMLFormat(WordPressThread()),
    HTMLFormat(GeneralThread()),
    WpDiscuzTextFormat(),
    PlainTextFormat(),
  ])
}
