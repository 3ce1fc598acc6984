-- What a page looks up in a copy of an archive: pairs of actors in numbers, and happenings by actor.
CREATE OR REPLACE TABLE page_pairs AS
SELECT
    one,
    other,
    count(DISTINCT claim) FILTER (kind = 'event') AS events,
    count(DISTINCT claim) FILTER (kind = 'tie') AS ties,
    count(DISTINCT article) AS articles,
    count(*) FILTER (kind = 'event' AND quad IN (1, 2)) AS cooperative,
    count(*) FILTER (kind = 'event' AND quad IN (3, 4)) AS hostile,
    avg(score) FILTER (kind = 'event' AND status IN ('actual', 'ongoing')) AS level,
    min(coalesce(when_start, when_end, published)) AS first,
    max(coalesce(when_end, when_start, published)) AS last,
    max(published) AS told
FROM dyads
GROUP BY one, other
ORDER BY one, other;

CREATE OR REPLACE TABLE page_happenings AS
SELECT
    actor,
    list_contains(givers, actor) AS gives,
    id AS happening,
    type,
    quad,
    stage,
    background,
    voices,
    articles,
    reported,
    coalesce(when_start, when_end, reported) AS day
FROM (
    SELECT
        *,
        source || source_countries AS givers,
        unnest(list_distinct(source || target || source_countries || target_countries)) AS actor
    FROM happenings
)
WHERE actor <> ''
ORDER BY actor, day DESC NULLS LAST, happening;
