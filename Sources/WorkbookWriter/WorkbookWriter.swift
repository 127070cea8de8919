/// The one place that talks to libxlsxwriter.
public enum WorkbookWriter {}
