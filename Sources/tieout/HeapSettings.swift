import CHeap

/// How the C library keeps memory that was let go of.
enum HeapSettings {
    /// Has large columns come from pages of their own, which go back to the system as soon as they are let go of.
    ///
    /// By itself the C library takes ever larger ones from its heap once some were freed, and a heap shrinks only from its
    /// end: what cells took would stay with the process while rules run and workbooks are written. What a chunk of a sheet
    /// needs is smaller than a megabyte and is used over and over; as pages of its own it would be made anew each time.
    static func apply() {
        #if canImport(Glibc)
            mallopt(M_MMAP_THRESHOLD, 1 << 20)
            mallopt(M_TRIM_THRESHOLD, 8 << 20)
        #endif
    }

    /// The bytes of a file whose cells take so much memory, some two hundred megabytes, that giving it back pays.
    static let largeFile = 16 << 20

    /// Gives back what was let go of and lies between what is still held.
    static func giveBack() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
