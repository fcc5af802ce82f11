-- Programmes of action learning, their cohorts, who takes part and which sets belong to which cohort (SPEC 7.1). What a
-- programme says of itself is read by everybody in the organisation; nothing that a set says is here.

create table learning_programme (
  organisation uuid not null references organisation (id),
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  lead uuid not null,
  aims text not null default '' check (length(aims) <= 5000),
  expect text not null default '' check (length(expect) <= 5000),
  commitment text not null default '' check (length(commitment) <= 2000),
  wellbeing text not null default '' check (length(wellbeing) <= 5000),
  -- The organisation's own people to turn to, one to a line.
  contacts text not null default '' check (length(contacts) <= 2000),
  made_by uuid not null,
  made_at timestamptz not null,
  -- The first day on which it is no more.
  until_day date,
  version integer not null check (version > 0),
  unique (organisation, id)
);

create table learning_cohort (
  organisation uuid not null,
  id uuid primary key,
  programme uuid not null,
  name text not null check (length(name) between 1 and 120),
  from_day date not null,
  -- The last day on which it meets.
  last_day date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null check (version > 0),
  unique (organisation, id),
  foreign key (organisation, programme) references learning_programme (organisation, id),
  check (last_day >= from_day)
);
create index learning_cohort_programme on learning_cohort (organisation, programme);

-- Somebody takes part in a cohort; one who leaves stays on record.
create table learning_participant (
  organisation uuid not null,
  id uuid primary key,
  cohort uuid not null,
  person uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  foreign key (organisation, cohort) references learning_cohort (organisation, id),
  check ((ended_by is null) = (ended_at is null))
);
create unique index learning_participant_once on learning_participant (organisation, cohort, person)
  where ended_at is null;
create index learning_participant_person on learning_participant (organisation, person);

-- A set belongs to one cohort at most; one that stands alone has no row.
create table learning_cohort_set (
  organisation uuid not null,
  learning_set uuid not null,
  cohort uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation, learning_set),
  foreign key (organisation, learning_set) references learning_set (organisation, id),
  foreign key (organisation, cohort) references learning_cohort (organisation, id)
);
create index learning_cohort_set_cohort on learning_cohort_set (organisation, cohort);

do $$
declare
  one text;
begin
  foreach one in array array['learning_programme', 'learning_cohort', 'learning_participant', 'learning_cohort_set'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to mcs_request
      using (organisation = (select current_setting(''app.organisation'', true)::uuid))', one || '_own', one);
  end loop;
end $$;
grant select, insert, update (name, lead, aims, expect, commitment, wellbeing, contacts, until_day, version)
  on learning_programme to mcs_request;
grant select, insert, update (name, from_day, last_day, version) on learning_cohort to mcs_request;
grant select, insert, update (ended_by, ended_at) on learning_participant to mcs_request;
grant select, insert, delete on learning_cohort_set to mcs_request;
