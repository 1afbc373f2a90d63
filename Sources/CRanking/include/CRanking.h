// Ranking inside SQLite: an FTS5 auxiliary function hands every match to a collector, which filters it, scores it, and
// keeps the best. Nothing is allocated for a row. Everything a collector points to belongs to the caller and outlives
// it.
#ifndef CRANKING_H
#define CRANKING_H

#include <stdbool.h>
#include <stdint.h>

struct sqlite3;

enum {
    BANUA_FIELDS = 5,
    BANUA_FACETS = 4,
    BANUA_TIERS = 5,
    BANUA_SYNONYM = 2, // the first tier of words other than the typed one and those of its root
    BANUA_PRECISIONS = 4,
    BANUA_MAX_KINDS = 8, // the bits of a set of kinds in points.bin
    BANUA_MAX_CONDITIONS = 32,
    BANUA_MAX_CLAUSES = 64
};

/// In place of a clause number: a phrase that is not scored, and a phrase that excludes a document.
enum { BANUA_NOT_SCORED = -1, BANUA_UNWANTED = -2 };

/// The memory-mapped columns of values.bin; each holds `count` elements.
typedef struct {
    uint32_t count;
    const double *longitude, *latitude; // degrees; NaN: no position
    const uint16_t *regency, *district, *category;
    const uint8_t *kind, *quality;
    const uint8_t *head; // the group of the noun that says what it is; 0: unknown
    const uint8_t *precision; // of the position; 255: no position
    const uint16_t *length[BANUA_FIELDS];
    const uint32_t *name_rank;
    double average_length[BANUA_FIELDS];
} banua_values;

/// A fact of every document: a number with its least and greatest value (NaN: unknown), or a set of values.
typedef struct {
    const double *least, *greatest; // NULL for a set
    const uint32_t *starts, *values; // of a set: document i has values[starts[i]] to before values[starts[i + 1]]
    uint32_t value_count;
} banua_fact;

/// A condition on a fact. A document of which the fact is unknown never meets it.
typedef struct {
    banua_fact fact;
    double lower, upper; // of a number: some of least ... greatest must lie between them
    bool lower_is_open, upper_is_open;
    const uint64_t *wanted; // of a set: a bitmap of values, one of which is enough; NULL: any value
    uint32_t wanted_count;  // bits of the bitmap
} banua_condition;

/// Counts the values of a fact: those of a set, or ranges of a number between ascending bounds.
typedef struct {
    banua_fact fact;
    const double *bounds; // range i has the numbers from bounds[i] to before bounds[i + 1]; the last is open
    uint32_t bound_count;
    uint32_t *counts; // one for each value or range
    uint32_t size;
} banua_fact_count;

/// Geodesic distance in metres between two positions in degrees.
typedef double (*banua_geodesic)(void *context, double longitude1, double latitude1, double longitude2,
                                 double latitude2);

/// The documents that may match. A set is a bitmap of 65,536 bits, or NULL for all.
typedef struct {
    uint32_t kinds; // one bit a kind, BANUA_MAX_KINDS of them; 0: all
    const uint64_t *regencies, *districts, *categories;
    const banua_condition *conditions; // all must hold
    uint32_t condition_count;          // at most BANUA_MAX_CONDITIONS
    bool needs_position;
    bool has_box;
    double west, south, east, north; // degrees, edges included; west > east crosses the 180th meridian
    bool has_circle;
    double circle_longitude, circle_latitude, radius; // degrees, metres
} banua_filter;

/// One phrase of the MATCH expression, in the order in which FTS5 numbers them.
typedef struct {
    int32_t clause; // or BANUA_NOT_SCORED, BANUA_UNWANTED
    uint8_t tier;   // 0 exact ... 4 typo
    uint8_t words;  // tokens in the phrase
    double weight;
} banua_phrase;

typedef struct {
    double idf;
    bool optional; // counts towards coverage
    bool boost;    // adds to the score and is not required; such clauses come last
} banua_clause;

typedef struct {
    double k1;
    double field_weight[BANUA_FIELDS], field_b[BANUA_FIELDS];
    double phrase, proximity, quality, distance, distance_scale; // scale in metres
    double reach; // documents this near to the origin, in metres, come before the others; 0: no such lift
    double spread[BANUA_PRECISIONS]; // how far a document of that precision may lie from its position, in metres
    double kind[BANUA_MAX_KINDS];    // added to documents of that kind
    double head;                     // added to documents of the group `head_group`, and half of it to unknown ones
    uint8_t head_group;              // 0: the query names no such noun
    uint32_t yielding_kinds; // documents of these kinds follow the others if they have a word only by a synonym, a
                             // completion or a correction; one bit a kind
} banua_weights;

typedef enum { BANUA_BY_SCORE, BANUA_BY_DISTANCE, BANUA_BY_NAME, BANUA_BY_ORDINAL, BANUA_BY_FACT } banua_order;

typedef struct {
    double key; // score (larger first), or metres, name rank, ordinal (smaller first)
    uint32_t ordinal;
    uint8_t tier;
    uint8_t matched; // clauses that hit
    uint8_t fields;  // those that hold a word of the clauses, one bit a field; 0 where nobody looked
} banua_hit;

/// The parts of the score of one document.
typedef struct {
    double clause_score[BANUA_MAX_CLAUSES], clause_frequency[BANUA_MAX_CLAUSES];
    uint8_t clause_tier[BANUA_MAX_CLAUSES]; // 255: not matched
    uint8_t clause_fields[BANUA_MAX_CLAUSES]; // one bit a field
    double phrase, proximity, quality, distance, kind, head, relevance, tier_height, score;
    uint8_t tier, matched;
    bool found, within_reach;
} banua_parts;

typedef struct {
    const banua_values *values;
    banua_filter filter;
    const banua_phrase *phrases;
    int32_t phrase_count;
    const banua_clause *clauses;
    int32_t clause_count; // at most BANUA_MAX_CLAUSES
    banua_weights weights;
    banua_order order;
    bool doubts_positions; // in the order by distance, a document counts as at least as far as its spread
    bool has_origin; // distances are measured from here; order by distance needs it
    double origin_longitude, origin_latitude;
    banua_geodesic geodesic; // needed with a circle or order by distance
    void *geodesic_context;
    uint32_t limit;
    bool has_after; // only hits behind this one are kept; all are counted
    double after_key;
    uint32_t after_ordinal;
    uint32_t *facet_counts[BANUA_FACETS]; // kind, regency, district, category; NULL: not counted
    uint32_t facet_sizes[BANUA_FACETS];
    const banua_fact_count *fact_counts;
    uint32_t fact_count_count;
    const double *sort_values; // for BANUA_BY_FACT; documents with NaN come last
    bool sort_descends;
    banua_parts *explain; // NULL: no explanation
} banua_request;

typedef struct banua_flag banua_flag;

/// A flag that one thread sets and another reads; NULL if memory is out.
banua_flag *banua_flag_create(void);
void banua_flag_set(banua_flag *flag, bool on);
bool banua_flag_is_set(const banua_flag *flag);
void banua_flag_free(banua_flag *flag);

typedef struct banua_collector banua_collector;
typedef struct banua_context banua_context;

/// Returns NULL if memory is out. `hits` has room for `limit`; the request is copied, what it points to is not.
banua_collector *banua_collector_create(const banua_request *request, banua_hit *hits);
void banua_collector_free(banua_collector *collector);

/// True if a document passes the filter, and has a position if the order needs one. False beyond the count.
bool banua_accepts(banua_collector *collector, uint32_t ordinal);
/// Filters and counts a document without a text match, and keeps it by name, distance or ordinal.
void banua_offer(banua_collector *collector, uint32_t ordinal);
/// Offers every document; stops and returns false once the flag is set.
bool banua_scan(banua_collector *collector, banua_flag *interrupted);
/// Sorts the kept hits, best first, in `hits`; returns their number.
uint32_t banua_finish(banua_collector *collector);
uint64_t banua_total(const banua_collector *collector);
/// How many documents pass everything but a condition whose fact is unknown of them.
uint64_t banua_unknown_total(const banua_collector *collector, uint32_t condition);
/// How many of them match every clause, the optional ones too; 0 unless the order is by score.
uint64_t banua_complete_total(const banua_collector *collector);
/// The height of one tier: an upper bound of the relevance that any document can have under this request.
double banua_tier_height(const banua_collector *collector);

/// Makes banua_collect(search) known to a connection; SQLite's result code. The context lives as long as the
/// connection.
int banua_register(struct sqlite3 *database, banua_context **context);
/// The collector that takes the matches from here on; NULL for none.
void banua_attach(banua_context *context, banua_collector *collector);

#endif
