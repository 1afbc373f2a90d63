#include "internal.h"

#include <math.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>

#pragma STDC FP_CONTRACT OFF

static const uint8_t unmatched = 255;

/// The matches of the clauses in one document.
typedef struct {
    double frequency[BANUA_MAX_CLAUSES]; // weighted, over variants and fields
    uint8_t tier[BANUA_MAX_CLAUSES];
    uint8_t fields[BANUA_MAX_CLAUSES];
} document;

// A field's weight over its length norm: what one occurrence adds (BM25F; Robertson, Zaragoza and Taylor, CIKM 2004).
static double occurrence_weight(const banua_request *r, int field, uint32_t ordinal) {
    const banua_weights *w = &r->weights;
    double average = r->values->average_length[field];
    double length = average > 0 ? r->values->length[field][ordinal] / average : 1;
    return w->field_weight[field] / (1 - w->field_b[field] + w->field_b[field] * length);
}

static void note_place(banua_collector *c, const banua_phrase *phrase, int field, int start) {
    if (c->place_count == MAX_PLACES || phrase->clause >= c->asked_clauses) return;
    c->places[c->place_count++] = (place){(uint32_t)start, (uint8_t)field, (uint8_t)phrase->clause, phrase->words};
}

static int read_phrase(banua_collector *c, const Fts5ExtensionApi *api, Fts5Context *fts, int index, uint32_t ordinal,
                       document *d) {
    const banua_phrase *phrase = &c->request.phrases[index];
    Fts5PhraseIter places;
    int field, start;
    int code = api->xPhraseFirst(fts, index, &places, &field, &start);
    if (code != SQLITE_OK || field < 0) return code;
    double frequency = 0;
    while (field >= 0) {
        if (field >= BANUA_FIELDS) return SQLITE_CORRUPT_VTAB;
        int current = field, count = 0;
        for (; field == current; count++) {
            note_place(c, phrase, field, start);
            api->xPhraseNext(fts, &places, &field, &start);
        }
        frequency += count * occurrence_weight(&c->request, current, ordinal);
        d->fields[phrase->clause] |= (uint8_t)(1u << current);
    }
    d->frequency[phrase->clause] += phrase->weight * frequency;
    if (phrase->tier < d->tier[phrase->clause]) d->tier[phrase->clause] = phrase->tier;
    return SQLITE_OK;
}

static int read_document(banua_collector *c, const Fts5ExtensionApi *api, Fts5Context *fts, uint32_t ordinal,
                         document *d) {
    c->place_count = 0;
    for (int i = 0; i < c->request.clause_count; i++) {
        d->frequency[i] = 0;
        d->tier[i] = unmatched;
        d->fields[i] = 0;
    }
    int phrases = api->xPhraseCount(fts);
    if (phrases > c->request.phrase_count) phrases = c->request.phrase_count;
    for (int i = 0; i < phrases; i++) {
        if (c->request.phrases[i].clause < 0) continue;
        int code = read_phrase(c, api, fts, i, ordinal, d);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

static void sort_places(banua_collector *c) {
    // Insertion sort: each phrase's places come in order, and there are few.
    for (int i = 1; i < c->place_count; i++) {
        place moved = c->places[i];
        uint64_t key = (uint64_t)moved.field << 32 | moved.start;
        int at = i;
        for (; at > 0; at--) {
            place previous = c->places[at - 1];
            if (((uint64_t)previous.field << 32 | previous.start) <= key) break;
            c->places[at] = previous;
        }
        c->places[at] = moved;
    }
}

// The shortest stretch of places[first..<last], all of one field, that holds every clause which occurs there: clauses
// over words spanned, times the share of the query's clauses that it holds. 1 if all stand side by side.
static double closeness(const banua_collector *c, int first, int last) {
    uint16_t seen[BANUA_MAX_CLAUSES] = {0};
    int distinct = 0, held = 0;
    for (int i = first; i < last; i++) distinct += seen[c->places[i].clause]++ == 0;
    if (distinct < 2) return 0;
    for (int i = 0; i < c->asked_clauses; i++) seen[i] = 0;
    double span = INFINITY;
    for (int from = first, to = first; to < last; to++) {
        held += seen[c->places[to].clause]++ == 0;
        while (held == distinct) {
            span = fmin(span, (double)c->places[to].start - c->places[from].start + 1);
            held -= --seen[c->places[from].clause] == 0;
            from++;
        }
    }
    double share = (double)(distinct - 1) / (c->asked_clauses - 1);
    return share * fmin(1, distinct / span);
}

// True if the clauses from `clause` on follow each other without a gap, beginning at word `start`. Places are
// sorted.
static bool continues(const banua_collector *c, int from, int last, int clause, uint32_t start) {
    if (clause == c->asked_clauses) return true;
    for (int i = from; i < last && c->places[i].start <= start; i++) {
        const place *p = &c->places[i];
        if (p->start != start || p->clause != clause) continue;
        if (continues(c, i + 1, last, clause + 1, start + p->words)) return true;
    }
    return false;
}

static bool stands_as_asked(const banua_collector *c, int first, int last) {
    for (int i = first; i < last; i++) {
        const place *p = &c->places[i];
        if (p->clause == 0 && continues(c, i + 1, last, 1, p->start + p->words)) return true;
    }
    return false;
}

static void score_spread(banua_collector *c, banua_parts *parts) {
    parts->phrase = parts->proximity = 0;
    if (c->asked_clauses < 2) return;
    sort_places(c);
    for (int first = 0, last; first < c->place_count; first = last) {
        for (last = first + 1; last < c->place_count && c->places[last].field == c->places[first].field;) last++;
        parts->proximity = fmax(parts->proximity, c->request.weights.proximity * closeness(c, first, last));
        if (parts->phrase == 0 && stands_as_asked(c, first, last)) parts->phrase = c->request.weights.phrase;
    }
}

// How far a document may lie from its position, in metres.
double banua_position_spread(const banua_collector *c, uint32_t ordinal) {
    uint8_t precision = c->request.values->precision[ordinal];
    return precision < BANUA_PRECISIONS ? c->request.weights.spread[precision] : 0;
}

// Parts that look at the document alone.
static void score_document(const banua_collector *c, uint32_t ordinal, banua_parts *parts) {
    const banua_weights *w = &c->request.weights;
    uint8_t kind = c->request.values->kind[ordinal];
    parts->quality = w->quality * (c->request.values->quality[ordinal] / 255.0);
    parts->kind = kind < BANUA_MAX_KINDS ? w->kind[kind] : 0;
    uint8_t head = c->request.values->head[ordinal];
    parts->head = !w->head_group ? 0 : head == w->head_group ? w->head : head == 0 ? w->head / 2 : 0;
    parts->distance = 0;
    parts->within_reach = false;
    if (c->request.has_origin && w->distance > 0) {
        double spread = banua_position_spread(c, ordinal);
        double squared = banua_chord_squared(c, c->origin, ordinal) + spread * spread;
        parts->distance = w->distance / (1 + squared / (w->distance_scale * w->distance_scale));
        parts->within_reach = w->reach > 0 && squared <= w->reach * w->reach;
    }
}

// True if documents of the kind follow the others, because a word matches only by its meaning or a correction: who asks
// for pumpkins wants no village of that name in another language.
static bool yields(const banua_request *r, uint8_t kind, uint8_t tier) {
    return kind < BANUA_MAX_KINDS && r->weights.yielding_kinds >> kind & 1 && tier >= BANUA_SYNONYM;
}

// Adds up the clauses, and tells how many levels up words, nearness and tier lift the document: optional words that it
// has, before its kind and its being within reach, before its tier, before its relevance.
static double score_clauses(
    const banua_request *r, const document *d, uint8_t kind, banua_parts *parts, int *levels) {
    double sum = 0;
    int lifts = parts->within_reach;
    parts->tier = parts->matched = 0;
    for (int i = 0; i < r->clause_count; i++) {
        if (d->tier[i] == unmatched) continue;
        double frequency = d->frequency[i];
        sum += r->clauses[i].idf * (r->weights.k1 + 1) * frequency / (r->weights.k1 + frequency);
        if (r->clauses[i].boost) continue;
        parts->matched++;
        lifts += 3 * r->clauses[i].optional;
        if (d->tier[i] > parts->tier) parts->tier = d->tier[i];
    }
    lifts += r->weights.yielding_kinds && !yields(r, kind, parts->tier);
    *levels = BANUA_TIERS - 1 - parts->tier + BANUA_TIERS * lifts;
    return sum;
}

static void explain(banua_collector *c, const document *d, const banua_parts *parts) {
    banua_parts *out = c->request.explain;
    *out = *parts;
    out->found = true;
    for (int i = 0; i < c->request.clause_count; i++) {
        double k1 = c->request.weights.k1, frequency = d->frequency[i];
        bool matched = d->tier[i] != unmatched;
        out->clause_frequency[i] = frequency;
        out->clause_tier[i] = d->tier[i];
        out->clause_fields[i] = d->fields[i];
        out->clause_score[i] = matched ? c->request.clauses[i].idf * (k1 + 1) * frequency / (k1 + frequency) : 0;
    }
}

static int collect_scored(banua_collector *c, const Fts5ExtensionApi *api, Fts5Context *fts, uint32_t ordinal) {
    document d;
    banua_parts parts;
    int code = read_document(c, api, fts, ordinal, &d);
    if (code != SQLITE_OK) return code;
    int levels;
    score_document(c, ordinal, &parts);
    double sum = score_clauses(&c->request, &d, c->request.values->kind[ordinal], &parts, &levels);
    c->complete += parts.matched == c->asked_clauses;
    parts.tier_height = c->tier_height;
    double known = levels * c->tier_height + sum + parts.quality + parts.distance + parts.kind + parts.head;
    // The bound is raised by more than rounding may lose, so that nobody is refused for the order of a sum.
    if (!c->request.explain && !banua_competes(c, known + c->spread + 1e-9 * c->tier_height, ordinal)) return SQLITE_OK;
    score_spread(c, &parts);
    parts.relevance = sum + parts.phrase + parts.proximity + parts.quality + parts.distance + parts.kind + parts.head;
    parts.score = levels * c->tier_height + parts.relevance;
    if (c->request.explain) explain(c, &d, &parts);
    uint8_t fields = 0;
    for (int i = 0; i < c->request.clause_count; i++) fields |= d.fields[i];
    banua_keep(c, (banua_hit){parts.score, ordinal, parts.tier, parts.matched, fields});
    return SQLITE_OK;
}

// 1 if the document has an excluded phrase, 0 if not, -1 if the index is damaged.
static int is_unwanted(const banua_request *r, const Fts5ExtensionApi *api, Fts5Context *fts) {
    int phrases = api->xPhraseCount(fts);
    for (int i = 0; i < phrases && i < r->phrase_count; i++) {
        if (r->phrases[i].clause != BANUA_UNWANTED) continue;
        Fts5PhraseIter places;
        int field, start;
        if (api->xPhraseFirst(fts, i, &places, &field, &start) != SQLITE_OK) return -1;
        if (field >= 0) return 1;
    }
    return 0;
}

struct banua_context {
    banua_collector *collector;
};

static void collect(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *result, int count,
                    sqlite3_value **arguments) {
    (void)arguments;
    banua_collector *c = ((banua_context *)api->xUserData(fts))->collector;
    if (!c || count != 0) {
        sqlite3_result_error(result, "banua_collect(search) works inside a search of Banua only", -1);
        return;
    }
    int64_t ordinal = api->xRowid(fts) - 1;
    if (ordinal < 0 || ordinal >= c->request.values->count) {
        sqlite3_result_error_code(result, SQLITE_CORRUPT_VTAB);
        return;
    }
    int unwanted = is_unwanted(&c->request, api, fts);
    if (unwanted < 0) sqlite3_result_error_code(result, SQLITE_CORRUPT_VTAB);
    if (unwanted || !banua_admit(c, (uint32_t)ordinal)) return;
    int code = SQLITE_OK;
    if (c->request.order == BANUA_BY_SCORE) code = collect_scored(c, api, fts, (uint32_t)ordinal);
    else banua_keep_unscored(c, (uint32_t)ordinal, 0, 0);
    if (code != SQLITE_OK) sqlite3_result_error_code(result, code);
}

static fts5_api *find_fts5(sqlite3 *database) {
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int banua_register(struct sqlite3 *database, banua_context **context) {
    fts5_api *api = find_fts5(database);
    if (!api || api->iVersion < 2) return SQLITE_ERROR;
    banua_context *created = calloc(1, sizeof *created);
    if (!created) return SQLITE_NOMEM;
    int code = api->xCreateFunction(api, "banua_collect", created, collect, free);
    if (code != SQLITE_OK) free(created);
    else *context = created;
    return code;
}

void banua_attach(banua_context *context, banua_collector *collector) { context->collector = collector; }
