import Glibc
import Testing

/// A folder of files that lives as long as the value.
final class ScratchFolder {
  /// Where it is.
  let path: String
  private var files: [String] = []

  /// A new folder with `files`, their texts by their names.
  init(_ files: [String: String]) throws {
    var template = Array("/tmp/skein-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
    for (name, text) in files { try write(text, to: name) }
  }

  /// Writes `text` to the file `name`.
  func write(_ text: String, to name: String) throws {
    let file = try #require(fopen("\(path)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
    files.append(name)
  }

  deinit {
    for name in files { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
