import Foundation
import Testing

/// One run of the program, from its command line to its exit code.
struct ProgramRun {
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String
  /// The exit code, or 128 and the number of the signal that ended it.
  let status: Int32

  /// The program, beside the tests' own.
  static let program: URL? = {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "skein")
      var isFolder = ObjCBool(false)
      let exists = FileManager.default.fileExists(
        atPath: candidate.path,
        isDirectory: &isFolder
      )
      if exists && !isFolder.boolValue { return candidate }
      folder.deleteLastPathComponent()
    }
    let built = Repository.root.appending(path: ".build/debug/skein")
    return FileManager.default.isExecutableFile(atPath: built.path) ? built : nil
  }()

  /// Runs the program on `arguments` with `input` on standard input, away from the terminal and
  /// from the settings of whoever runs the tests.
  init(_ arguments: [String], input: String = "", settings: [String: String] = [:]) throws {
    let program = try #require(Self.program, "skein is not beside the tests")
    try self.init(command: [program.path] + arguments, input: input, settings: settings)
  }

  /// Runs `line` in bash, in `folder`; `$skein` is the program.
  init(shell line: String, in folder: URL) throws {
    let program = try #require(Self.program, "skein is not beside the tests").path
    try self.init(
      command: ["/bin/bash", "-c", "cd '\(folder.path)'\n" + line],
      settings: ["skein": program]
    )
  }

  private init(
    command: [String],
    input: String = "",
    settings: [String: String] = [:]
  ) throws {
    let scratch = try ScratchFolder()
    let inputFile = try scratch.write(input, to: "input")
    let outputFile = scratch.url.appending(path: "output")
    let errorFile = scratch.url.appending(path: "errors")
    let child = ChildProcess(
      arguments: command,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": scratch.url.path, "LANG": "C.UTF-8",
        "SWIFT_BACKTRACE": "enable=no",
      ].merging(settings) { $1 },
      folder: scratch.url.path,
      input: inputFile.path,
      output: outputFile.path,
      errors: errorFile.path
    )
    status = child.run()
    output = try String(contentsOf: outputFile, encoding: .utf8)
    errors = try String(contentsOf: errorFile, encoding: .utf8)
  }
}

/// A folder of its own for one test, gone after it.
final class ScratchFolder {
  /// Where it is.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "skein-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Makes the file `name` with `text` in it.
  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: file, atomically: false, encoding: .utf8)
    return file
  }
}
