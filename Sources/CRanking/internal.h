#ifndef BANUA_INTERNAL_H
#define BANUA_INTERNAL_H

#include "CRanking.h"

typedef struct { double x, y, z; } vector;

/// Room for the places of words in one document that proximity looks at; words beyond it still count in their
/// frequency.
enum { MAX_PLACES = 256 };

typedef struct {
    uint32_t start; // token number within the field
    uint8_t field, clause, words;
} place;

struct banua_collector {
    banua_request request;
    banua_hit *hits; // a heap with the worst hit on top
    uint32_t kept;
    uint64_t total;
    uint64_t unknown[BANUA_MAX_CONDITIONS];
    uint64_t complete; // those that match every clause but the boosts, in an order by score
    double tier_height;
    double spread; // the most that phrase and proximity can add
    vector origin, centre;
    double south, north, longitude_reach; // the circle's box: degrees; reach beyond 180: any longitude
    int asked_clauses; // those before the boosts
    place places[MAX_PLACES];
    int place_count;
};

/// Filters and counts a document; returns false if the filter refuses it.
bool banua_admit(banua_collector *c, uint32_t ordinal);
/// Keeps a hit if it is among the best.
void banua_keep(banua_collector *c, banua_hit hit);
/// True if a hit with this key could still be kept.
bool banua_competes(const banua_collector *c, double key, uint32_t ordinal);
/// Keeps a document in an order that needs no score.
void banua_keep_unscored(banua_collector *c, uint32_t ordinal, uint8_t tier, uint8_t matched);
/// Squared chord in metres² from the origin; infinite for a document without a position.
/// How far the document may lie from its position, in metres.
double banua_position_spread(const banua_collector *c, uint32_t ordinal);

double banua_chord_squared(const banua_collector *c, vector from, uint32_t ordinal);

#endif
