import Foundation
import Testing

@Suite("Writing to standard output")
struct StandardOutputTests {
  private let scratch: ScratchFolder
  private let page: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
  }

  /// Runs a shell script in which `skein` is the program; its exit code and what it wrote to
  /// standard error.
  private func shell(_ script: String) throws -> (status: Int32, errors: String) {
    let program = try #require(ProgramRun.program, "skein is not beside the tests").path
    let errors = scratch.url.appending(path: "errors")
    let child = ChildProcess(
      arguments: [
        "/bin/bash", "-c", "skein() { '\(program)' \"$@\"; }; page='\(page)'; \(script)",
      ],
      environment: ["PATH": "/usr/bin:/bin", "HOME": scratch.url.path, "LANG": "C.UTF-8"],
      folder: scratch.url.path,
      errors: errors.path
    )
    return (child.run(), try String(contentsOf: errors, encoding: .utf8))
  }

  @Test(
    "A full disk is said, with exit code 2",
    arguments: [
      "export $page", "search lantern $page", "$page", "formats", "themes", "config", "--help",
      "--version", "help export", "--generate-completion-script bash",
    ]
  )
  func fullDisk(_ arguments: String) throws {
    let run = try shell("skein \(arguments) > /dev/full")
    #expect(run.status == 2)
    #expect(run.errors == "skein: standard output: cannot write: No space left on device\n")
  }

  @Test("A pipe that nobody reads any more is no error and ends nothing by a signal")
  func closedPipe() throws {
    let run = try shell(
      "for i in {1..3000}; do cat $page; done > long.txt; skein export long.txt long.txt | head -c 9 > x; "
        + "exit ${PIPESTATUS[0]}"
    )
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("A standard error that nobody reads leaves the exit code as it is")
  func closedErrors() throws {
    #expect(try shell("skein missing.txt 2> >(exec 0<&-; sleep 0.1)").status == 2)
  }
}
