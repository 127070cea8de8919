/// What lives from month to month.
public enum Archive {}
