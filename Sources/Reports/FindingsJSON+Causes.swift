import Books

extension FindingsJSON {
    /// What may have made a finding, and how its sides met: keys that were added to `tieout.findings/1`.
    static func writeCauses(_ finding: Finding, _ language: Language, _ json: inout JSONBytes) {
        json.key("causes")
        json.list { json in
            for cause in finding.causes {
                json.next()
                json.object { json in
                    json.key("cause")
                    json.string(cause.kind.rawValue)
                    json.key("explains")
                    json.string(cause.explains?.description)
                    json.key("statement")
                    json.string(cause.statement[language])
                    json.key("sources")
                    json.list { json in for source in cause.sources { write(source, &json) } }
                }
            }
        }
        json.key("unexplained")
        json.string(finding.unexplained?.description)
        json.key("nearest")
        if let nearest = finding.nearest {
            json.object { json in
                json.key("candidate")
                json.string(nearest.candidate[language])
                json.key("obstacle")
                json.string(nearest.obstacle[language])
                json.key("sources")
                json.list { json in for source in nearest.sources { write(source, &json) } }
            }
        } else {
            json.null()
        }
        json.key("matchedBy")
        if let match = finding.matchedBy {
            json.object { json in
                json.key("stage")
                json.string(match.stage.rawValue)
                json.key("evidence")
                json.list { json in
                    for phrase in match.evidence {
                        json.next()
                        json.string(phrase[language])
                    }
                }
                json.key("beaten")
                json.list { json in
                    for phrase in match.beaten {
                        json.next()
                        json.string(phrase[language])
                    }
                }
            }
        } else {
            json.null()
        }
    }
}
