import DocumentParsing

/// The exports that are text.
package enum TextExportFormats {
  /// All of them; each knows its own by lines that no other text has.
  package static let builtIn: [any DocumentFormat] = [
    MovableTypeFormat(), WhatsAppFormat(), WikitextFormat(),
  ]

  /// Articles in Markdown, of which only the name of the file tells: to be asked behind those that know
  /// their texts.
  package static let markdown: any DocumentFormat = MarkdownFormat()
}
