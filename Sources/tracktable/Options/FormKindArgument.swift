import ArgumentParser
import TrackingModel

/// One of the built-in forms, by the word that JSON has for its kind.
struct FormKindArgument: ExpressibleByArgument {
  let word: String

  init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    word = argument
  }

  static var allValueStrings: [String] { FormFamily.standard.kinds }
}
