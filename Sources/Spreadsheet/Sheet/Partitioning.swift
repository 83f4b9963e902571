extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which this is true, where it is true of all behind that; `endIndex` where there is none.
  @inlinable
  package func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
