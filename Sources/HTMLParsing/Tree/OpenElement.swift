/// An entry of the stack of open elements: the node and what is asked of it most.
struct OpenElement {
  struct Traits: OptionSet {
    let rawValue: UInt8

    static let html = Traits(rawValue: 1)
    static let special = Traits(rawValue: 2)
    static let endsScope = Traits(rawValue: 4)
    static let mathTextPoint = Traits(rawValue: 8)
    static let htmlPoint = Traits(rawValue: 16)
    static let annotation = Traits(rawValue: 32)
    static let svg = Traits(rawValue: 64)
  }

  let node: UInt32
  let name: HTMLName
  /// The case of the name in HTML, `other` in SVG and MathML.
  let tag: HTMLTag
  let traits: Traits

  /// `takesHTML` tells whether the attributes of an `annotation-xml` announce HTML.
  init(node: UInt32, name: HTMLName, namespace: HTMLNamespace, takesHTML: Bool = false) {
    self.node = node
    self.name = name
    let local = HTMLTag(name)
    switch namespace {
    case .html:
      tag = local
      var traits: Traits = .html
      if local.isSpecial { traits.insert(.special) }
      if local.endsScope { traits.insert(.endsScope) }
      self.traits = traits
    case .mathML:
      tag = .other
      switch local {
      case .mi, .mo, .mn, .ms, .mtext: traits = [.special, .endsScope, .mathTextPoint]
      case .annotationXML:
        traits = [.special, .endsScope, .annotation, takesHTML ? .htmlPoint : []]
      default: traits = []
      }
    case .svg:
      tag = .other
      switch local {
      case .foreignObject, .desc, .title: traits = [.svg, .special, .endsScope, .htmlPoint]
      default: traits = .svg
      }
    }
  }

  var isHTML: Bool { traits.contains(.html) }

  var namespace: HTMLNamespace {
    isHTML ? .html : traits.contains(.svg) ? .svg : .mathML
  }
}
