import CProcess

/// The arguments of this program as other users of the machine see them.
package enum ProgramArguments {
  /// Replaces the argument that ends in `text` by one that ends in `shown`, which must be shorter.
  ///
  /// Changes nothing for this program, which has its own copy.
  package static func mask(_ text: String, leaving shown: String) {
    cp_mask_argument(text, shown)
  }
}
