-- Those who oversee all look at every open application; and a body's own are looked for among the open ones, not among all there were.
create index application_open on joint.application (centre, due_at, id) where open;
