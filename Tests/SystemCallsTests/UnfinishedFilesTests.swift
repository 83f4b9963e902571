import Foundation
import Testing

@testable import SystemCalls

/// What a signal that ends the process finds and removes, at whatever moment it comes.
@Suite struct UnfinishedFilesTests {
  private let path = FileManager.default.temporaryDirectory.appendingPathComponent("unfinished-" + UUID().uuidString)
    .path

  private var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  private func make() { _ = FileManager.default.createFile(atPath: path, contents: Data("half".utf8)) }

  @Test func aFileThatIsBeingMadeAtTheEndIsRemoved() {
    let files = UnfinishedFiles()
    let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      begun.wait()
      files.removeAll {}
      ended.signal()
    }
    files.add(path) {
      make()
      begun.signal()
      // The end has come, and waits until the file is known.
      Thread.sleep(forTimeInterval: 0.05)
    }
    ended.wait()
    #expect(!isThere)
  }

  @Test func noFileIsMadeAfterTheEnd() {
    let files = UnfinishedFiles()
    let made = DispatchSemaphore(value: 0)
    let path = path
    files.removeAll {
      Thread.detachNewThread {
        files.add(path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        made.signal()
      }
      #expect(made.wait(timeout: .now() + 0.05) == .timedOut)
      #expect(!isThere)
    }
    made.wait()
    files.remove(path) { unlink(path) }
    #expect(!isThere)
  }

  @Test func aFolderGoesWithAllThatIsInIt() throws {
    let files = UnfinishedFiles()
    _ = try files.addFolder {
      try FileManager.default.createDirectory(atPath: path + "/in", withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(fileURLWithPath: path + "/in/a"))
      return path
    }
    files.removeAll {}
    #expect(!isThere)
  }

  @Test func aFileThatIsCompleteStays() {
    let files = UnfinishedFiles()
    files.add(path) { make() }
    files.remove(path)
    files.removeAll {}
    #expect(isThere)
    unlink(path)
  }

  @Test func whatCouldNotBeMadeIsNotRemoved() {
    let files = UnfinishedFiles()
    make()
    #expect(throws: SystemFailure.self) { try files.add(path) { throw SystemFailure(number: EEXIST) } }
    files.removeAll {}
    #expect(isThere, "another program made it")
    unlink(path)
  }
}
