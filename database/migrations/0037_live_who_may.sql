-- Streams of open pages: who may see something can change without the page's own area noticing. The database tells every
-- program itself when a visit ends, and when somebody's part in a set, role or employment changes; ids only.
create function announce_who_may() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', format('%s:%s who may', tg_argv[0], to_jsonb(new) ->> tg_argv[1]));
  return null;
end $$;

create trigger visit_ends after update of ended_at on visit
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function announce_who_may('visit', 'id');
create trigger person_leaves after update of left_on on person
  for each row when (old.left_on is distinct from new.left_on)
  execute function announce_who_may('person', 'id');
create trigger role_grant_changes after insert or update on role_grant
  for each row execute function announce_who_may('person', 'person');
create trigger learning_set_membership_changes after insert or update on learning_set_membership
  for each row execute function announce_who_may('person', 'person');

-- A live page that can be seen keeps itself alive, and nothing else: the visit is over for every other page after its
-- quarter of an hour without a request.
alter table visit
  add column live_path text check (length(live_path) between 1 and 300),
  add column live_at timestamptz,
  add constraint visit_live_whole check ((live_path is null) = (live_at is null));
