-- Action learning sets and who is in them (SPEC 7.1): facts only. What a set agrees, says and writes is sealed elsewhere.

create table learning_set (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  -- The key of its type in the policy.
  type_key text not null,
  from_day date not null,
  -- The first day on which the set is no more.
  until_day date,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null check (version > 0),
  unique (organisation, id),
  check (until_day is null or until_day >= from_day)
);

-- A stretch of days for which somebody has a part in a set; an ended one stays.
create table learning_set_membership (
  organisation uuid not null,
  id uuid primary key,
  learning_set uuid not null,
  person uuid not null,
  part text not null check (part in ('facilitator', 'deputy', 'member')),
  from_day date not null,
  -- The first day on which they no longer have it.
  until_day date,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  check (until_day is null or until_day >= from_day),
  check ((ended_by is null) = (ended_at is null) and (ended_at is null) = (until_day is null))
);
create index learning_set_membership_set on learning_set_membership (organisation, learning_set);
create index learning_set_membership_person on learning_set_membership (organisation, person);
create unique index learning_set_membership_once on learning_set_membership (organisation, learning_set, person, part)
  where until_day is null;
create unique index learning_set_one_facilitator on learning_set_membership (organisation, learning_set)
  where part = 'facilitator' and until_day is null;

do $$
declare
  one text;
begin
  foreach one in array array['learning_set', 'learning_set_membership'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_own', one);
  end loop;
end $$;
grant select, insert, update (name, until_day, version) on learning_set to mcs_request;
grant select, insert, update (until_day, ended_by, ended_at) on learning_set_membership to mcs_request;
