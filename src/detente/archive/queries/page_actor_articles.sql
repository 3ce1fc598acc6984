-- The articles that tell most of an actor (by all its codes).
WITH told AS (
    SELECT article, sum(claims)::BIGINT AS claims
    FROM page_actor_articles
    WHERE actor IN (SELECT unnest($actors))
    GROUP BY article
    ORDER BY claims DESC, article
    LIMIT $limit
)
SELECT a.id, a.title, a.outlet, a.agency, a.published, told.claims
FROM told
JOIN articles AS a ON a.id = told.article
ORDER BY told.claims DESC, a.published DESC NULLS LAST, a.id;
