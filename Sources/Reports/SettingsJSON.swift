import Books

/// What the company had set, in `findings.json`: the workbook, what is not at its default, and what could not be used.
enum SettingsJSON {
    static func write(_ settings: Settings, _ language: Language, _ json: inout JSONBytes) {
        let origin = settings.origin
        json.object { json in
            json.key("file")
            json.string(origin?.file)
            json.key("notUsed")
            json.list { json in
                for file in origin?.passedOver ?? [] {
                    json.next()
                    json.string(file)
                }
            }
            json.key("set")
            json.list { json in
                for name in settings.changed {
                    json.next()
                    json.object { write(name, settings, &$0) }
                }
            }
            json.key("problems")
            json.list { json in
                for problem in origin?.problems ?? [] {
                    json.next()
                    json.object { write(problem, language, &$0) }
                }
            }
        }
    }

    private static func write(_ name: SettingName, _ settings: Settings, _ json: inout JSONBytes) {
        json.key("name")
        json.string(name.rawValue)
        json.key("values")
        json.list { json in
            for value in settings.values(of: name) {
                json.next()
                json.string(value)
            }
        }
        json.key("sheet")
        json.string(settings.origin?.places[name]?.sheet)
        json.key("cell")
        json.string(settings.origin?.places[name]?.cell)
    }

    private static func write(_ problem: SettingProblem, _ language: Language, _ json: inout JSONBytes) {
        json.key("sheet")
        json.string(problem.sheet)
        json.key("cell")
        json.string(problem.cell)
        json.key("found")
        json.string(problem.found)
        json.key("expected")
        json.string(problem.expected[language])
        json.key("used")
        json.string(problem.used[language])
    }
}
