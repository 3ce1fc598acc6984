SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM unread) AS unread,
    (SELECT min(published) FROM articles) AS first,
    (SELECT max(published) FROM articles) AS last;
