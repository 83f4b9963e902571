import Checking
import Findings
import Publishing
import Recognition
import Spreadsheet
import TrackingModel

/// One file through all rooms.
public enum Corridor {}
