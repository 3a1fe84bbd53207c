import Glibc

do throws(UsageError) {
  try Benchmarks(BenchmarkOptions(CommandLine.arguments.dropFirst())).run()
} catch {
  fputs("\(error)\n", fdopen(STDERR_FILENO, "w"))
  exit(64)
}
