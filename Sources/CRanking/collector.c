#include "internal.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#pragma STDC FP_CONTRACT OFF

// WGS 84 (NIMA TR8350.2), and its smallest radius of curvature, b²/a, at the equator along the meridian.
static const double semi_major = 6378137.0;
static const double eccentricity_squared = 6.69437999014131699614e-3;
static const double smallest_radius = 6335439.3272928195;
// Rounding of geocentric coordinates is a billion times smaller; no bound is believed closer than this.
static const double slack_metres = 1e-3;

static vector geocentric(double longitude, double latitude) {
    double lambda = longitude * (M_PI / 180), phi = latitude * (M_PI / 180);
    double sine = sin(phi), cosine = cos(phi);
    double normal = semi_major / sqrt(1 - eccentricity_squared * sine * sine);
    double from_axis = normal * cosine;
    return (vector){from_axis * cos(lambda), from_axis * sin(lambda), normal * (1 - eccentricity_squared) * sine};
}

double banua_chord_squared(const banua_collector *c, vector from, uint32_t ordinal) {
    double longitude = c->request.values->longitude[ordinal], latitude = c->request.values->latitude[ordinal];
    if (isnan(longitude) || isnan(latitude)) return INFINITY;
    vector to = geocentric(longitude, latitude);
    double dx = to.x - from.x, dy = to.y - from.y, dz = to.z - from.z;
    return dx * dx + dy * dy + dz * dz;
}

// The geodesic is never longer than an arc of this chord on a sphere of the smallest radius of curvature.
static double longest_geodesic(double chord) {
    double half = chord / (2 * smallest_radius);
    return half < 1 ? 2 * smallest_radius * asin(half) : INFINITY;
}

// A box that holds the circle. Along a meridian a metre is at most 1/smallest_radius; and a point within the radius is
// within it of the centre in the plane of the equator too, which bounds the angle at the axis.
static void bound_circle(banua_collector *c) {
    banua_filter *f = &c->request.filter;
    double reach = f->radius + slack_metres;
    double degrees = reach / smallest_radius * (180 / M_PI);
    c->centre = geocentric(f->circle_longitude, f->circle_latitude);
    c->south = f->circle_latitude - degrees;
    c->north = f->circle_latitude + degrees;
    double axis = sqrt(c->centre.x * c->centre.x + c->centre.y * c->centre.y);
    c->longitude_reach = reach < axis ? asin(reach / axis) * (180 / M_PI) + 1e-9 : 181;
}

static double upper_bound(const banua_request *r) {
    const banua_weights *w = &r->weights;
    double bound = w->phrase + w->proximity + w->quality + (r->has_origin ? w->distance : 0);
    double kind = 0;
    for (int i = 0; i < BANUA_MAX_KINDS; i++) kind = fmax(kind, w->kind[i]);
    for (int i = 0; i < r->clause_count; i++) bound += r->clauses[i].idf * (w->k1 + 1);
    return bound + kind + (w->head_group ? w->head : 0);
}

banua_collector *banua_collector_create(const banua_request *request, banua_hit *hits) {
    banua_collector *c = calloc(1, sizeof *c);
    if (!c) return NULL;
    c->request = *request;
    c->hits = hits;
    c->tier_height = fmax(1, ceil(upper_bound(request)));
    c->spread = request->weights.phrase + request->weights.proximity;
    while (c->asked_clauses < request->clause_count && !request->clauses[c->asked_clauses].boost) c->asked_clauses++;
    if (request->filter.has_circle) bound_circle(c);
    if (request->has_origin) c->origin = geocentric(request->origin_longitude, request->origin_latitude);
    return c;
}

void banua_collector_free(banua_collector *collector) { free(collector); }

static bool in_set(const uint64_t *set, uint16_t value) { return !set || (set[value >> 6] >> (value & 63) & 1); }

static bool in_box(const banua_filter *f, double longitude, double latitude) {
    if (!(latitude >= f->south && latitude <= f->north)) return false;
    if (f->west > f->east) return longitude >= f->west || longitude <= f->east;
    return longitude >= f->west && longitude <= f->east;
}

// Box, then chord. The geodesic is computed only if the bounds do not decide.
static bool in_circle(const banua_collector *c, uint32_t ordinal, double longitude, double latitude) {
    const banua_filter *f = &c->request.filter;
    if (!(latitude >= c->south && latitude <= c->north)) return false;
    double turn = fabs(longitude - f->circle_longitude);
    if (turn > 180) turn = 360 - turn;
    if (turn > c->longitude_reach) return false;
    double chord = sqrt(banua_chord_squared(c, c->centre, ordinal));
    if (chord > f->radius + slack_metres) return false;
    if (longest_geodesic(chord) < f->radius - slack_metres) return true;
    banua_geodesic geodesic = c->request.geodesic;
    void *context = c->request.geodesic_context;
    return geodesic(context, f->circle_longitude, f->circle_latitude, longitude, latitude) <= f->radius;
}

bool banua_accepts(banua_collector *c, uint32_t ordinal) {
    const banua_values *v = c->request.values;
    const banua_filter *f = &c->request.filter;
    if (ordinal >= v->count) return false;
    if (f->kinds && (v->kind[ordinal] >= BANUA_MAX_KINDS || !(f->kinds >> v->kind[ordinal] & 1))) return false;
    if (!in_set(f->regencies, v->regency[ordinal]) || !in_set(f->districts, v->district[ordinal])) return false;
    if (!in_set(f->categories, v->category[ordinal])) return false;
    if (!f->needs_position && !f->has_box && !f->has_circle && c->request.order != BANUA_BY_DISTANCE) return true;
    double longitude = v->longitude[ordinal], latitude = v->latitude[ordinal];
    if (isnan(longitude) || isnan(latitude)) return false;
    if (f->has_box && !in_box(f, longitude, latitude)) return false;
    return !f->has_circle || in_circle(c, ordinal, longitude, latitude);
}

typedef enum { UNKNOWN, MET, NOT_MET } verdict;

static uint32_t value_range(const banua_fact *fact, uint32_t ordinal, uint32_t *first) {
    *first = 0;
    if (!fact->starts) return 0; // a fact that the file does not have
    uint32_t start = fact->starts[ordinal], end = fact->starts[ordinal + 1];
    *first = start;
    return start <= end && end <= fact->value_count ? end - start : 0; // a damaged file has no values
}

static verdict judge_set(const banua_condition *condition, uint32_t ordinal) {
    uint32_t first, count = value_range(&condition->fact, ordinal, &first);
    if (count == 0) return UNKNOWN;
    if (!condition->wanted) return MET;
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t value = condition->fact.values[i];
        if (value < condition->wanted_count && condition->wanted[value >> 6] >> (value & 63) & 1) return MET;
    }
    return NOT_MET;
}

static verdict judge(const banua_condition *condition, uint32_t ordinal) {
    if (!condition->fact.least) return judge_set(condition, ordinal);
    double least = condition->fact.least[ordinal], greatest = condition->fact.greatest[ordinal];
    if (isnan(least) || isnan(greatest)) return UNKNOWN;
    bool above = condition->lower_is_open ? greatest > condition->lower : greatest >= condition->lower;
    bool below = condition->upper_is_open ? least < condition->upper : least <= condition->upper;
    return above && below ? MET : NOT_MET;
}

// Documents that fail no condition, but of which some facts are unknown, are counted for each of these facts.
static bool meets_conditions(banua_collector *c, uint32_t ordinal) {
    const banua_filter *f = &c->request.filter;
    uint32_t unknown = 0;
    for (uint32_t i = 0; i < f->condition_count; i++) {
        verdict found = judge(&f->conditions[i], ordinal);
        if (found == NOT_MET) return false;
        if (found == UNKNOWN) unknown |= 1u << i;
    }
    for (uint32_t i = 0; i < f->condition_count; i++) c->unknown[i] += unknown >> i & 1;
    return unknown == 0;
}

static void count_fact(const banua_fact_count *f, uint32_t ordinal) {
    if (!f->fact.least) {
        uint32_t first, count = value_range(&f->fact, ordinal, &first);
        for (uint32_t i = first; i < first + count; i++) {
            if (f->fact.values[i] < f->size) f->counts[f->fact.values[i]]++;
        }
        return;
    }
    double value = f->fact.least[ordinal];
    if (isnan(value)) return;
    uint32_t range = 0;
    while (range + 1 < f->bound_count && value >= f->bounds[range + 1]) range++;
    if (f->bound_count > 0 && value >= f->bounds[0] && range < f->size) f->counts[range]++;
}

static void count_facet(const banua_request *r, int facet, uint32_t value) {
    if (r->facet_counts[facet] && value < r->facet_sizes[facet]) r->facet_counts[facet][value]++;
}

bool banua_admit(banua_collector *c, uint32_t ordinal) {
    if (!banua_accepts(c, ordinal)) return false;
    if (c->request.filter.condition_count && !meets_conditions(c, ordinal)) return false;
    const banua_values *v = c->request.values;
    c->total++;
    count_facet(&c->request, 0, v->kind[ordinal]);
    count_facet(&c->request, 1, v->regency[ordinal]);
    count_facet(&c->request, 2, v->district[ordinal]);
    count_facet(&c->request, 3, v->category[ordinal]);
    for (uint32_t i = 0; i < c->request.fact_count_count; i++) count_fact(&c->request.fact_counts[i], ordinal);
    return true;
}

// Ties go to the smaller ordinal, which is the smaller id.
static bool before(const banua_collector *c, double key1, uint32_t ordinal1, double key2, uint32_t ordinal2) {
    if (key1 != key2) return c->request.order == BANUA_BY_SCORE ? key1 > key2 : key1 < key2;
    return ordinal1 < ordinal2;
}

static bool hit_before(const banua_collector *c, const banua_hit *a, const banua_hit *b) {
    return before(c, a->key, a->ordinal, b->key, b->ordinal);
}

bool banua_competes(const banua_collector *c, double key, uint32_t ordinal) {
    if (c->kept < c->request.limit) return true;
    return c->kept > 0 && before(c, key, ordinal, c->hits[0].key, c->hits[0].ordinal);
}

static void sift_down(banua_collector *c, uint32_t size, uint32_t at, banua_hit hit) {
    for (;;) {
        uint32_t child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && hit_before(c, &c->hits[child], &c->hits[child + 1])) child++;
        if (!hit_before(c, &hit, &c->hits[child])) break;
        c->hits[at] = c->hits[child];
        at = child;
    }
    c->hits[at] = hit;
}

static void sift_up(banua_collector *c, uint32_t at, banua_hit hit) {
    while (at > 0) {
        uint32_t parent = (at - 1) / 2;
        if (!hit_before(c, &c->hits[parent], &hit)) break;
        c->hits[at] = c->hits[parent];
        at = parent;
    }
    c->hits[at] = hit;
}

void banua_keep(banua_collector *c, banua_hit hit) {
    const banua_request *r = &c->request;
    if (r->has_after && !before(c, r->after_key, r->after_ordinal, hit.key, hit.ordinal)) return;
    if (!banua_competes(c, hit.key, hit.ordinal)) return;
    if (c->kept < r->limit) sift_up(c, c->kept++, hit);
    else sift_down(c, c->kept, 0, hit);
}

static void keep_by_distance(banua_collector *c, banua_hit hit) {
    const banua_request *r = &c->request;
    double chord = sqrt(banua_chord_squared(c, c->origin, hit.ordinal));
    if (!banua_competes(c, chord - slack_metres, 0)) return;
    double spread = r->doubts_positions ? banua_position_spread(c, hit.ordinal) : 0;
    if (r->has_after && fmax(longest_geodesic(chord) + slack_metres, spread) < r->after_key) return;
    double longitude = r->values->longitude[hit.ordinal], latitude = r->values->latitude[hit.ordinal];
    double distance = r->geodesic(r->geodesic_context, r->origin_longitude, r->origin_latitude, longitude, latitude);
    // A position that is only known to lie within some metres counts as at least so far away.
    hit.key = fmax(distance, spread);
    banua_keep(c, hit);
}

void banua_keep_unscored(banua_collector *c, uint32_t ordinal, uint8_t tier, uint8_t matched) {
    banua_hit hit = {ordinal, ordinal, tier, matched, 0};
    if (c->request.order == BANUA_BY_DISTANCE) {
        keep_by_distance(c, hit);
        return;
    }
    if (c->request.order == BANUA_BY_FACT) {
        double value = c->request.sort_values[ordinal];
        hit.key = isnan(value) ? INFINITY : c->request.sort_descends ? -value : value;
    }
    if (c->request.order == BANUA_BY_NAME) hit.key = c->request.values->name_rank[ordinal];
    banua_keep(c, hit);
}

void banua_offer(banua_collector *c, uint32_t ordinal) {
    if (banua_admit(c, ordinal)) banua_keep_unscored(c, ordinal, 0, 0);
}

struct banua_flag {
    atomic_bool on;
};

banua_flag *banua_flag_create(void) { return calloc(1, sizeof(banua_flag)); }

void banua_flag_set(banua_flag *flag, bool on) { atomic_store_explicit(&flag->on, on, memory_order_relaxed); }

bool banua_flag_is_set(const banua_flag *flag) { return atomic_load_explicit(&flag->on, memory_order_relaxed); }

void banua_flag_free(banua_flag *flag) { free(flag); }

bool banua_scan(banua_collector *c, banua_flag *interrupted) {
    for (uint32_t ordinal = 0; ordinal < c->request.values->count; ordinal++) {
        if ((ordinal & 4095) == 0 && atomic_load_explicit(&interrupted->on, memory_order_relaxed)) return false;
        banua_offer(c, ordinal);
    }
    return true;
}

uint32_t banua_finish(banua_collector *c) {
    for (uint32_t size = c->kept; size > 1; size--) {
        banua_hit last = c->hits[size - 1];
        c->hits[size - 1] = c->hits[0];
        sift_down(c, size - 1, 0, last);
    }
    return c->kept;
}

uint64_t banua_total(const banua_collector *c) { return c->total; }

uint64_t banua_unknown_total(const banua_collector *c, uint32_t condition) { return c->unknown[condition]; }

uint64_t banua_complete_total(const banua_collector *c) { return c->complete; }

double banua_tier_height(const banua_collector *c) { return c->tier_height; }
