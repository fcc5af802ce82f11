-- What somebody sent after their visit had ended: kept for them alone until they have signed in again, for a day at most
-- (SPEC 14.5; TRUST 6). The words are sealed with a key outside the database.
create table kept_form (
  organisation uuid not null references organisation (id) on delete cascade,
  id uuid primary key,
  person uuid not null,
  -- Where it was sent to: an address of ours, without anything that was typed.
  path text not null check (path like '/%' and length(path) <= 500),
  key_id text not null,
  sealed bytea not null,
  kept_at timestamptz not null
);
create index kept_form_person on kept_form (organisation, person, kept_at);
alter table kept_form enable row level security;
alter table kept_form force row level security;
-- The door keeps it, before anybody is known; only its own author finds it again.
create policy kept_form_door on kept_form to mcs_door using (true) with check (true);
create policy kept_form_own on kept_form to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and person = (select current_setting('app.person', true)::uuid));
grant select, insert, delete on kept_form to mcs_door;
grant select, delete on kept_form to mcs_request;
