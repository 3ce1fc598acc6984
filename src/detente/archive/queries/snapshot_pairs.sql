-- What a page looks up in a copy of an archive: happenings by pair and by actor, pairs in numbers, and which of them move.
-- An event that no happening was made of yet stands for itself.
CREATE OR REPLACE TABLE page_pair_events AS
SELECT
    d.one || '|' || d.other AS pair,
    d.one,
    d.other,
    coalesce(p.happening, d.claim) AS happening,
    min(d.claim) AS claim,
    count(DISTINCT d.claim) AS claims,
    any_value(d.type ORDER BY d.claim) AS type,
    any_value(d.quad ORDER BY d.claim) AS quad,
    avg(d.score) AS score,
    bool_and(d.background) AS background,
    bool_or(d.status IN ('actual', 'ongoing')) AS real,
    count(DISTINCT d.voice) AS voices,
    count(DISTINCT d.article) AS articles,
    min(d.published) AS reported,
    min(coalesce(h.when_start, h.when_end, h.reported, d.when_start, d.when_end, d.published)) AS day
FROM dyads AS d
LEFT JOIN placed_claims AS p ON p.claim = d.claim
LEFT JOIN happenings AS h ON h.id = p.happening
WHERE d.kind = 'event'
GROUP BY ALL
ORDER BY pair, day DESC NULLS LAST, happening;

-- Claims of other kinds that name both actors of a pair, in whatever roles; lists of more than eight make no pairs.
CREATE OR REPLACE TABLE page_pair_told AS
WITH named AS (
    SELECT claim, kind, day, actors, unnest(actors) AS one
    FROM page_claims
    WHERE kind <> 'event' AND len(actors) BETWEEN 2 AND 8
),
paired AS (
    SELECT claim, kind, day, one, unnest(actors) AS other FROM named
)
SELECT one || '|' || other AS pair, kind, claim, day
FROM paired
WHERE one < other
ORDER BY pair, kind, day DESC NULLS LAST, claim;

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

-- The latest news of each pair against all that was told of it before. The time that counts as latest is the shortest of some in
-- which several pairs have enough to go by.
CREATE OR REPLACE TABLE page_movement AS
WITH news AS (
    SELECT *, max(reported) OVER () AS today FROM page_pair_events WHERE NOT background AND real AND score IS NOT NULL
),
measured AS (
    SELECT
        one, other, lately.days AS days,
        any_value(today) AS today,
        count(*) FILTER (reported > today - lately.days) AS events,
        avg(score) FILTER (reported > today - lately.days) AS level,
        count(*) FILTER (reported <= today - lately.days) AS events_before,
        avg(score) FILTER (reported <= today - lately.days) AS level_before
    FROM news, (VALUES (14), (30), (91), (365), (1826), (7305)) AS lately(days)
    GROUP BY one, other, lately.days
),
enough AS (
    FROM measured WHERE events >= 3 AND events_before >= 3
),
chosen AS (
    SELECT coalesce(
        (SELECT min(days) FROM (SELECT days FROM enough GROUP BY days HAVING count(*) >= 8)),
        (SELECT max_by(days, number) FROM (SELECT days, count(*) AS number FROM enough GROUP BY days))
    ) AS days
)
SELECT
    e.*,
    level - level_before AS movement,
    -- few events say less
    (level - level_before) * events / (events + 3) * events_before / (events_before + 3) AS weight
FROM enough AS e
JOIN chosen USING (days)
ORDER BY abs(weight) DESC, one, other;
