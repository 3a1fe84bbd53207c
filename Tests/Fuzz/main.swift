import Glibc

do throws(UsageError) {
  let options = try FuzzOptions(CommandLine.arguments.dropFirst())
  exit(FuzzRun(options).run() ? 0 : 1)
} catch {
  tell(error.description, on: STDERR_FILENO)
  exit(64)
}
