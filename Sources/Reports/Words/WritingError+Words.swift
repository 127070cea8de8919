public import Books
public import WorkbookWriter

extension WritingError {
    /// What went wrong and what to do, as a person would say it.
    public var words: Phrase {
        switch self {
        case .cannotCreate(let path, let reason):
            Phrase(
                "无法在此处写文件：\(path)（\(reason)）。请检查文件夹是否存在、是否有写入权限，或用 --out 另指定文件夹。",
                "Cannot write here: \(path) (\(reason)). See that the folder exists and may be written, or name another with --out."
            )
        case .openElsewhere(let path, let lock):
            Phrase(
                "文件正被打开：\(path)。请先关闭它再运行；如果没有人打开，删除锁文件 \(lock)。",
                "The file is open elsewhere: \(path). Close it and run again; if nobody has it open, delete the lock file \(lock)."
            )
        case .diskFull(let path):
            Phrase(
                "磁盘已满，未写出 \(path)。请腾出空间后再运行；原有文件未改动。",
                "The disk is full; \(path) was not written. Make room and run again; what stood there is unchanged.")
        case .cannotWrite(let path, let reason):
            Phrase(
                "写文件失败：\(path)（\(reason)）。原有文件未改动。",
                "Writing failed: \(path) (\(reason)). What stood there is unchanged.")
        case .workbook(let path, let problem):
            Phrase(
                "工作簿 \(path) 未能写出：\(problem.words.chinese)。原有文件未改动。",
                "The workbook \(path) was not written: \(problem.words.english). What stood there is unchanged.")
        }
    }
}

extension WorkbookProblem {
    var words: Phrase {
        switch self {
        case .outOfMemory: Phrase("内存不足", "no memory is left")
        case .temporaryFile:
            Phrase(
                "临时文件夹没有空间或无法写入（可用环境变量 TMPDIR 另指定）",
                "the folder for temporary files has no room or cannot be written (TMPDIR names another)")
        case .archive: Phrase("无法写完整个文件", "the file could not be finished")
        case .sheetName: Phrase("工作表名称不被接受", "a sheet's name was refused")
        case .textTooLong: Phrase("有一段文字超过 Excel 的长度限制", "a text is longer than Excel allows")
        case .outsideTheSheet:
            Phrase("行数超过 Excel 的 1,048,576 行", "more rows than the 1,048,576 that Excel has")
        case .rowOrder: Phrase("有一行没有按顺序写（程序错误）", "a row was written out of its order (a fault of the program)")
        case .link: Phrase("超链接过多或过长", "links are too many or too long")
        case .parameter: Phrase("有一个值不被接受", "a value was refused")
        case .unknown(let code): Phrase("写表程序库错误 \(code)", "error \(code) of the workbook library")
        }
    }
}
