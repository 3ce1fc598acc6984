-- Whether anything is told of an actor.
SELECT actor FROM page_actors WHERE actor = $actor;
