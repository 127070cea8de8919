/// The boxes in which Excel shows notes: shapes in a drawing in VML, without which it does not open a workbook with notes.
struct NoteShapes {
    /// A box for a note.
    struct Box {
        let cell: CellPlace
        /// Its size in pixels.
        let width: Int, height: Int
    }

    private static let spaces =
        "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
    /// Identifiers of shapes come in blocks of so many.
    private static let block = 1_024

    /// The blocks of identifiers that a drawing uses.
    static func blocks(of drawing: [UInt8]) -> [Int] {
        let text = String(decoding: drawing, as: UTF8.self)
        var found: [Int] = []
        for match in text.matches(of: /idmap[^>]*?\bdata=["']([0-9, ]*)["']/) {
            found += match.output.1.split(whereSeparator: { $0 == "," || $0 == " " }).compactMap { Int($0) }
        }
        for match in text.matches(of: /_s([0-9]{4,9})["']/) {
            if let number = Int(match.output.1) { found.append(number / block) }
        }
        return found
    }

    /// A drawing with boxes added, which may be a new one.
    ///
    /// - Parameter block: The first block of identifiers that no drawing of the workbook uses.
    static func adding(
        _ boxes: [Box], to drawing: [UInt8]?, part: String, block first: Int, columns: SheetColumns
    ) throws(EditingError) -> [UInt8] {
        let blocks = (0...(boxes.count - 1) / (block - 1)).map { first + $0 }
        var shapes = ""
        for (place, box) in boxes.enumerated() {
            let number = blocks[place / (block - 1)] * block + 1 + place % (block - 1)
            shapes += shape(box, number: number, columns)
        }
        let data = blocks.map(String.init).joined(separator: ",")
        guard let drawing else {
            return Array(
                ("<xml \(spaces)>\n<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"\(data)\"/></o:shapelayout>\n"
                    + type + shapes + "</xml>\n").utf8)
        }
        // VML need not be well-formed; all that is relied on is how it ends.
        let markup = Markup(utf8: drawing, part: part)
        let ending = Array("</xml>".utf8)
        guard let end = drawing.indices.reversed().first(where: { drawing[$0...].starts(with: ending) }) else {
            throw .damaged(part: part)
        }
        var splices = Splices()
        if let map = markup.find(Array("idmap".utf8), from: 0),
            let tagEnd = drawing[map...].firstIndex(of: UInt8(ascii: ">")),
            let open = markup.find(Array("data=\"".utf8), from: map), open < tagEnd,
            let close = drawing[(open + 6)...].firstIndex(of: UInt8(ascii: "\""))
        {
            splices.insert("," + data, at: close)
        }
        let hasType =
            markup.find(Array("_x0000_t202\" coordsize".utf8), from: 0) != nil
            || markup.find(Array("id=\"_x0000_t202\"".utf8), from: 0) != nil
        splices.insert((hasType ? "" : type) + shapes, at: end)
        return splices.applied(to: drawing)
    }

    private static let type =
        "<v:shapetype \(spaces) id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
        + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>\n"

    private static func shape(_ box: Box, number: Int, _ columns: SheetColumns) -> String {
        let anchor = Self.anchor(box, columns)
        return "<v:shape \(spaces) id=\"_x0000_s\(number)\" type=\"#_x0000_t202\" "
            + "style=\"position:absolute;margin-left:60pt;margin-top:1.5pt;width:\(box.width * 3 / 4)pt;"
            + "height:\(box.height * 3 / 4)pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
            + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
            + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
            + "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
            + "<x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor><x:AutoFill>False</x:AutoFill>"
            + "<x:Row>\(box.cell.row - 1)</x:Row><x:Column>\(box.cell.column)</x:Column></x:ClientData></v:shape>\n"
    }

    /// Where a box stands, to the right of its cell: left column and pixels into it, top row, right column, bottom row.
    private static func anchor(_ box: Box, _ columns: SheetColumns) -> String {
        let left = min(box.cell.column + 1, CellPlace.columns - 1)
        var right = left
        var rest = box.width + 15
        while rest > columns.pixels(right), right < CellPlace.columns - 1 {
            rest -= columns.pixels(right)
            right += 1
        }
        let rowPixels = max(Int(columns.rowHeight * 4 / 3), 1)
        let top = max(box.cell.row - 2, 0)
        let bottom = min(top + (box.height + 4) / rowPixels, CellPlace.rows - 1)
        return "\(left), 15, \(top), 4, \(right), \(max(rest, 0)), \(bottom), \((box.height + 4) % rowPixels)"
    }
}
