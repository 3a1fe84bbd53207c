import Glibc

extension Color {
  /// The chroma, from 0 (grey) to about 0.3, and the hue in degrees.
  ///
  /// Red is near 30, yellow 110, green 140, cyan 195, blue 265, magenta 330; `nil` for default colours. Source: Björn Ottosson, "A perceptual color space for image processing"
  /// (Oklab).
  public var chromaAndHue: (chroma: Double, hue: Double)? {
    guard let (red, green, blue) = linearComponents else { return nil }
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    let b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    let hue = atan2(b, a) * 180 / .pi
    return ((a * a + b * b).squareRoot(), hue < 0 ? hue + 360 : hue)
  }
}
