public import Books
public import WorkbookReader

/// What people are told when a workbook cannot be read: what was expected or found, and what to do about it.
extension ReadingError {
    /// What is wrong with the file.
    public var explanation: Phrase {
        switch self {
        case .cannotOpen(let reason):
            Phrase("文件打不开：\(Self.systemWords[reason] ?? reason)", "the file cannot be opened: \(reason)")
        case .empty: Phrase("文件是空的，一个字节也没有", "the file is empty: it has no bytes")
        case .notAWorkbook(let kind):
            Phrase(
                "应为 .xlsx 工作簿，但这是\(kind.words.chinese)", "expected an .xlsx workbook, but this is \(kind.words.english)"
            )
        case .passwordProtected: Phrase("工作簿有打开密码", "the workbook is protected by a password")
        case .wrongPassword: Phrase("给出的密码打不开工作簿", "none of the passwords given opens the workbook")
        case .damaged(let part, "cipher"):
            Phrase(
                "\(part) 使用的加密方式不受支持（支持 AES）", "\(part) names an encryption that is not supported; AES is")
        case .damaged(let part, let problem):
            Phrase(
                "文件已损坏：\(Self.named(part).chinese)\(Self.words(problem).chinese)",
                "the file is damaged: \(Self.named(part).english)\(Self.words(problem).english)")
        case .limit(let name, let value, let part): Self.limitExplanation(name, value, part)
        case .forbiddenMarkup(let part):
            Phrase(
                "\(part) 声明了文档类型或实体，工作簿不需要它们，可能是恶意文件",
                "\(part) declares a document type or an entity, which no workbook needs and a hostile file may")
        case .missingPart(let part): Phrase("文件缺少部件 \(part)", "the file lacks its part \(part)")
        }
    }

    /// What to do.
    public var advice: Phrase {
        switch self {
        case .cannotOpen: Phrase("请检查文件是否存在、是否有权读取", "check that the file exists and that you may read it")
        case .empty: Phrase("请让发送人重新发送", "ask the sender to send it again")
        case .notAWorkbook(let kind): kind.advice
        case .passwordProtected:
            Phrase(
                "请用 --password 给出密码，或在 Excel 或 WPS 中取消密码后另存",
                "give it with --password, or remove it in Excel or WPS and save the workbook again")
        case .wrongPassword:
            Phrase("请向发送人核对密码（区分大小写）", "ask the sender for the password; capitals matter")
        case .damaged, .missingPart:
            Phrase(
                "请在 Excel 或 WPS 中打开并另存为 .xlsx；打不开就请发送人重发",
                "open it in Excel or WPS and save it as .xlsx; if it does not open, ask the sender to send it again")
        case .limit:
            Phrase("请拆成几个较小的文件，或确认文件来源可靠", "split it into smaller files, and make sure that you trust its source")
        case .forbiddenMarkup:
            Phrase("请向发送人核实，并在 Excel 或 WPS 中另存为 .xlsx", "check with the sender, and save it as .xlsx in Excel or WPS")
        }
    }

    /// What the system says when a file cannot be opened.
    private static let systemWords = [
        "No such file or directory": "没有这个文件", "Permission denied": "没有读取权限", "Is a directory": "这是一个文件夹",
        "Too many open files": "打开的文件太多", "Input/output error": "磁盘读取出错",
    ]

    private static func limitExplanation(_ name: String, _ value: Int, _ part: String) -> Phrase {
        let place = named(part)
        if name == "partNames" {
            return Phrase("压缩包里的名称“\(part)”指向包外", "the name '\(part)' leads out of the archive")
        }
        let words = limitWords[name] ?? Phrase(name, name)
        return Phrase(
            "超过上限：\(place.chinese)\(words.chinese)最多 \(value)（\(name)）",
            "past a limit: \(place.english)\(words.english) may be at most \(value) (\(name))")
    }

    private static let limitWords: [String: Phrase] = [
        "fileBytes": Phrase("文件字节数", "bytes of a file"),
        "entries": Phrase("压缩包内的文件数", "files in the archive"),
        "partBytes": Phrase("解压后的字节数", "bytes of a part when unpacked"),
        "unpackedBytes": Phrase("全部解压后的字节数", "bytes of all parts when unpacked"),
        "pieceBytes": Phrase("一行或一段的字节数", "bytes of one row or text"),
        "ratio": Phrase("压缩倍数", "times a part grows when unpacked"),
        "sheets": Phrase("工作表数", "sheets"),
        "cells": Phrase("非空单元格数", "cells that hold anything"),
        "texts": Phrase("不同文本数", "distinct texts"),
        "textBytes": Phrase("一段文本的字节数", "bytes of one text"),
        "allTextBytes": Phrase("全部文本的字节数", "bytes of all texts"),
        "rows": Phrase("行号", "row numbers"),
        "columns": Phrase("列数", "columns"),
        "depth": Phrase("元素嵌套层数", "elements inside one another"),
        "wholeFileBytes": Phrase("非 .xlsx 文件的字节数", "bytes of a file other than .xlsx"),
        "oldExcelSeconds": Phrase("读取 .xls 的秒数", "seconds that an .xls may take to read"),
        "oldExcelMemoryBytes": Phrase("读取 .xls 所用的内存字节数", "bytes of memory that an .xls may take to read"),
        "spannedCells": Phrase("合并所占的单元格数", "cells taken by spanning"),
        "passwordSpins": Phrase("密码散列次数", "times a password is hashed"),
    ]

    private static func named(_ part: String) -> Phrase {
        part.isEmpty ? Phrase("", "") : Phrase("\(part) ", "\(part): ")
    }

    private static func words(_ problem: String) -> Phrase {
        switch Damage(rawValue: problem) {
        case .archive: Phrase("压缩包目录残缺或被截断", "the archive's directory is broken or cut off")
        case .packing: Phrase("压缩数据无法解开或被截断", "its packed bytes are broken or cut off")
        case .checksum: Phrase("校验和或大小不符", "its checksum or size is not the one stated")
        case .method: Phrase("使用了工作簿不用的压缩方式", "it is packed in a way that workbooks do not use")
        case .markup: Phrase("XML 标记不完整", "its XML is broken or cut off")
        case .encoding: Phrase("字符编码未知或有误", "its character encoding is unknown or not followed")
        case .reference: Phrase("单元格引用了不存在的文本", "a cell refers to a text that is not there")
        case .number: Phrase("有一个数值单元格里写的不是数值", "a cell that should hold a number holds something else")
        case .place: Phrase("有一行的行号或一个单元格的地址无法识别", "the number of a row or the address of a cell is none")
        case .input: Phrase("读取中断", "reading it was interrupted")
        case .compound: Phrase("复合文档的目录残缺或被截断", "the compound file's directory is broken or cut off")
        case .encryption: Phrase("加密信息残缺或被截断", "its encryption is broken or cut off")
        case .oldExcel: Phrase("旧版 Excel 内容无法读出", "what it holds as an old Excel workbook cannot be read")
        case .order: Phrase("行号或列号倒退", "its rows or columns are numbered backwards")
        case .quote: Phrase("这一行开始的引号没有结束", "the quote that opens in this line is never closed")
        case .cipher: Phrase("使用了不支持的加密方式", "it is encrypted in a way that is not supported")
        case nil: Phrase(problem, problem)
        }
    }
}

extension ReadingError.FileKind {
    /// What such a file is called.
    public var words: Phrase {
        switch self {
        case .oldExcel: Phrase("旧版 Excel 文件（.xls）", "an old Excel file (.xls)")
        case .html: Phrase("网页（HTML）", "a web page (HTML)")
        case .xml: Phrase("XML 文件", "an XML file")
        case .text: Phrase("文本文件", "a text file")
        case .pdf: Phrase("PDF 文件", "a PDF file")
        case .image: Phrase("图片", "an image")
        case .archive: Phrase("压缩包或其他文档", "an archive or another kind of document")
        case .openDocument: Phrase("OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)")
        case .binaryExcel: Phrase("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
        case .kingsoft: Phrase("WPS 自有格式的表格（.et）", "a spreadsheet in WPS's own format (.et)")
        case .unknown: Phrase("无法识别的文件", "a file of an unknown kind")
        }
    }

    /// What to do with it.
    fileprivate var advice: Phrase {
        switch self {
        case .oldExcel, .html, .xml, .text, .openDocument, .binaryExcel, .kingsoft:
            Phrase(
                "请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”",
                "open it in Excel or WPS and save it as 'Excel Workbook (.xlsx)'")
        case .archive: Phrase("请先解压，再放入里面的 .xlsx 文件", "unpack it first and use the .xlsx files inside")
        case .pdf, .image, .unknown:
            Phrase("请向发送人要 .xlsx 格式的原始表格", "ask the sender for the original sheet as .xlsx")
        }
    }
}
