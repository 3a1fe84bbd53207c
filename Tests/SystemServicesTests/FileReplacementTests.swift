import Foundation
import SystemServices
import Testing

@Suite("Files that replace others")
struct FileReplacementTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/skein-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    folder = String(cString: made)
  }

  /// Runs `body`, and removes the folder.
  private func tidily(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body()
  }

  private func write(_ text: String, to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  private func replacement(of path: String, overwrites: Bool = true) throws -> FileReplacement {
    let file = try FileReplacement(at: FileDestination(path), overwrites: overwrites)
    let text: StaticString = "new"
    try file.write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    return file
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("The old content stays until the new one is whole")
  func atomicity() throws {
    try tidily {
      let path = try write("old", to: "a.txt")
      let file = try replacement(of: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      try file.commit()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      #expect(names == ["a.txt"])
    }
  }

  @Test("What is not committed leaves nothing behind", arguments: [true, false])
  func abandoned(isThere: Bool) throws {
    try tidily {
      if isThere { _ = try write("old", to: "a.txt") }
      _ = try replacement(of: "\(folder)/a.txt")
      #expect(names == (isThere ? ["a.txt"] : []))
    }
  }

  @Test(
    "A new file has the permissions the user's mask leaves, a replacement those of the old file"
  )
  func permissions() throws {
    try tidily {
      let old = try write("old", to: "old")
      let plain = try write("plain", to: "plain")
      chmod(old, 0o4751)
      try replacement(of: old).commit()
      try replacement(of: "\(folder)/new").commit()
      #expect(try FileStatus(at: old).permissions == 0o4751)
      #expect(try FileStatus(at: "\(folder)/new").permissions == FileStatus(at: plain).permissions)
    }
  }

  @Test("A file that appears meanwhile is not replaced unless that was asked for")
  func races() throws {
    try tidily {
      let path = "\(folder)/a.txt"
      let file = try replacement(of: path, overwrites: false)
      _ = try write("other", to: "a.txt")
      #expect(throws: SystemError(number: EEXIST)) { try file.commit() }
      #expect(throws: SystemError(number: EEXIST)) { try replacement(of: path, overwrites: false) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "other")
    }
  }

  @Test("Links stay links, also those that lead to nothing yet", arguments: [true, false])
  func links(isThere: Bool) throws {
    try tidily {
      mkdir("\(folder)/far", 0o700)
      if isThere { _ = try write("old", to: "far/a.txt") }
      symlink("far/a.txt", "\(folder)/near")
      symlink("\(folder)/near", "\(folder)/nearer")
      try replacement(of: "\(folder)/nearer").commit()
      #expect(names == ["far", "near", "nearer"])
      #expect(try FileStatus(at: "\(folder)/near", followsLinks: false).kind == .other)
      #expect(try String(contentsOfFile: "\(folder)/far/a.txt", encoding: .utf8) == "new")
    }
  }

  @Test("Links in a circle, folders and disks are refused")
  func refusals() {
    tidily {
      symlink("b", "\(folder)/a")
      symlink("a", "\(folder)/b")
      #expect(throws: SystemError(number: ELOOP)) { try FileDestination("\(folder)/a") }
      #expect(throws: SystemError(number: EISDIR)) { try FileDestination(folder) }
      #expect(throws: SystemError(number: EISDIR)) { try FileDestination("\(folder)/") }
      #expect(throws: SystemError(number: ENOENT)) { try FileDestination("\(folder)/x/y") }
    }
  }

  @Test("Devices and pipes are streams", arguments: ["/dev/null", "pipe"])
  func streams(_ name: String) throws {
    try tidily {
      mkfifo("\(folder)/pipe", 0o600)
      let destination = try FileDestination(name == "pipe" ? "\(folder)/pipe" : name)
      #expect(destination.occupant == .stream)
    }
  }

  @Test("A descriptor is the one this program was started with, and none it opened itself")
  func descriptors() throws {
    #expect(try FileDestination("/dev/fd/0").occupant == .descriptor(0))
    let own = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(own) }
    #expect(throws: SystemError(number: EBADF)) { try FileDestination("/dev/fd/\(own)") }
    #expect(throws: SystemError(number: ENOTSUP)) { try FileDestination("/proc/self/comm") }
  }
}
