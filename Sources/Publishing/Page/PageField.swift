/// A field of a page: a value of the form, by its number in the layout, or a field of an indicator.
///
/// Numbers, because every cell of every composition of a page asks for its value.
enum PageField: Hashable {
  case value(Int)
  case indicator(Int, field: Int)
}
