import DocumentParsing

/// The exports that are text.
package enum TextExportFormats {
  /// All of them; each knows its own by lines that no other text has.
  package static let builtIn: [any DocumentFormat] = [
    MovableTypeFormat(), WhatsAppFormat(), WikitextFormat(),
  ]
}
