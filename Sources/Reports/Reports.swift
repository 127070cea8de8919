/// Findings as workbooks, JSON and terminal text.
public enum Reports {}
