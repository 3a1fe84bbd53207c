/// The names of SVG and MathML that are not spelled in lower case.
///
/// The HTML standard, 13.2.6.1 (attributes) and 13.2.6.5 (elements).
enum ForeignNames {
  static let tags: StaticString = """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient \
    radialGradient textPath
    """

  static let attributes: StaticString = """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits \
    diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits \
    kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle \
    markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength \
    patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha \
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions \
    requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation \
    stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox \
    viewTarget xChannelSelector yChannelSelector zoomAndPan
    """

  /// MathML's only attribute with a capital.
  static let definitionURL: StaticString = "definitionURL"

  /// The names with a prefix, and what they are without it.
  static let prefixed: StaticString = """
    xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:lang \
    xml:space xmlns xmlns:xlink
    """

  /// What becomes of an attribute inside SVG and inside MathML.
  private struct Adjustment {
    var svg: HTMLName
    var mathML: HTMLName
    var prefix = HTMLAttribute.Prefix.none
  }

  /// By the number of the name in lower case; numbers beyond are names of one page and stay.
  private static let tagsByNumber = spellings(tags)

  private static let attributesByNumber: [Adjustment] = {
    let svg = spellings(attributes)
    let mathML = spellings(definitionURL)
    var all = zip(svg, mathML).map { Adjustment(svg: $0, mathML: $1) }
    for name in bytes(prefixed).split(separator: 0x20) {
      let parts = name.split(separator: 0x3A)
      let names = HTMLNameTable.builtIn
      guard let whole = names.find(UnsafeBufferPointer(rebasing: name)), let last = parts.last,
        let local = names.find(UnsafeBufferPointer(rebasing: last))
      else { continue }
      let prefix: HTMLAttribute.Prefix =
        switch parts[0].count {
        case 3: .xml
        case 5 where parts[0].last == 0x6B: .xlink
        default: .xmlns
        }
      all[Int(whole.rawValue)] = Adjustment(svg: local, mathML: local, prefix: prefix)
    }
    return all
  }()

  /// The spelling of an SVG element whose name was read in lower case.
  static func tag(_ name: HTMLName) -> HTMLName {
    Int(name.rawValue) < tagsByNumber.count ? tagsByNumber[Int(name.rawValue)] : name
  }

  /// Gives an attribute whose name was read in lower case its spelling and prefix.
  static func adjust(_ attribute: inout HTMLAttribute, namespace: HTMLNamespace) {
    guard Int(attribute.name.rawValue) < attributesByNumber.count else { return }
    let adjustment = attributesByNumber[Int(attribute.name.rawValue)]
    attribute.name = namespace == .svg ? adjustment.svg : adjustment.mathML
    attribute.prefix = adjustment.prefix
  }

  /// For every number of the built-in names the one to use in its place.
  private static func spellings(_ list: StaticString) -> [HTMLName] {
    let names = HTMLNameTable.builtIn
    var numbers = (0..<names.count).map { HTMLName(rawValue: UInt16($0)) }
    for word in bytes(list).split(separator: 0x20) {
      let folded = word.map(\.lowercased)
      let number = folded.withUnsafeBufferPointer { names.find($0) }
      guard let number, let spelled = names.find(UnsafeBufferPointer(rebasing: word)) else {
        continue
      }
      numbers[Int(number.rawValue)] = spelled
    }
    return numbers
  }

  private static func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
