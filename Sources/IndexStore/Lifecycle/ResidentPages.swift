import Foundation

/// Releases pages of mapped files, so that reading a whole file does not fill the memory.
enum ResidentPages {
    static func release(_ values: ValuesFile) {
        release(values.longitudes)
        release(values.latitudes)
        release(values.nameRanks)
        for column in [values.regencies, values.districts, values.categories] + values.lengths { release(column) }
        for column in [values.kinds, values.precisions, values.qualities] { release(column) }
    }

    static func release<Element: BitwiseCopyable>(_ column: Column<Element>) {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let start = Int(bitPattern: column.base) / page * page
        let end = Int(bitPattern: column.base) + column.count * MemoryLayout<Element>.stride
        // Only advice: if the system does not take it, the pages stay.
        madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED)
    }
}
