-- Keys that have become so common that they say nothing.
INSERT INTO common_keys
SELECT key
FROM sketches
WHERE key IN (SELECT key FROM fresh)
GROUP BY key
HAVING count(*) > 64 AND key NOT IN (SELECT key FROM common_keys);
