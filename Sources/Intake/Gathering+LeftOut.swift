import Books

/// Sheets that lie beside others and would be added to them.
extension Gathering {
    /// Leaves out what one sheet says again that another has said: a copy that was opened and saved, or a sheet copied within
    /// its workbook. Orders that come again are told apart by their versions, and what is only looked up may stand twice.
    mutating func leaveOutCopies() {
        let lookedUp: [BookKind] = [.orders, .prices, .products, .customers]
        for (book, placed) in records.sorted(by: { $0.key.ordinal < $1.key.ordinal }) where !lookedUp.contains(book) {
            var kept: [Placed] = []
            for next in placed {
                guard let first = kept.first(where: { $0.says(theSameAs: next) }) else {
                    kept.append(next)
                    continue
                }
                let (own, other) = (sheet(next.region), sheet(first.region))
                problems.append(
                    ProblemWording.copy(
                        of: files[Int(other.file)].path, sheet: other.name, in: files[Int(own.file)].path,
                        sheet: own.name))
            }
            records[book] = kept
        }
    }

    /// Leaves out the stock sheets and counts of an earlier month that lie beside this month's, and would be added to them.
    mutating func leaveOutEarlierMonths(_ period: Period) {
        for book in [BookKind.opening, .stock, .counts] {
            let placed = records[book] ?? []
            let earlier = placed.filter { $0.records.isBefore(period) }
            if earlier.isEmpty || earlier.count == placed.count { continue }
            let current = placed.filter { !$0.records.isBefore(period) }
            let lines = Set(current.flatMap(\.lines))
            // What nothing of this month says again may be of this month all the same.
            let left = Set(
                earlier.filter { own in own.lines.count { lines.contains($0) } * 2 >= own.records.rows.count }.map(
                    \.region))
            records[book] = placed.filter { !left.contains($0.region) }
            for region in left.sorted() {
                let sheet = sheet(region)
                problems.append(
                    ProblemWording.earlierMonth(book, files[Int(sheet.file)].path, sheet: sheet.name, period))
            }
        }
    }
}

extension Gathering.Placed {
    /// Whether a table has the same records, one by one. A few lines may well come twice, as a form's do.
    fileprivate func says(theSameAs other: Self) -> Bool {
        let (one, two) = (records, other.records)
        guard one.region.layout == .table, two.region.layout == .table, one.rows.count >= 5,
            one.rows.count == two.rows.count, one.columns.count == two.columns.count
        else { return false }
        return one.columns.allSatisfy { field, column in
            guard let again = two.columns[field] else { return false }
            let isText = field.kind.isText
            return one.rows.indices.allSatisfy { row in
                isText
                    ? meanings.of(column[row]) == other.meanings.of(again[row]) : column[row] == again[row]
            }
        }
    }
}

extension Gathering.Placed {
    /// Where of which product each record is.
    fileprivate var lines: [[Int64]] {
        let product = records.columns[.productCode] == nil ? Field.productName : .productCode
        return records.rows.indices.map { row in
            [symbol(.warehouse, row), symbol(product, row)]
        }
    }
}

extension RegionRecords {
    /// Whether it is of a month before a period: by the days on which it was counted, else by the words around it.
    fileprivate func isBefore(_ period: Period) -> Bool {
        if let days = columns[.countedAt], let last = rows.indices.lazy.map({ days[$0] }).max(), last != Table.absent {
            return last < Int64(period.firstDay.number)
        }
        return month?.isBefore(period) ?? false
    }
}

extension ProblemWording {
    /// A sheet as people see it beside what a file holds: with its own file's name where it is in another.
    static func place(of sheet: String, in file: String, besides path: String) -> Phrase {
        file == path ? Phrase("「\(sheet)」", "“\(sheet)”") : Phrase("\(file)「\(sheet)」", "\(file) “\(sheet)”")
    }

    /// A sheet with the same records as another.
    static func copy(of original: String, sheet: String, in path: String, sheet own: String) -> Problem {
        let place = place(of: sheet, in: original, besides: path)
        return Problem(
            kind: .fileDuplicate(of: original), file: path, sheet: own,
            expected: Phrase("每张表只给一次", "each sheet once"), found: place.chinese,
            advice: Phrase(
                "「\(own)」的每一行都与 \(place.chinese) 相同，只计了一次。是复制的就删掉，不是就请更正。",
                "Every row of “\(own)” says what \(place.english) says; it was counted once. Delete the copy, or correct it."
            ))
    }

    /// A stock sheet or count of an earlier month beside this month's.
    static func earlierMonth(_ book: BookKind, _ path: String, sheet: String, _ period: Period) -> Problem {
        Problem(
            kind: .sheetOfEarlierMonth(book), file: path, sheet: sheet,
            expected: Phrase("\(period)的\(book.words.chinese)", "\(book.words.english) of \(period)"), found: "",
            advice: Phrase(
                "写的是以前的月份，同样的商品另有一张，这张没有计入。写错了月份就请更正。",
                "It says that it is of an earlier month, and another sheet has the same products; this one was not counted. Correct the month if it is wrong."
            ))
    }

    /// A file with the same bytes as another.
    static func duplicate(_ path: String, of original: String) -> Problem {
        Problem(
            kind: .fileDuplicate(of: original), file: path,
            expected: Phrase("每个文件只给一次", "each file once"), found: original,
            advice: Phrase(
                "与 \(original) 内容完全相同，只计了一次。可以删掉其中一个。",
                "It holds the same bytes as \(original) and was counted once. Delete one of them."))
    }
}
