-- What the map of a page looks up in a copy of an archive: claims that name a place, and what moves or is built between whom.
CREATE OR REPLACE TABLE page_places AS
SELECT
    c.claim,
    -- only counted, which is faster in numbers
    hash(coalesce(p.happening, c.claim)) AS happening,
    -- and grouped by, which is faster in numbers too
    hash(c.place.name, c.place.country, c.place.precision) AS place,
    c.place.name AS name,
    c.place.country AS country,
    c.place.precision AS precision,
    c.kind,
    c.sign,
    c.actors,
    c.day
FROM page_claims AS c
LEFT JOIN placed_claims AS p ON p.claim = c.claim
WHERE c.place.name <> ''
ORDER BY country, name, day DESC NULLS LAST, c.claim;

CREATE OR REPLACE TABLE page_place_names AS
SELECT DISTINCT place, name, country, precision FROM page_places ORDER BY place;

CREATE OR REPLACE TABLE page_routes AS
SELECT
    c.id AS claim,
    c.article,
    c.kind,
    c.type,
    c.status,
    [coalesce(nullif(p.code, ''), p.country) FOR p IN c.source IF p.code || p.country <> ''] AS sources,
    [coalesce(nullif(p.code, ''), p.country) FOR p IN c.target IF p.code || p.country <> ''] AS targets,
    [coalesce(nullif(p.code, ''), p.country) FOR p IN c.via IF p.code || p.country <> ''] AS through,
    coalesce([d.value FOR d IN c.details IF d.name = 'route'][1], '') AS route,
    coalesce([d.value FOR d IN c.details IF d.name = 'site'][1], '') AS site,
    coalesce([d.value FOR d IN c.details IF d.name = 'name'][1], '') AS name,
    -- what is told of the same way in the same words counts together
    hash(c.kind, c.type, sources, targets, through, route, site) AS way,
    n.actors,
    n.day
FROM claims AS c
JOIN page_claims AS n ON n.claim = c.id
WHERE c.kind IN ('flow', 'project')
ORDER BY n.day DESC NULLS LAST, c.id;
