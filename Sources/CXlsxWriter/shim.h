#include <stdio.h>
#include <xlsxwriter.h>

/// Closes a workbook without a word on stderr: libxlsxwriter prints what it also returns, and names its temporary file.
///
/// glibc's `stderr` is a variable; where it is none the words stand. Only one thread may call this at a time.
static inline lxw_error tieout_close_quietly(lxw_workbook *workbook) {
#ifdef __GLIBC__
    FILE *quiet = fopen("/dev/null", "w");
    if (quiet != NULL) {
        FILE *loud = stderr;
        stderr = quiet;
        lxw_error error = workbook_close(workbook);
        stderr = loud;
        fclose(quiet);
        return error;
    }
#endif
    return workbook_close(workbook);
}

/// Whether rows of a sheet that go to a temporary file found no room there; 0 where all did.
static inline int tieout_lost_rows(lxw_worksheet *sheet) {
    FILE *rows = sheet->optimize_tmpfile;
    return rows != NULL && (fflush(rows) != 0 || ferror(rows) != 0);
}
