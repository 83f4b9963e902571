import Testing

@Suite("The profile's pattern names workbooks in a folder unless --name does")
struct ProfileNameTests {
  @Test(arguments: [
    ([], "示范中心_甲.xlsx"), (["--name", "{project}"], "甲.xlsx"),
  ])
  func intoAFolder(options: [String], name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    try folder.write("p.yaml", "name: \"{实施单位}_{project}\"\n")
    let arguments = ["convert", "in.json", "-o", "out/", "--profile", "p.yaml"] + options
    #expect(try Command.run(arguments, in: folder).status == 0)
    #expect(folder.files(in: "out").keys.sorted() == [name])
  }

  @Test func gatheredOutputsHaveANameAlready() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    try folder.write("p.yaml", "name: \"{项目名称}\"\n")
    let outcome = try Command.run("convert", "in.json", "-o", "out.xlsx", "--profile", "p.yaml", in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
  }
}
