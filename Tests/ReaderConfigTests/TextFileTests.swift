import Glibc
import Testing

@testable import ReaderConfig

@Suite("Files of settings and themes")
struct TextFileTests {
  private let folder: ScratchFolder
  private let file: String

  init() throws {
    folder = try ScratchFolder(["config.toml": "text-width = 60\n"])
    file = folder.path + "/config.toml"
  }

  @Test(
    "Nothing but a file of sensible size is read, and nothing is waited for",
    arguments: [
      ("pipe", "is a pipe"), ("/dev/zero", "is a device"), ("/dev/tty", "is a device"),
      ("/", "is a directory"), ("/missing", "no such file"),
    ]
  )
  func kinds(_ name: String, _ reason: String) throws {
    let pipe = folder.path + "/pipe"
    defer { unlink(pipe) }
    try #require(mkfifo(pipe, 0o600) == 0)
    let path = name == "pipe" ? pipe : name
    let error = #expect(throws: TextFile.Failure.self) { try TextFile.read(path) }
    #expect(error?.description.contains(reason) == true)
  }

  @Test("The null device is an empty file")
  func nothing() {
    #expect(Settings.load(path: "/dev/null").problems.isEmpty)
  }

  @Test("Settings that every user can write are refused", arguments: [0o646, 0o602])
  func writable(_ permissions: Int) {
    chmod(file, mode_t(permissions))
    let (settings, problems) = Settings.load(path: file)
    #expect(settings.textWidth == Settings().textWidth)
    #expect(problems.count == 1)
    #expect(problems.first?.contains("every user can write to it") == true)
    #expect(problems.first?.hasSuffix("using the defaults") == true)
  }

  @Test("Settings of the user's own are read", arguments: [0o600, 0o664, 0o400])
  func own(_ permissions: Int) {
    chmod(file, mode_t(permissions))
    #expect(Settings.load(path: file).settings.textWidth == 60)
  }

  @Test("Settings of another user are refused", .enabled(if: geteuid() == 0))
  func foreign() {
    chown(file, 4711, 4711)
    let (settings, problems) = Settings.load(path: file)
    #expect(settings.textWidth == Settings().textWidth)
    #expect(problems.first?.contains("belongs to another user") == true)
  }
}
