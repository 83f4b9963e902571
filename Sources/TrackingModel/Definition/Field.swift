/// One field of the form, defined once: its key, where the model keeps it, what kind of value it has, and what is printed and said of it.
///
/// JSON in and out, the schema, the ledger, required fields, reports, the page, the template, review marks and the names of files all
/// loop over the fields of a `FormDefinition`. Two fields are the same where they are the same object.
public final class Field<Owner>: Sendable {
  /// The place of a value in the model.
  public typealias Path<Value> = WritableKeyPath<Owner, Value> & Sendable

  /// Where the model keeps the value.
  public enum Place: Sendable {
    case text(Path<String?>)
    case month(Path<YearMonth?>)
    case judgment(Path<Judgment?>)
    case value(Path<IndicatorValue?>)

    var path: PartialKeyPath<Owner> {
      switch self {
      case .text(let path): path
      case .month(let path): path
      case .judgment(let path): path
      case .value(let path): path
      }
    }
  }

  /// What sort of value it is, as far as reading and printing differ.
  public enum Kind: String, Sendable {
    /// The title of the form.
    case title
    /// The name of something: a project, a unit, an indicator.
    case name
    case code
    /// One of the two levels above an indicator.
    case level
    /// A text of one line.
    case line
    /// A text of several lines.
    case prose
    case month
    case judgment
    /// What is to be reached, with its comparison and unit.
    case target
    /// What is planned or reached: a number in a workbook where it is written as one.
    case result
  }

  public let key: FieldKey
  public let place: Place
  /// Where in the owner's memory the value lies, for a path through stored properties: reading there takes a tenth of the time.
  private let offset: Int?
  public let kind: Kind
  /// What the official form, findings and reports call it.
  public let label: String
  /// The words at the top of its column in the ledger.
  public let heading: String
  /// Whether a form without it is incomplete.
  public let isRequired: Bool
  /// Whether it says whose form it is, or of when: it stands on every row of a ledger.
  public let isIdentity: Bool
  /// What the template says where it is to be filled in.
  public let hint: String?
  /// What is offered to choose from.
  public let choices: Choices?
  /// Its English name in patterns of file names; nil where it cannot stand in one.
  public let placeholder: String?

  /// - Parameters:
  ///   - heading: nil for the label.
  public init(
    _ key: FieldKey, _ place: Place, _ kind: Kind, label: String, heading: String? = nil, isRequired: Bool = false,
    isIdentity: Bool = false, hint: String? = nil, choices: Choices? = nil, placeholder: String? = nil
  ) {
    self.key = key
    self.place = place
    offset = MemoryLayout<Owner>.offset(of: place.path)
    self.kind = kind
    self.label = label
    self.heading = heading ?? label
    self.isRequired = isRequired
    self.isIdentity = isIdentity
    self.hint = hint
    self.choices = choices
    self.placeholder = placeholder
  }
}

/// A field of the form itself.
public typealias FormField = Field<TrackingForm>
/// A field of every indicator.
public typealias IndicatorField = Field<Indicator>

extension Field: Hashable {
  public static func == (left: Field, right: Field) -> Bool { left === right }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The words a field offers to choose from.
public struct Choices: Hashable, Sendable {
  /// What the template calls the choice; nil for the field's label.
  public let title: String?
  public let options: [String]
  /// Whether nothing else may be written, so that the page for submission offers the list too.
  public let isStrict: Bool

  public init(_ options: [String], title: String? = nil, isStrict: Bool = false) {
    self.title = title
    self.options = options
    self.isStrict = isStrict
  }
}

extension Field {
  /// Sets the value from its text; false where it is none of its kind.
  package func set(_ text: String, in owner: inout Owner) -> Bool {
    switch place {
    case .text(let path): owner[keyPath: path] = text
    case .judgment(let path): owner[keyPath: path] = Judgment(text: text)
    case .value(let path): owner[keyPath: path] = IndicatorValue(text: text)
    case .month(let path):
      guard let month = YearMonth(text) else { return false }
      owner[keyPath: path] = month
    }
    return true
  }

  /// Whether there is no value.
  package func isEmpty(in owner: Owner) -> Bool {
    switch place {
    case .text(let path): value(at: path, in: owner) == nil
    case .month(let path): value(at: path, in: owner) == nil
    case .judgment(let path): value(at: path, in: owner) == nil
    case .value(let path): value(at: path, in: owner) == nil
    }
  }

  /// The value as a text; nil where there is none.
  public func text(in owner: Owner) -> String? {
    switch place {
    case .text(let path): value(at: path, in: owner)
    case .month(let path): value(at: path, in: owner)?.description
    case .judgment(let path): value(at: path, in: owner)?.text
    case .value(let path): value(at: path, in: owner)?.text
    }
  }

  private func value<Value>(at path: Path<Value>, in owner: Owner) -> Value {
    guard let offset else { return owner[keyPath: path] }
    return withUnsafePointer(to: owner) { pointer in
      UnsafeRawPointer(pointer).advanced(by: offset).assumingMemoryBound(to: Value.self).pointee
    }
  }
}
