import Testing

@testable import TrackingModel
