import ReaderConfig
import ReaderUI
import Terminal

/// The theme in use, and those that could be.
struct ThemeChoice {
  /// The looks everything is drawn with.
  private(set) var theme: Theme
  /// What was wrong with the theme first asked for.
  private(set) var problems: [String] = []
  private let library: ThemeLibrary
  private var name: String
  private var isDark: Bool?
  private let colorCount: Int

  /// Begins with the theme called `name`, or the plain one if it cannot be read.
  ///
  /// `colorCount` is how many colours the terminal has; themes are fitted to them.
  init(named name: String, in library: ThemeLibrary, isDark: Bool?, colorCount: Int) {
    self.library = library
    self.colorCount = colorCount
    self.name = name
    self.isDark = isDark
    theme = Theme(name: "plain", styles: [:])
    if let note = choose(named: name) {
      if note.isWarning { problems.append(note.text) }
      if theme.name == "plain" { _ = choose(named: "default") }
    }
  }

  /// The names that can be chosen.
  var names: [String] { library.names }

  /// Changes to the theme called `name`, or in the file `name`; says how that went.
  mutating func choose(named name: String) -> Note? {
    do throws(ThemeError) {
      let (theme, problems) = try library.theme(named: name, isDark: isDark)
      self.theme = theme.limited(toColors: colorCount)
      self.name = name
      guard let first = problems.first else { return Note(text: "theme: \(name)") }
      return Note(text: first, isWarning: true)
    } catch {
      return Note(text: error.description, isWarning: true)
    }
  }

  /// Changes to the theme `step` places on in the list.
  mutating func choose(step: Int) -> Note? {
    let names = names
    guard !names.isEmpty else { return nil }
    let place = names.firstIndex(of: name) ?? 0
    return choose(named: names[(place + step % names.count + names.count) % names.count])
  }

  /// Fits the theme to a background that turned out dark or light.
  mutating func adapt(isDark: Bool) {
    guard isDark != self.isDark else { return }
    self.isDark = isDark
    _ = choose(named: name)
  }
}
