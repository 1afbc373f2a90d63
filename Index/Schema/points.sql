-- Positions as boxes of 32-bit floats, rounded outwards: a superset of what a box holds, to be checked against the
-- values in doubles.
CREATE VIRTUAL TABLE points_rtree USING rtree (id, west, east, south, north);
