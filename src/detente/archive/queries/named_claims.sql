-- Claims by their ids.
SELECT * EXCLUDE (codes, countries, sectors, position) FROM claims WHERE id IN ($ids);
