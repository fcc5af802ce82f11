-- The way to being allowed to supervise (SPEC 9.1): a logbook of steps, each confirmed by the two who were there, and sign-offs.
-- Days, names and fixed words; nothing of what was said in any session. What is signed off is a registration of kind 'competence'.

create table competence_entry (
  organisation uuid not null,
  id uuid primary key,
  person uuid not null,
  -- Keys in the policy.
  pathway text not null check (length(pathway) between 1 and 80),
  step text not null check (length(step) between 1 and 80),
  on_day date not null,
  -- The supervisor who was watched, or the senior who was present; none for what nobody else was there for.
  other uuid,
  state text not null check (state in ('noted', 'asked', 'confirmed', 'declined', 'withdrawn')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  check (other is null or other <> person),
  check (entered_by = person or entered_by = other),
  check ((state in ('noted', 'asked')) = (answered_by is null)),
  check ((answered_by is null) = (answered_at is null)),
  check (state <> 'confirmed' or answered_by <> entered_by),
  unique (organisation, id)
);
create index competence_entry_person on competence_entry (organisation, person);
create index competence_entry_asked on competence_entry (organisation, other) where state = 'asked';

create table competence_sign_off (
  organisation uuid not null,
  id uuid primary key,
  person uuid not null,
  pathway text not null check (length(pathway) between 1 and 80),
  -- The registration of kind 'competence' that it gave.
  registration uuid not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  way text not null check (way in ('pathway', 'renewed', 'starting list', 'for now')),
  -- Why somebody was signed off without the steps, as having supervised before or for a time that ends; reported.
  reason text check (length(reason) between 1 and 500),
  signed_by uuid not null,
  signed_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 1 and 500),
  check (signed_by <> person),
  check ((way in ('starting list', 'for now')) = (reason is not null)),
  check (way <> 'for now' or to_day is not null),
  check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)),
  unique (organisation, id)
);
create index competence_sign_off_person on competence_sign_off (organisation, person);

do $$
declare
  one text;
begin
  foreach one in array array['competence_entry', 'competence_sign_off'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I for select to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_read', one);
  end loop;
end $$;

-- Written by one of the two, answered by one of the two.
create policy competence_entry_add on competence_entry for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and entered_by = (select current_setting('app.person', true)::uuid));
create policy competence_entry_answer on competence_entry for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid)
    and (select current_setting('app.person', true)::uuid) in (person, other))
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and answered_by = (select current_setting('app.person', true)::uuid));
grant select, insert, update (state, answered_by, answered_at) on competence_entry to mcs_request;

create policy competence_sign_off_add on competence_sign_off for insert to mcs_request
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and signed_by = (select current_setting('app.person', true)::uuid));
create policy competence_sign_off_end on competence_sign_off for update to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid))
  with check (organisation = (select current_setting('app.organisation', true)::uuid)
    and ended_by = (select current_setting('app.person', true)::uuid)
    and person <> (select current_setting('app.person', true)::uuid));
grant select, insert, update (to_day, ended_by, ended_at, end_reason) on competence_sign_off to mcs_request;
