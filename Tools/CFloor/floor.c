#include "CFloor.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

floor_split floor_split_csv(const char *path) {
    floor_split result = {-1, 0, 0};
    FILE *file = fopen(path, "rb");
    if (!file) return result;
    static char block[1 << 20];
    double start = now();
    int quoted = 0, any = 0;
    size_t count;
    result.rows = 0;
    while ((count = fread(block, 1, sizeof block, file)) > 0) {
        for (size_t i = 0; i < count; i++) {
            char c = block[i];
            if (c == '"') quoted = !quoted; // a doubled quote toggles twice
            else if (!quoted && c == ',') result.fields++;
            else if (!quoted && c == '\n') { result.fields++; result.rows++; any = 0; continue; }
            any = 1;
        }
    }
    if (any) { result.fields++; result.rows++; }
    result.seconds = now() - start;
    fclose(file);
    return result;
}

typedef struct {
    char *text[5];
    uint32_t length[5];
    uint32_t room[5];
    double longitude, latitude;
} document;

static int read_document(FILE *file, document *d) {
    for (int i = 0; i < 5; i++) {
        if (fread(&d->length[i], sizeof d->length[i], 1, file) != 1) return 0;
        if (d->length[i] > d->room[i]) {
            char *larger = realloc(d->text[i], d->length[i]);
            if (!larger) return 0;
            d->text[i] = larger;
            d->room[i] = d->length[i];
        }
        if (d->length[i] && fread(d->text[i], 1, d->length[i], file) != d->length[i]) return 0;
    }
    return fread(&d->longitude, sizeof(double), 1, file) == 1 && fread(&d->latitude, sizeof(double), 1, file) == 1;
}

static int insert_tokens(sqlite3 *db, FILE *file, document *d, int64_t *documents) {
    sqlite3_stmt *insert = NULL;
    const char *sql = "INSERT INTO search(rowid, a, b, c, d, e) VALUES (?, ?, ?, ?, ?, ?)";
    int code = sqlite3_prepare_v2(db, sql, -1, &insert, NULL);
    while (code == SQLITE_OK && read_document(file, d)) {
        sqlite3_bind_int64(insert, 1, ++*documents);
        for (int i = 0; i < 5; i++) {
            const char *text = d->text[i] ? d->text[i] : "";
            sqlite3_bind_text(insert, i + 2, text, (int)d->length[i], SQLITE_STATIC);
        }
        if (sqlite3_step(insert) != SQLITE_DONE) code = sqlite3_errcode(db);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    return code == SQLITE_OK ? sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) : code;
}

static int insert_points(sqlite3 *db, FILE *file, document *d) {
    sqlite3_stmt *insert = NULL;
    int64_t row = 0;
    int code = sqlite3_prepare_v2(db, "INSERT INTO points VALUES (?, ?, ?, ?, ?)", -1, &insert, NULL);
    while (code == SQLITE_OK && read_document(file, d)) {
        row++;
        if (isnan(d->longitude)) continue;
        sqlite3_bind_int64(insert, 1, row);
        sqlite3_bind_double(insert, 2, d->longitude);
        sqlite3_bind_double(insert, 3, d->longitude);
        sqlite3_bind_double(insert, 4, d->latitude);
        sqlite3_bind_double(insert, 5, d->latitude);
        if (sqlite3_step(insert) != SQLITE_DONE) code = sqlite3_errcode(db);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    return code == SQLITE_OK ? sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) : code;
}

floor_index floor_build_index(const char *tokens, const char *database) {
    floor_index result = {0, 0, 0, 0};
    document d = {0};
    sqlite3 *db = NULL;
    FILE *file = fopen(tokens, "rb");
    if (!file) {
        result.sqlite_error = SQLITE_CANTOPEN;
        return result;
    }
    int code = sqlite3_open(database, &db);
    if (code == SQLITE_OK)
        code = sqlite3_exec(db,
            "PRAGMA journal_mode=off; PRAGMA synchronous=off; PRAGMA secure_delete=0; PRAGMA cache_size=-65536;"
            "CREATE VIRTUAL TABLE search USING fts5(a, b, c, d, e, content='');"
            "CREATE VIRTUAL TABLE points USING rtree(id, west, east, south, north); BEGIN",
            NULL, NULL, NULL);
    double start = now();
    if (code == SQLITE_OK) code = insert_tokens(db, file, &d, &result.documents);
    result.fts_seconds = now() - start;
    rewind(file);
    start = now();
    if (code == SQLITE_OK) code = sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = insert_points(db, file, &d);
    result.rtree_seconds = now() - start;
    result.sqlite_error = code;
    for (int i = 0; i < 5; i++) free(d.text[i]);
    sqlite3_close(db);
    fclose(file);
    return result;
}
