import ReaderConfig
import ReaderUI
import Terminal

/// The theme in use, and the list of those to choose from.
struct ThemeChoice {
  /// The theme that is drawn with, limited to the terminal's colours.
  private(set) var theme: Theme
  /// What was wrong with the first theme.
  private(set) var problems: [String] = []
  private let library: ThemeLibrary
  private var name: String
  private var isDark: Bool?
  private let colorCount: Int

  /// Begins with the theme called `name`, or with the default theme if that cannot be read.
  ///
  /// `colorCount` is how many colours the terminal has.
  init(named name: String, in library: ThemeLibrary, isDark: Bool?, colorCount: Int) {
    self.library = library
    self.colorCount = colorCount
    self.name = name
    self.isDark = isDark
    theme = Theme(name: "plain", styles: [:])
    do throws(ThemeError) {
      problems = try take(named: name)
    } catch {
      problems = [error.description]
      _ = try? take(named: "default")
    }
  }

  /// The names of all themes.
  var names: [String] { library.names }

  /// Changes to the theme called `name`, or in the file `name`; returns what to tell the user.
  mutating func choose(named name: String) -> Note? {
    do throws(ThemeError) {
      guard let first = try take(named: name).first else { return Note(text: "theme: \(name)") }
      return Note(text: first, isWarning: true)
    } catch {
      return Note(text: error.description, isWarning: true)
    }
  }

  /// Takes the theme called `name`; returns what is wrong with its file.
  private mutating func take(named name: String) throws(ThemeError) -> [String] {
    let (theme, problems) = try library.theme(named: name, isDark: isDark)
    self.theme = theme.limited(toColors: colorCount)
    self.name = name
    return problems
  }

  /// Changes to the theme `step` places further in the list, which wraps around.
  mutating func choose(step: Int) -> Note? {
    let names = names
    guard !names.isEmpty else { return nil }
    let place = names.firstIndex(of: name) ?? 0
    return choose(named: names[(place + step % names.count + names.count) % names.count])
  }

  /// Adapts the theme to a background that the terminal reports as dark or light.
  mutating func adapt(isDark: Bool) {
    guard isDark != self.isDark else { return }
    self.isDark = isDark
    _ = choose(named: name)
  }
}
