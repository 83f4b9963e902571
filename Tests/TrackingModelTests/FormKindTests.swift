import Testing
import TrackingModel

@Suite struct FormKindTests {
  @Test(
    arguments: [
      ("财政项目支出绩效跟踪表", .tracking), (nil, .tracking), ("项目支出绩效运行监控表", .monitoring), ("项目支出绩效目标执行监控表", .monitoring),
      ("财政项目支出绩效自评表", .selfEvaluation), ("财政项目支出绩效目标申报表", .declaration), ("项目支出绩效目标表", .declaration),
    ] as [(String?, FormKind)])
  func `a title names the kind`(title: String?, kind: FormKind) {
    #expect(FormFamily.standard.definition(titled: title).kind == kind)
    #expect(TrackingForm(title: title).kind == kind)
  }

  @Test func `a new title names the kind anew, unless the kind was stated against the old one`() {
    var named = TrackingForm(title: "财政项目支出绩效跟踪表")
    named.setTitle("财政项目支出绩效自评表")
    #expect(named.kind == .selfEvaluation)
    var stated = TrackingForm(title: nil, definition: .declaration)
    stated.setTitle("财政项目支出绩效自评表")
    #expect(stated.kind == .declaration)
  }
}
