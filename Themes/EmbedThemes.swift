import Foundation
import PackagePlugin

/// Embeds the theme files of this folder in the program, as an array of names and texts.
@main
struct EmbedThemes: BuildToolPlugin {
  /// Writes its first argument, a Swift file, from the others, the theme files.
  private static let script = """
    output=$1; shift
    {
      echo '/// The theme files that were there when the program was built, by name.'
      echo 'let embeddedThemes: [(name: StaticString, text: StaticString)] = ['
      for file; do
        printf '("%s", #\"\"\"\\n' "$(basename "$file" .toml)"
        cat "$file"
        printf '\\n\"\"\"#),\\n'
      done
      echo ']'
    } > "$output"
    """

  private static func name(of file: URL) -> String {
    file.deletingPathExtension().lastPathComponent
  }

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Themes")
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "toml" }
      .sorted { Self.name(of: $0) < Self.name(of: $1) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedThemes.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) themes",
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", Self.script, "sh", output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }
}
