-- Shifts and hours of practice, as rosters say: how much a person worked between two days. A correction is a further row.
create table time_worked (
  organisation uuid not null,
  number bigint generated always as identity primary key,
  person uuid not null,
  from_day date not null,
  to_day date not null,
  shifts integer not null check (shifts between 0 and 400),
  hours numeric(7, 2) not null check (hours between 0 and 10000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  superseded_at timestamptz,
  check (to_day >= from_day),
  foreign key (organisation, person) references person (organisation, id)
);
create unique index time_worked_once on time_worked (organisation, person, from_day, to_day) where superseded_at is null;
alter table time_worked enable row level security;
alter table time_worked force row level security;
create policy time_worked_own on time_worked for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on time_worked to mcs_request;
grant update (superseded_at) on time_worked to mcs_request;

-- A file of them between being looked at and being written.
create table time_worked_file (
  organisation uuid not null references organisation (id),
  id uuid not null,
  file_name text not null check (length(file_name) <= 200),
  state text not null check (state in ('checked', 'imported', 'cancelled')),
  rows jsonb not null,
  refused jsonb not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation, id)
);
alter table time_worked_file enable row level security;
alter table time_worked_file force row level security;
create policy time_worked_file_own on time_worked_file for all to mcs_request
  using (organisation = (select current_setting('app.organisation', true)::uuid));
grant select, insert on time_worked_file to mcs_request;
grant update (state, rows, ended_at) on time_worked_file to mcs_request;
