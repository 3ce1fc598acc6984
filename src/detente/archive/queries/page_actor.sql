-- One actor in numbers.
FROM page_actors WHERE actor = $actor;
