// The floors that banua-bench measures against: the least C that does the same work, without any part of Banua.
#ifndef CFLOOR_H
#define CFLOOR_H

#include <stdint.h>

typedef struct {
    int64_t rows;
    int64_t fields;
    double seconds;
} floor_split;

/// Reads a CSV file and splits it into fields, with quotes, and keeps nothing. rows is -1 if the file cannot be read.
floor_split floor_split_csv(const char *path);

typedef struct {
    int64_t documents;
    double fts_seconds;
    double rtree_seconds;
    int sqlite_error; // 0, or SQLite's code
} floor_index;

/// Inserts the documents of a token file into a contentless FTS5 table of five columns, and their points into an
/// R*Tree, one transaction each. The file holds for each document: five times a uint32 length and that many bytes of
/// text, then longitude and latitude as doubles (NaN: no position), all in this machine's byte order.
floor_index floor_build_index(const char *tokens, const char *database);

#endif
