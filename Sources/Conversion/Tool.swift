/// What the program says about itself, in journals and on request.
package enum Tool {
  /// The version by semantic versioning; a journal written by another version is not resumed from.
  package static let version = "0.1.0"
}
